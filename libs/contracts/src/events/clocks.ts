import { z } from 'zod';
import { Instant, OrganSlug, line } from '../common.js';
import { event } from '../message.js';
import { Role } from '../people.js';

const clock = { clock: line(60), epoch: z.int().min(1) };

/** What time does. */
export const clockEvents = [
  event(
    'ClockStarted',
    z.strictObject({
      ...clock,
      holder: OrganSlug,
      startedAt: Instant,
      warnAt: Instant,
      dueAt: Instant,
      overdueAt: z.array(Instant),
      /** Instants at which the matter goes to a higher role. */
      rungs: z.array(z.strictObject({ at: Instant, to: Role })).optional(),
    }),
  ),
  /** With `remainingDays`, business days, it was paused and goes on with them. */
  event('ClockStopped', z.strictObject({ ...clock, remainingDays: z.int().min(0).optional() })),
  event('ClockWarned', z.strictObject({ ...clock, holder: OrganSlug, dueAt: Instant })),
  event('ClockDue', z.strictObject({ ...clock, holder: OrganSlug, dueAt: Instant })),
  event('ClockOverdue', z.strictObject({ ...clock, holder: OrganSlug, dueAt: Instant, markAt: Instant })),
  event(
    'ClockEscalated',
    z.strictObject({
      ...clock,
      holder: OrganSlug,
      dueAt: Instant,
      markAt: Instant,
      to: Role,
      /** Procedure, version, clock and rung, e.g. initiative@2/review/1. */
      rule: z.string(),
    }),
  ),
] as const;
