import { z } from 'zod';
import { Ulid } from './common.js';

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,20}$/, 'a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `from ${min} to ${max}`);

const subscription = Ulid.meta({ description: 'ULID of the subscription' });
const After = whole(0, Number.MAX_SAFE_INTEGER).optional();

/** Query of GET /v1/events. */
export const PullRequest = z.strictObject({
  subscription,
  after: After.meta({
    description:
      'number of the last delivery that you have: says that all up to it were taken (of a subscription by pull). Absent: what was said last.',
  }),
  limit: whole(1, 1_000).default(100).meta({ description: 'deliveries at most, 1 to 1000 (100)' }),
  wait: whole(0, 30)
    .default(0)
    .meta({ description: 'seconds to wait when there is nothing yet, 0 to 30 (0)' }),
});
export type PullRequest = z.output<typeof PullRequest>;

/** Query of GET /v1/events/stream. */
export const StreamRequest = z.strictObject({
  subscription,
  after: After.meta({
    description: 'number of the last delivery that you have; the header Last-Event-ID wins over it',
  }),
});
export type StreamRequest = z.output<typeof StreamRequest>;

/** Body of POST /v1/subscriptions/{id}/acknowledge: every delivery up to this number was taken. */
export const AcknowledgeDeliveries = z
  .strictObject({ through: z.int().min(0) })
  .meta({ id: 'AcknowledgeDeliveries' });
export type AcknowledgeDeliveries = z.infer<typeof AcknowledgeDeliveries>;

/** Up to which number deliveries were taken. */
export const Acknowledged = z.strictObject({ settled: z.int() }).meta({ id: 'Acknowledged' });
export type Acknowledged = z.infer<typeof Acknowledged>;
