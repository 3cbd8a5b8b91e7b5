import type { Config } from '#platform';

type Naming = Pick<Config, 'KYOGI_EVIDENCE_ORIGIN' | 'KYOGI_CABINET'>;

/** Name of the log, which every checkpoint begins with. */
export const originOf = ({ KYOGI_EVIDENCE_ORIGIN, KYOGI_CABINET }: Naming): string =>
  KYOGI_EVIDENCE_ORIGIN ?? `kyogi.example/${KYOGI_CABINET}`;
