import type { NewEvent } from '#event-store';
import { randomUUID } from 'node:crypto';

/** An event of no particular meaning. */
export function someEvent(data: object = {}, type = 'SomethingHappened'): NewEvent {
  return { eventId: randomUUID(), type, v: 1, data };
}

export function someEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, n) => someEvent({ n }));
}
