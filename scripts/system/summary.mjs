import { demoPassword, demoPeople } from '../issuer/people.mjs';
import { firstRequest } from './first-request.mjs';

/** One person per role, so that every door can be tried. @param {string} cabinet */
function onePerRole(cabinet) {
  const seen = new Set();
  return demoPeople(cabinet).filter((person) => {
    const role = (person.roles[0] ?? '').split(' ')[0];
    return !seen.has(role) && seen.add(role);
  });
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
  return [
    '',
    `Kyogi runs (cabinet ${cabinet}, ready after ${seconds} s). Ctrl-C stops everything.`,
    '',
    `  Intake (commands)       ${urls.intake}/docs`,
    `  Headquarters (reading)  ${urls.headquarters}/docs`,
    `  Delivery (feed)         ${urls.delivery}/docs`,
    `  Evidence (log)          ${urls.evidence}/docs`,
    `  Public register         ${urls.headquarters}/open-data`,
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
    'A whole filing, followed through: README.md',
    '',
  ].join('\n');
}
