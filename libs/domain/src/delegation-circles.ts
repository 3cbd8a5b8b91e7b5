import type { DelegationKind, GrantDelegation } from '#contracts';

/** A delegation as it was given. Dates 'YYYY-MM-DD'; in force from validFrom until the day before validTo. */
export interface Delegation {
  id: string;
  from: string;
  to: string;
  role: string;
  organ: string;
  kind: DelegationKind;
  dossierTypes: readonly string[] | null;
  validFrom: string;
  validTo: string;
  /** The standing delegation that this one passes on. */
  via: string | null;
  revoked: boolean;
}

export type Proposal = Omit<GrantDelegation, 'reason'> & { from: string };

type Period = Pick<Delegation, 'validFrom' | 'validTo'>;

/** The days common to two periods; undefined when there are none. */
export const common = (a: Period, b: Period): Period | undefined => {
  const validFrom = a.validFrom > b.validFrom ? a.validFrom : b.validFrom;
  const validTo = a.validTo < b.validTo ? a.validTo : b.validTo;
  return validFrom < validTo ? { validFrom, validTo } : undefined;
};

/** The shortest way from one person to another. */
const wayTo = (edges: readonly Delegation[], from: string, to: string): string[] | undefined => {
  const ways: string[][] = [[from]];
  const seen = new Set([from]);
  for (const way of ways) {
    const last = way.at(-1);
    if (last === to) return way;
    for (const edge of edges)
      if (edge.from === last && !seen.has(edge.to)) {
        seen.add(edge.to);
        ways.push([...way, edge.to]);
      }
  }
  return undefined;
};

/** A -> B -> … -> A on any one day; undefined when the proposal closes no circle. Two who stand in for each other in turn close none. */
export const circleOf = (existing: readonly Delegation[], proposal: Proposal): string[] | undefined => {
  const { from, to, role, organ } = proposal;
  const edges = existing.filter(
    (one) => !one.revoked && one.role === role && one.organ === organ && common(one, proposal),
  );
  // Whatever holds together on some day does so on the day on which the last of it begins.
  const days = new Set([proposal, ...edges].map(({ validFrom }) => validFrom));
  for (const day of days) {
    if (day < proposal.validFrom) continue;
    const back = wayTo(
      edges.filter(({ validFrom, validTo }) => validFrom <= day && day < validTo),
      to,
      from,
    );
    if (back) return [from, ...back];
  }
  return undefined;
};
