import { randomUUID } from 'node:crypto';
import { demoPassword, demoPeople } from '../issuer/people.mjs';
import { inRoot, projectRequire } from '../support/project.mjs';

/** @param {string} text as one shell word */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The contracts' own example of an initiative. @returns {{ type: string, head: { lead: string } } | undefined} */
function exampleDraft() {
  try {
    const { dossierTypes } = projectRequire(inRoot('dist/libs/contracts/src/index.js'));
    const { type, example } = dossierTypes.find((one) => one.type === 'initiative');
    return { type, ...example };
  } catch {
    return undefined;
  }
}

/** @param {string} tokenUrl @param {string} person */
const tokenLine = (tokenUrl, person) =>
  `TOKEN=$(curl -s ${tokenUrl} -d grant_type=password -d client_id=kyogi-cli -d username=${person} -d password=${demoPassword}` +
  ` | node -pe 'JSON.parse(require("fs").readFileSync(0)).access_token')`;

/** @param {string} intake @param {object} draft */
const draftLine = (intake, draft) => {
  const { ulid } = projectRequire('ulid');
  const headers = [
    'Authorization: Bearer $TOKEN',
    'Content-Type: application/json',
    `Idempotency-Key: ${randomUUID()}`,
  ];
  const options = headers.map((header) => `-H "${header}"`).join(' ');
  return `curl -si ${intake}/v1/dossiers/${ulid()}/draft-dossier ${options} -d ${quoted(JSON.stringify(draft))}`;
};

/**
 * Shell lines that draft the example initiative as an official of its lead organ; without such a person (another cabinet) only
 * how to get a token.
 * @param {import('./data-folder.mjs').Running} running
 * @returns {string[]}
 */
export function firstRequest({ tokenUrl, urls, cabinet }) {
  const people = demoPeople(cabinet);
  if (!tokenUrl || people.length === 0) return [];
  const draft = exampleDraft();
  const mayDraft = (role) => role === `DESK ${draft?.head.lead}` || role === `LIAISON ${draft?.head.lead}`;
  const drafter = people.find((person) => person.roles.some(mayDraft));
  if (!draft || !drafter) return ['A token for the API:', `  ${tokenLine(tokenUrl, people[0].id)}`];
  return [
    'A first request (paste both lines):',
    '',
    tokenLine(tokenUrl, drafter.id),
    draftLine(urls.intake, draft),
  ];
}
