import { Problem, type ConsultationSheet, type DossierBody, type SheetRound } from '#contracts';
import type { Look } from '../cases/sheet.js';
import type { Office } from './office.js';

/** A case opened for one reader, for a paper to be made of it. */
export interface Opened {
  look: Look;
  sheet: ConsultationSheet;
  office: Office;
}

const running: ReadonlySet<SheetRound['state']> = new Set(['OPEN', 'SUSPENDED', 'ANSWERING'] as const);

/** Throws not-found for who does not take part in the consultation. */
export const requireWhole = ({ sheet }: Opened): void => {
  if (sheet.scope !== 'CONSULTATION')
    throw new Problem('not-found', 'The papers of the consultation are open to those who take part in it.');
};

/** The running round in which the ministry is asked. Throws not-found. */
export const roundFor = ({ sheet }: Opened, organ: string): SheetRound => {
  const round = sheet.rounds.findLast(({ state }) => running.has(state));
  if (round?.participants.some((one) => one.organ === organ && !one.released)) return round;
  throw new Problem(
    'not-found',
    round ? `${organ} is not asked in round ${round.no}.` : 'No round runs now.',
  );
};

/** The round of that number, the last one without it. Throws not-found. */
export const roundOf = ({ sheet }: Opened, no: number | undefined): SheetRound => {
  const round = no === undefined ? sheet.rounds.at(-1) : sheet.rounds.find((one) => one.no === no);
  if (round) return round;
  throw new Problem('not-found', 'There is no such round, or it is not open to you.');
};

/** The text of a version, if it is open to the reader. */
export const bodyOf = ({ look: { file, texts } }: Opened, no: number): DossierBody | undefined =>
  texts.open(no) ? file.versions.get(no)?.body : undefined;
