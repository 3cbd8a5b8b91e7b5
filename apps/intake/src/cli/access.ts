import { Stop } from './stop.js';

const demonstrationPassword = 'kyogi';

const fromIssuer = async (url: string, person: string): Promise<string> => {
  const body = new URLSearchParams({
    grant_type: 'password',
    client_id: 'kyogi-cli',
    username: person,
    password: demonstrationPassword,
  });
  const response = await fetch(url, { method: 'POST', body }).catch(() => undefined);
  if (!response) throw new Stop(`The issuer at ${url} does not answer; is the system running?`);
  const answer = (await response.json().catch(() => ({}))) as { access_token?: string };
  if (!response.ok || !answer.access_token)
    throw new Stop(
      `The issuer does not know the demonstration person ${person}: name another with --as and --approver.`,
    );
  return answer.access_token;
};

/** A token of the environment, else of the demonstration issuer's person. Asked for anew before every step: it lasts an hour. */
export const tokenFor = (
  variable: 'KYOGI_TOKEN' | 'KYOGI_APPROVER_TOKEN',
  person: string,
): Promise<string> => {
  const { [variable]: given, KYOGI_TOKEN_URL: url } = process.env;
  if (given) return Promise.resolve(given);
  if (url) return fromIssuer(url, person);
  throw new Stop(
    `Set ${variable} to an access token of your issuer: the demonstration issuer (KYOGI_TOKEN_URL) does not run.`,
  );
};

type AddressVariable = `KYOGI_${'INTAKE' | 'HEADQUARTERS' | 'REVIEW' | 'DELIVERY'}_URL`;

/** Address of a process of the system. */
export const addressOf = (variable: AddressVariable): string => {
  const url = process.env[variable];
  if (!url) throw new Stop(`Set ${variable}, or start this with: npm run kyogi`);
  return url.replace(/\/$/, '');
};
