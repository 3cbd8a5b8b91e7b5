export {
  DutyConflict,
  EventKnown,
  KeyReused,
  LeaseLost,
  StaleAuthority,
  StreamMissing,
  VersionConflict,
} from './errors.js';
export type { LedgerEvent, NewEvent, RecordedEvent } from './event.js';
export { EventStore } from './event-store.js';
export type {
  Append,
  Appended,
  ArmedWork,
  Duty,
  ExpectedVersion,
  Opened,
  ReceiptKey,
} from './event-store.js';
export { readEvent } from './read-event.js';
export { readLog } from './read-log.js';
export { readStream } from './read-stream.js';
export { Signal } from './signal.js';
export { Sequencer, type SequencerSettings } from './sequencer.js';
export { Subscription } from './subscription.js';
export type { SubscriptionSettings } from './subscription-settings.js';
export { CheckpointMoved, PoisonEvent, type SubscriptionState } from './checkpoint.js';
export { waitFor } from './wait-for.js';
export { Wake } from './wake.js';
