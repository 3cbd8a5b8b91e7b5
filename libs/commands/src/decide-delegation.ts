import { Problem, type Actor, type Principal } from '#contracts';
import { decideGrant, decideRevoke } from '#domain';
import { delegationSql, type DelegationRow } from '#identity';
import type { PoolClient } from 'pg';
import type { ChangeDelegation } from './change-delegation.js';
import type { Decided } from './registry.js';
import type { World } from './world.js';

type Change = ChangeDelegation['change'];
type Of<Name extends Change['name']> = Extract<Change, { name: Name }>;

interface Around {
  /** In the transaction in which the decision is written. */
  client: PoolClient;
  world: World;
  today: string;
}

const works = (principal: Principal, organ: string, role?: string): boolean =>
  principal.assignments.some((held) => held.organ === organ && (role === undefined || held.role === role));

const granted = async (
  { delegationId, data }: Of<'GrantDelegation'>,
  principal: Principal,
  { client, world, today }: Around,
): Promise<Decided> => {
  const { person } = principal;
  const { reason, ...terms } = data;
  const { role, organ, to } = terms;
  if (!works(principal, organ))
    throw new Problem('not-permitted', `You do not work in ${organ}.`, { rule: 'delegator-role' });
  const existing = await client.query<DelegationRow>(delegationSql.OF_ORGANS, [[organ]]);
  const colleague = await client.query(delegationSql.WORKS_IN, [to, organ, today]);
  const via = decideGrant(
    { ...terms, from: person },
    {
      existing: existing.rows,
      holdsRole: works(principal, organ, role),
      delegateInOrgan: colleague.rowCount === 1,
      today,
      policy: world.cabinet.policy.delegation,
    },
  );
  return {
    actor: { person, organ, role },
    type: 'DelegationGranted',
    data: { delegationId, from: person, ...terms, reason, ...via },
    expected: 'none',
  };
};

/** Who may end delegations that are not their own, of their organ. */
const presiding = ['MIN_APPROVER', 'SECR_DIRECTOR'] as const;

const revoked = async (
  { delegationId, data: { reason } }: Of<'RevokeDelegation'>,
  principal: Principal,
  { client }: Around,
): Promise<Decided> => {
  const { rows } = await client.query<DelegationRow>(delegationSql.BY_ID, [delegationId]);
  const [delegation] = rows;
  if (!delegation || !works(principal, delegation.organ))
    throw new Problem('not-found', 'There is no such delegation, or it is not of your ministry.');
  const { person } = principal;
  const { organ, from } = delegation;
  const presides = presiding.find((role) => works(principal, organ, role));
  decideRevoke(delegation, { person, presides: presides !== undefined });
  const role = person === from ? delegation.role : presides;
  return {
    actor: { person, organ, role: role as Actor['role'] },
    type: 'DelegationRevoked',
    data: { delegationId, reason },
    expected: 'exists',
  };
};

/** The fact that follows from a change of a delegation, decided on what is there now. Throws a Problem. */
export const decideDelegation = (change: Change, principal: Principal, around: Around): Promise<Decided> =>
  change.name === 'GrantDelegation' ? granted(change, principal, around) : revoked(change, principal, around);
