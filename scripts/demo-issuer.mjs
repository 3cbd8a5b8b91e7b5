import { createServer } from 'node:http';
import path from 'node:path';
import { issuerKeys } from './issuer/keys.mjs';
import { demoPeople, signIn } from './issuer/people.mjs';
import { demoProvider } from './issuer/provider.mjs';
import { signInPage } from './issuer/sign-in-page.mjs';
import { inRoot } from './support/project.mjs';
import { runMain, say, Stop } from './support/say.mjs';

/** @param {import('node:http').IncomingMessage} request @returns {Promise<URLSearchParams>} */
async function readForm(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error('form too large');
  }
  return new URLSearchParams(text);
}

/** The sign-in interaction: shows the page, or finishes with the chosen person. */
async function interact(provider, cabinet, request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const form = request.method === 'POST' ? await readForm(request) : undefined;
  const chosen = form?.get('person') ?? params.login_hint;
  const person = form && signIn(cabinet, chosen, form.get('password') ?? undefined);
  if (person) {
    const login = { login: { accountId: person.subject } };
    return provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
  }
  const page = signInPage({
    people: demoPeople(cabinet),
    client: params.client_id,
    chosen,
    failed: Boolean(form),
  });
  response
    .writeHead(form ? 403 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(page);
}

/** @param {string} name @param {number} fallback */
const portOf = (name, fallback) => Number(process.env[name] ?? fallback);

await runMain(async () => {
  if (process.env.OIDC_ISSUER) {
    throw new Stop(
      'The demonstration issuer does not run beside a configured one: unset OIDC_ISSUER, or use that issuer.',
    );
  }
  const cabinet = process.env.KYOGI_CABINET ?? 'japan';
  const port = portOf('ISSUER_PORT', 4400);
  const host = process.env.HOST ?? '127.0.0.1';
  const url = process.env.DEMO_ISSUER_URL ?? `http://127.0.0.1:${port}`;
  const ports = [portOf('INTAKE_PORT', 4100), portOf('HEADQUARTERS_PORT', 4200)];
  const origins = ports.flatMap((one) => [`http://127.0.0.1:${one}`, `http://localhost:${one}`]);
  const keys = issuerKeys(path.join(process.env.KYOGI_DATA ?? inRoot('.data', cabinet), 'issuer-keys.json'));
  const provider = demoProvider({ url, cabinet, origins, keys });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    interact(provider, cabinet, request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(
        `This sign-in has ended: go back to the page you came from and begin again. (${error.message})\n`,
      );
    });
  });
  server.listen(port, host, () => say(`Demonstration issuer on ${url}`));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
});
