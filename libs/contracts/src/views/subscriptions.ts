import { z } from 'zod';
import { Instant, OrganSlug, Ulid } from '../common.js';
import { DisabledFor, SubscriptionScope, subscriptionTerms } from '../subscription.js';

export const SubscriptionState = z.enum(['ACTIVE', 'DISABLED', 'ENDED']).meta({ id: 'SubscriptionState' });

/** A subscription as its organ sees it. */
export const SubscriptionView = z
  .strictObject({
    id: Ulid,
    organ: OrganSlug,
    scope: SubscriptionScope,
    ...subscriptionTerms,
    state: SubscriptionState,
    disabledFor: DisabledFor.nullable(),
    cursor: z.int().meta({
      description:
        'position of the last event of a dossier that it was asked about; what is beside dossiers moves it nowhere',
    }),
    delivered: z.int().meta({ description: 'number of the last delivery' }),
    settled: z.int().meta({ description: 'every delivery up to this number was taken, or told of as a gap' }),
    /** Of webhooks: deliveries that wait for another try, and that were given up. */
    waiting: z.int(),
    parked: z.int(),
    consentUntil: Instant.nullable(),
  })
  .meta({ id: 'Subscription' });
export type SubscriptionView = z.infer<typeof SubscriptionView>;

export const SubscriptionList = z
  .strictObject({ items: z.array(SubscriptionView) })
  .meta({ id: 'SubscriptionList' });
export type SubscriptionList = z.infer<typeof SubscriptionList>;

/** What a change of a subscription led to. `secret` is shown once, where one was made: `whsec_…` for v1, the public key `whpk_…` for v1a. */
export const SubscriptionAnswer = z
  .strictObject({
    subscriptionId: Ulid,
    version: z.int(),
    position: z.int().nullable(),
    secret: z.string().optional(),
  })
  .meta({ id: 'SubscriptionAnswer' });
export type SubscriptionAnswer = z.infer<typeof SubscriptionAnswer>;

/** What a replay is, or would be. */
export const ReplayAnswer = z
  .strictObject({ subscriptionId: Ulid, count: z.int(), dryRun: z.boolean(), position: z.int().nullable() })
  .meta({ id: 'ReplayAnswer' });
export type ReplayAnswer = z.infer<typeof ReplayAnswer>;

/** Query of GET /v1/subscriptions/{id}/troubled: `after` is a number of a delivery. */
export const TroubledQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type TroubledQuery = z.infer<typeof TroubledQuery>;

/** A delivery by webhook that was not taken at the first try. */
export const TroubledDelivery = z
  .strictObject({
    /** Number of the delivery. */
    subsequence: z.int(),
    position: z.int(),
    dossierId: Ulid,
    /** `waiting`: tried again at `nextAttemptAt`. `behind`: waits for an earlier one of its dossier. `parked`: given up; a notice stands in for it. */
    state: z.enum(['waiting', 'behind', 'parked']),
    attempts: z.int(),
    firstTriedAt: Instant.nullable(),
    nextAttemptAt: Instant.nullable(),
    /** What the receiver answered last; null: nothing. */
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    /** Of one that was given up: whether the receiver took the notice. */
    noticeSent: z.boolean(),
  })
  .meta({ id: 'TroubledDelivery' });
export type TroubledDelivery = z.infer<typeof TroubledDelivery>;

/** Deliveries in trouble, in order; `next` is the `after` of the next page. */
export const TroubledPage = z
  .strictObject({ items: z.array(TroubledDelivery), next: z.int().nullable() })
  .meta({ id: 'TroubledPage' });
export type TroubledPage = z.infer<typeof TroubledPage>;
