import { Problem } from '#contracts';
import { addCalendarDays } from './clock/index.js';
import { circleOf, common, type Delegation, type Proposal } from './delegation-circles.js';
import { guardRefused } from './dossier/refusals.js';

/** What is known when one is proposed. */
export interface Situation {
  /** Every delegation of the organ. */
  existing: readonly Delegation[];
  /** Whether the delegator holds the role in the organ by an assignment of their own. */
  holdsRole: boolean;
  /** Whether the delegate works in the organ. */
  delegateInOrgan: boolean;
  /** In the cabinet's time zone. */
  today: string;
  policy: { chain: number; standingDays: number; actingDays: number };
}

const longest = { STANDING: 'standingDays', ACTING: 'actingDays' } as const;

const requirePeriod = ({ validFrom, validTo, kind }: Proposal, { today, policy }: Situation) => {
  const most = policy[longest[kind]];
  const refuse = (detail: string) => guardRefused('delegation-period', detail);
  if (validFrom >= validTo) throw refuse('validTo: must be later than validFrom.');
  if (validTo <= today) throw refuse(`validTo: ${validTo} is over; today is ${today}.`);
  if (validTo > addCalendarDays(validFrom, most))
    throw refuse(`validTo: a delegation of kind ${kind} lasts ${most} days at most.`);
};

const scopeOf = ({ dossierTypes }: { dossierTypes?: readonly string[] | null | undefined }) =>
  dossierTypes ?? null;

const isWithin = (inner: Proposal, outer: Delegation): boolean => {
  const types = scopeOf(inner);
  const covers = scopeOf(outer);
  return (
    outer.validFrom <= inner.validFrom &&
    inner.validTo <= outer.validTo &&
    (covers === null || (types !== null && types.every((type) => covers.includes(type))))
  );
};

const lengthOf = (last: Delegation, existing: readonly Delegation[]): number => {
  const before = existing.find(({ id }) => id === last.via);
  return before ? 1 + lengthOf(before, existing) : 1;
};

/** The standing delegation that the delegator passes on, when the role is not their own. */
const passedOn = (proposal: Proposal, { existing, policy }: Situation): Delegation => {
  const { from, role, organ } = proposal;
  const received = existing.filter(
    (one) =>
      !one.revoked && one.to === from && one.kind === 'STANDING' && one.role === role && one.organ === organ,
  );
  if (received.length === 0)
    throw new Problem(
      'not-permitted',
      `You do not hold ${role} in ${organ}; only who holds it delegates it.`,
      {
        rule: 'delegator-role',
      },
    );
  const wide = received.filter((one) => isWithin(proposal, one));
  if (wide.length === 0)
    throw guardRefused(
      'delegation-scope',
      'A delegation is passed on within its own period and dossier types only.',
    );
  const short = wide.find((one) => lengthOf(one, existing) < policy.chain);
  if (short) return short;
  throw guardRefused(
    'delegation-chain',
    `A delegation goes through ${policy.chain} hands at most; whoever holds the role may delegate it directly.`,
  );
};

const requireNew = (proposal: Proposal, existing: readonly Delegation[]) => {
  const types = scopeOf(proposal);
  const same = existing.find(
    (one) =>
      !one.revoked &&
      (['from', 'to', 'role', 'organ', 'kind'] as const).every((key) => one[key] === proposal[key]) &&
      common(one, proposal) !== undefined &&
      (types === null || one.dossierTypes === null || one.dossierTypes.some((type) => types.includes(type))),
  );
  if (same) throw guardRefused('delegation-overlap', `Delegation ${same.id} says the same in this period.`);
};

/** Whether a role may be given to another for a time, and the delegation it passes on, if it does. Throws a Problem. Pure. */
export const decideGrant = (proposal: Proposal, situation: Situation): { via?: string } => {
  const { from, to, organ } = proposal;
  if (from === to) throw guardRefused('delegation-self', 'to: name another person than yourself.');
  const via = situation.holdsRole ? undefined : passedOn(proposal, situation);
  if (!situation.delegateInOrgan)
    throw new Problem('not-permitted', `to: ${to} does not work in ${organ}; a role stays in its organ.`, {
      rule: 'delegate-organ',
    });
  requirePeriod(proposal, situation);
  const circle = circleOf(situation.existing, proposal);
  if (circle)
    throw guardRefused('delegation-cycle', `This closes a circle: ${circle.join(' -> ')}.`, { circle });
  requireNew(proposal, situation.existing);
  return via ? { via: via.id } : {};
};

interface Revoker {
  person: string;
  /** MIN_APPROVER of the organ; in the secretariat, its director. */
  presides: boolean;
}

/** Whether a person may end a delegation before its time. Throws a Problem. Pure. */
export const decideRevoke = ({ from, revoked }: Delegation, { person, presides }: Revoker): void => {
  if (person !== from && !presides)
    throw new Problem(
      'not-permitted',
      'A delegation is revoked by its delegator or by an approver of the organ.',
      {
        rule: 'delegation-revoker',
      },
    );
  if (revoked) throw guardRefused('delegation-revoked', 'It was revoked already.');
};
