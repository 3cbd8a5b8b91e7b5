import type { z } from 'zod';
import { clockEvents } from './events/clocks.js';
import { consultationEvents } from './events/consultation.js';
import { draftingEvents } from './events/drafting.js';
import { erasureEvents } from './events/erasure.js';
import { outcomeEvents } from './events/outcome.js';
import { threadEvents } from './events/threads.js';
import type { Meta } from './message.js';

/** The catalogue of events: the whole vocabulary of the ledger. */
export const events = [
  ...draftingEvents,
  ...consultationEvents,
  ...threadEvents,
  ...outcomeEvents,
  ...clockEvents,
  ...erasureEvents,
] as const;

type Spec = (typeof events)[number];
export type EventName = Spec['name'];
export type EventData<Name extends EventName> = z.infer<Extract<Spec, { name: Name }>['data']>;

/** A fact, as `decide` makes it and `evolve` folds it. */
export type DomainEvent<Name extends EventName = EventName> = {
  [N in Name]: { type: N; data: EventData<N> };
}[Name];

/** A fact as the ledger hands it on: numbered 1, 2, 3 … without a gap, in commit order. */
export type LedgerEvent<Name extends EventName = EventName> = DomainEvent<Name> & {
  position: number;
  eventId: string;
  streamId: string;
  version: number;
  v: number;
  meta: Meta;
  recordedAt: string;
};

export const eventSpec = (name: string): Spec | undefined => events.find((spec) => spec.name === name);

/** Reads a stored event of any released version; throws on one that this build does not know. */
export const parseEvent = (type: string, v: number, data: unknown): DomainEvent => {
  const spec = eventSpec(type);
  if (!spec || spec.v !== v) throw new Error(`this build cannot read ${type} version ${v}`);
  return { type: spec.name, data: spec.data.parse(data) } as DomainEvent;
};
