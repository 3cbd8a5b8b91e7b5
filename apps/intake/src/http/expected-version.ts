import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '#contracts';
import type { Context } from '#commands';

const refused = (header: string, message: string) =>
  new Problem('invalid-request', `${header}: ${message}.`, { faults: [{ path: header, message }] });

const ofCreation = (headers: IncomingHttpHeaders): 'none' => {
  if (headers['if-match'] !== undefined)
    throw refused('If-Match', 'a dossier that does not exist yet has no version; leave it out');
  const none = headers['if-none-match'];
  if (none !== undefined && none !== '*') throw refused('If-None-Match', 'only * is taken here');
  return 'none';
};

/** What the request says the dossier's version to be: `none` for a creation, else the number of If-Match, or `exists` for *. */
export const expectedVersion = (headers: IncomingHttpHeaders, creates: boolean): Context['expected'] => {
  if (creates) return ofCreation(headers);
  if (headers['if-none-match'] !== undefined)
    throw refused('If-None-Match', 'this command needs a dossier; send If-Match');
  const given = headers['if-match'];
  if (given === undefined)
    throw new Problem(
      'if-match-required',
      'Send If-Match with the ETag you read, such as "3", or * for any version.',
    );
  if (given.trim() === '*') return 'exists';
  const version = /^"([1-9]\d{0,8})"$/.exec(given.trim())?.[1];
  if (!version) throw refused('If-Match', 'send one strong ETag such as "3", or *');
  return Number(version);
};
