import {
  everyReader,
  Problem,
  type Actor,
  type BesideEventName,
  type Principal,
  type SubscriptionView,
} from '#contracts';
import type { PoolClient } from 'pg';
import type { SubscriptionChange } from './alter-subscription.js';
import type { Decided } from './registry.js';
import { subscriberRole, type Subscriber } from './subscriber-role.js';

interface Around {
  /** In the transaction in which the decision is written. */
  client: PoolClient;
  headquarters: string;
  /** Active subscriptions that an organ may have. */
  perOrgan: number;
}

type Row = Subscriber & Pick<SubscriptionView, 'name' | 'state' | 'transport'> & { version: number };
type Opening = Extract<SubscriptionChange, { name: 'OpenSubscription' }>;
type Later = Exclude<SubscriptionChange, Opening>;

const facts = {
  ChangeSubscription: 'SubscriptionChanged',
  DisableSubscription: 'SubscriptionDisabled',
  EnableSubscription: 'SubscriptionEnabled',
  EndSubscription: 'SubscriptionEnded',
  RotateSecret: 'SecretRotated',
  ReplayDeliveries: 'ReplayRequested',
} as const satisfies Record<Later['name'], BesideEventName>;

const HEAD = 'SELECT n::float8 AS head FROM log_head WHERE k = 1';
const BY_ID =
  'SELECT organ, scope, name, state, transport, version FROM delivery.subscriptions WHERE id = $1';

const refused = (rule: string, detail: string) => new Problem('guard-refused', detail, { rule });

const beginning = async ({ client }: Around, after: number | undefined): Promise<number> => {
  const { rows } = await client.query<{ head: number }>(HEAD);
  const head = rows[0]?.head ?? 0;
  if (after === undefined || after <= head) return after ?? head;
  const message = `the ledger ends at ${head}; leave it out to begin there`;
  throw new Problem('invalid-request', `after: ${message}.`, { faults: [{ path: 'after', message }] });
};

const ACTIVE = `SELECT count(*)::int AS active FROM delivery.subscriptions WHERE organ = $1 AND state = 'ACTIVE'`;

/** Under a lock, so that what is counted stays so until this transaction is over. */
const requireRoom = async ({ client, perOrgan }: Around, organ: string): Promise<void> => {
  const { rows } = await client.query<{ active: number }>(ACTIVE, [organ]);
  const active = rows[0]?.active ?? 0;
  if (active < perOrgan) return;
  const detail = `${organ} has ${active} active subscriptions and may have ${perOrgan}: end or disable one that is not needed.`;
  throw refused('subscriptions-per-organ', detail);
};

const opened = async (
  { subscriptionId, data }: Opening,
  principal: Principal,
  around: Around,
): Promise<Decided> => {
  const { organ, scope } = data;
  const role = subscriberRole(principal, data, around.headquarters);
  if (!role)
    throw new Problem('not-permitted', `You hold no role in ${organ} that may open this subscription.`, {
      rule: 'subscriber-role',
    });
  const eyes = scope === 'organ' ? [everyReader, organ].sort() : [everyReader];
  const after = await beginning(around, data.after);
  await requireRoom(around, organ);
  return {
    actor: { person: principal.person, organ, role },
    type: 'SubscriptionOpened',
    data: { subscriptionId, ...data, eyes, after },
    expected: 'none',
  };
};

const actorOf = (change: Later, principal: Principal, row: Row, headquarters: string): Actor => {
  const { person, assignments } = principal;
  const isMachine = assignments.some(({ role }) => role === 'SYSTEM');
  if (isMachine && change.name === 'DisableSubscription')
    return { person, organ: headquarters, role: 'SYSTEM' };
  const role = subscriberRole(principal, row, headquarters);
  if (role) return { person, organ: row.organ, role };
  if (assignments.some(({ organ }) => organ === row.organ))
    throw new Problem('not-permitted', 'Your roles do not allow this with a subscription of your organ.', {
      rule: 'subscriber-role',
    });
  throw new Problem('not-found', 'There is no such subscription, or it is not of your organ.');
};

const requireFitting = ({ name, data }: Later, { state, transport }: Row): void => {
  if (state === 'ENDED') throw refused('subscription-ended', 'The subscription has ended; open another one.');
  if (name === 'EnableSubscription' && state !== 'DISABLED')
    throw refused('subscription-active', 'The subscription is not disabled.');
  if ((name === 'DisableSubscription' || name === 'ReplayDeliveries') && state !== 'ACTIVE')
    throw refused('subscription-disabled', 'The subscription is disabled; enable it first.');
  if (name === 'RotateSecret' && transport.kind !== 'webhook')
    throw refused('subscription-transport', 'Only deliveries of a webhook are signed.');
  if (name === 'ChangeSubscription' && Object.keys(data).length === 0)
    throw new Problem('invalid-request', 'Say what is to change: name, filter, mode or transport.');
};

const later = async (change: Later, principal: Principal, around: Around): Promise<Decided> => {
  const { rows } = await around.client.query<Row>(BY_ID, [change.subscriptionId]);
  const [row] = rows;
  if (!row) throw new Problem('not-found', 'There is no such subscription, or it is not of your organ.');
  const actor = actorOf(change, principal, row, around.headquarters);
  requireFitting(change, row);
  const { name, organ } = row;
  if (change.name === 'EnableSubscription') await requireRoom(around, organ);
  const told = change.name === 'DisableSubscription' ? { organ, name } : {};
  return {
    ...{ actor, type: facts[change.name], expected: row.version },
    data: { subscriptionId: change.subscriptionId, ...told, ...change.data },
  };
};

/** The fact that follows from a change of a subscription, decided on what is there now. Throws a Problem. */
export const decideSubscription = (
  change: SubscriptionChange,
  principal: Principal,
  around: Around,
): Promise<Decided> =>
  change.name === 'OpenSubscription' ? opened(change, principal, around) : later(change, principal, around);
