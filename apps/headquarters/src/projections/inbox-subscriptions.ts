import { besideEvents, occurredAt, type BesideEventData, type Meta } from '#contracts';
import type { LedgerEvent as StoredEvent } from '#event-store';
import type { Item } from './inbox-state.js';

const heard = ['SubscriptionDisabled', 'SubscriptionEnabled', 'SubscriptionEnded'] as const;

/** Whether an event of a subscription means something to an inbox. */
export const isOfSubscriptions = ({ type }: Pick<StoredEvent, 'type'>): boolean =>
  heard.some((name) => name === type);

/** Throws for an event that this build cannot read: the projection stops there. */
const disabled = ({ type, v, data }: StoredEvent): BesideEventData<'SubscriptionDisabled'> => {
  const spec = besideEvents.find(({ name }) => name === type);
  if (spec?.v !== v) throw new Error(`this build cannot read ${type} version ${v}`);
  return spec.data.parse(data) as BesideEventData<'SubscriptionDisabled'>;
};

const instantOf = ({ meta, recordedAt }: StoredEvent): string =>
  occurredAt({ meta: meta as unknown as Meta, recordedAt });

/** Whoever stopped it knows; what the machine stopped is a task of its organ, until it goes on or has ended. */
const opened = (event: StoredEvent): Item[] => {
  if (event.type !== 'SubscriptionDisabled') return [];
  const { by, organ, name, subscriptionId } = disabled(event);
  if (by === 'owner') return [];
  return [
    {
      ...{ opened_position: event.position, no: 0, dossier_id: null, organ, role: null },
      ...{ kind: `subscription-${by}`, notice: false, ref: 'subscription', about: { subscriptionId } },
      ...{ title: { ja: name, en: name }, due_at: null, mandatory_explicit: false },
      ...{ opened_at: instantOf(event), closed_at: null, closed_position: null },
    },
  ];
};

/** The open items of a subscription after an event of its stream, and those that are new or changed by it. Pure. */
export const afterSubscriptionEvent = (
  before: readonly Item[],
  event: StoredEvent,
): { open: Item[]; written: Item[] } => {
  const closed = before.map((item) => ({
    ...item,
    ...{ closed_at: instantOf(event), closed_position: event.position },
  }));
  const open = opened(event);
  return { open, written: [...closed, ...open] };
};
