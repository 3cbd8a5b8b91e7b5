import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { cabinetFile, loadCabinet, loadPeople, peopleFile, projectRoot, readConfig } from '#platform';
import { loadCabinetInto } from '#identity';
import { newDossierId, newKey } from '../support/app';
import { createDatabase, query, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { startIssuer, type TestIssuer } from '../support/issuer';
import { initiativeBody } from '../support/journey';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}
interface Sent {
  resourceSpans?: { scopeSpans: { scope: { name: string }; spans: Span[] }[] }[];
}

/** A collector that keeps what it is sent. */
const spans: (Span & { scope: string })[] = [];
const startCollector = async (): Promise<Server> => {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      for (const { scopeSpans } of (JSON.parse(body) as Sent).resourceSpans ?? [])
        for (const { scope, spans: sent } of scopeSpans)
          spans.push(...sent.map((span) => ({ ...span, scope: scope.name })));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

let database: TestDatabase;
let issuer: TestIssuer;
let collector: Server;
let intake: ChildProcess;
let url = '';
beforeAll(async () => {
  database = await createDatabase();
  issuer = await startIssuer();
  collector = await startCollector();
  const settings = {
    DATABASE_URL: database.url,
    OIDC_ISSUER: issuer.url,
    OIDC_JWKS_URL: issuer.jwksUrl,
    INTAKE_PORT: '0',
  };
  const config = readConfig(settings);
  const cabinet = loadCabinet(cabinetFile(config));
  await loadCabinetInto(database.url, {
    cabinet,
    people: loadPeople(peopleFile(config), cabinet),
    issuer: issuer.url,
  });
  intake = spawn(process.execPath, [join(projectRoot(), 'dist/apps/intake/src/main.js')], {
    env: {
      ...settings,
      PATH: process.env.PATH,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [intake.stdout, intake.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  url = await eventually(() => {
    const found = /intake listens at (http:\/\/[\d.:]+)/.exec(said)?.[1];
    if (!found) throw new Error(`intake does not listen: ${said}`);
    return found;
  }, 30_000);
}, 60_000);
afterAll(async () => {
  if (intake && intake.exitCode === null && intake.signalCode === null) {
    intake.kill('SIGKILL');
    await once(intake, 'exit');
  }
  collector?.close();
  collector?.closeAllConnections();
  await issuer?.close();
  await database?.drop();
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const draft = async (id: string) =>
  fetch(`${url}/v1/dossiers/${id}/draft-dossier`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await issuer.tokens.token('meti-desk')}`,
      'content-type': 'application/json',
      'idempotency-key': newKey(),
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    },
    body: JSON.stringify(initiativeBody()),
  });

it('A command is one trace from the request to the database, kept in its events, and sent before the process ends', async () => {
  const id = newDossierId();
  expect((await draft(id)).status).toBe(201);
  intake.kill('SIGTERM');
  await once(intake, 'exit');

  const mine = spans.filter((span) => span.traceId === traceId);
  const execute = mine.find(({ name }) => name === 'execute DraftDossier');
  const http = mine.find(({ scope }) => scope.endsWith('instrumentation-http'));
  expect(http?.parentSpanId).toBe('b7ad6b7169203331');
  expect(execute?.attributes).toContainEqual({ key: 'kyogi.dossier_id', value: { stringValue: id } });
  expect(execute?.attributes).toContainEqual({ key: 'kyogi.outcome', value: { stringValue: 'ok' } });
  const ofDatabase = mine.filter(({ scope }) => scope.endsWith('instrumentation-pg'));
  expect(ofDatabase.map(({ parentSpanId }) => parentSpanId)).toContain(execute?.spanId);
  // Statements are sent, what they were given is not.
  expect(JSON.stringify(mine)).not.toContain(initiativeBody().head.title.en ?? initiativeBody().head.summary);

  const events = await query(
    database.url,
    `SELECT DISTINCT meta ->> 'traceparent' AS traceparent FROM events WHERE stream_id = $1`,
    [id],
  );
  expect(events).toEqual([{ traceparent: `00-${traceId}-${execute?.spanId}-01` }]);
}, 15_000);
