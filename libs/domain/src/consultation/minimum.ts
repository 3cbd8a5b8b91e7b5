import { factsOf, type ClauseChange, type DossierBody, type Policy, type RoundKind } from '#contracts';

/** The least length of a round, and in words what it rests on. */
export interface Minimum {
  /** Business days. */
  days: number;
  /** Working hours. */
  hours: number;
  basis: string;
}

const fewClauses = 3;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const ofDelta = (
  changes: readonly ClauseChange[],
  parts: readonly string[],
  { minimumDays }: Policy,
): Omit<Minimum, 'hours'> => {
  const fresh = changes.filter(({ change }) => change === 'added').length;
  const changed = changes.length - fresh;
  const few = changed <= fewClauses && fresh <= fewClauses;
  const beside = parts.map((part) => `, ${part}`).join('');
  const basis = `delta: ${count(changed, 'consulted clause')} changed, ${fresh} new${beside}`;
  return { days: few ? minimumDays.deltaUpTo3Clauses : minimumDays.delta, basis };
};

const ofPages = (body: DossierBody, { minimumDays }: Policy): Omit<Minimum, 'hours'> =>
  (factsOf(body).pages ?? 0) > 20
    ? { days: minimumDays.over20Pages, basis: 'more than 20 pages' }
    : { days: minimumDays.upTo20Pages, basis: 'up to 20 pages' };

/**
 * Minimum periods by kind: by pages (10 or 15 business days), by changed clauses in a delta round (3 while at most three clauses of
 * the consulted text changed and at most three are new, else 5), 2 when expedited, none when informal. Only an expedited round
 * may be due within 24 working hours.
 */
export const minimumOf = (
  kind: RoundKind,
  body: DossierBody,
  changes: readonly ClauseChange[],
  policy: Policy,
  /** Parts outside of the clauses that changed too; they are told in the basis. */
  parts: readonly string[] = [],
): Minimum => {
  const hours = policy.minimumWorkingHours;
  switch (kind) {
    case 'EXPEDITED':
      return { days: policy.minimumDays.expedited, hours: 0, basis: 'expedited' };
    case 'INFORMAL':
      return { days: 0, hours, basis: `informal: no minimum but ${hours} working hours` };
    case 'DELTA':
      return { ...ofDelta(changes, parts, policy), hours };
    case 'FULL':
      return { ...ofPages(body, policy), hours };
  }
};
