/** To sign now could say something else than was signed before: nothing is signed until somebody has looked. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

const advice =
  'Nothing is signed until this is settled: give back the newest database, or the folder of the log that belongs to it (docs/evidence.md).';

/** Throws unless `holds`; the message says what to do. */
export function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Refused(`${otherwise}. ${advice}`);
}
