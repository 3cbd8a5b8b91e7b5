import { existsSync } from 'node:fs';
import { demoPassword, demoPeople } from '../issuer/people.mjs';
import { inRoot, projectRequire } from '../support/project.mjs';

/** @param {string} text as one shell word */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** The contracts' own example of a first request, when they have one. @returns {{ command: string, body: unknown } | undefined} */
function exampleRequest() {
  try {
    return projectRequire(inRoot('dist/libs/contracts/src/index.js')).exampleRequest;
  } catch {
    return undefined;
  }
}

/** One person per role, so that every door can be tried. @param {string} cabinet */
function onePerRole(cabinet) {
  const seen = new Set();
  return demoPeople(cabinet).filter((person) => {
    const role = (person.roles[0] ?? '').split(' ')[0];
    return !seen.has(role) && seen.add(role);
  });
}

/** @param {import('./data-folder.mjs').Running} running */
function firstRequest({ tokenUrl, urls, cabinet }) {
  const drafter = demoPeople(cabinet).find((person) => person.roles.some((role) => role.startsWith('DESK ')));
  if (!tokenUrl || !drafter) return [];
  const token = `TOKEN=$(curl -s ${tokenUrl} -d grant_type=password -d client_id=kyogi-cli -d username=${drafter.id} -d password=${demoPassword} | node -pe 'JSON.parse(require("fs").readFileSync(0)).access_token')`;
  const example = exampleRequest();
  if (!example) return ['A token for the API:', `  ${token}`];
  const post = `curl -si ${urls.intake}/v1/dossiers -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -H "Idempotency-Key: first-1" -d ${quoted(JSON.stringify(example.body ?? example))}`;
  return ['A first request (paste both lines):', `  ${token}`, `  ${post}`];
}

/**
 * What a person needs to begin: addresses, sign-ins, a request.
 * @param {import('./data-folder.mjs').Running} running
 * @param {string} seconds the start took
 */
export function summary(running, seconds) {
  const { urls, cabinet, issuer, tokenUrl } = running;
  const people = onePerRole(cabinet);
  const width = Math.max(0, ...people.map((person) => person.id.length));
  const tour = existsSync(inRoot('docs/first-filing.sh'))
    ? ['A whole filing, step by step: docs/first-filing.sh']
    : [];
  return [
    '',
    `Kyogi runs (cabinet ${cabinet}, ready after ${seconds} s). Ctrl-C stops everything.`,
    '',
    `  Intake (commands)       ${urls.intake}/docs`,
    `  Headquarters (reading)  ${urls.headquarters}/docs`,
    `  Sign-in                 ${issuer}${tokenUrl ? ' (demonstration)' : ''}`,
    '',
    ...(tokenUrl && people.length > 0
      ? [
          `Demonstration sign-ins, password ${demoPassword}:`,
          ...people.map(
            (person) => `  ${person.id.padEnd(width)}  ${person.name}, ${person.roles.join(', ')}`,
          ),
          '',
        ]
      : []),
    ...firstRequest(running),
    ...tour,
    '',
  ].join('\n');
}
