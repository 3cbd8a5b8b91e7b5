import { z } from 'zod';
import { Instant, OrganSlug, Pillar, Ulid, line, prose } from './common.js';
import { events, type EventName } from './events.js';
import { event } from './message.js';

const eventNames = events.map(({ name }) => name) as [EventName, ...EventName[]];

/** Which events a subscription is told of, of those it may see. An absent field asks for nothing; the given ones must all hold. */
export const SubscriptionFilter = z
  .strictObject({
    types: z.array(z.enum(eventNames)).min(1).max(100).optional(),
    /** Dossiers that one of these organs leads or co-leads, or events that one of them caused. */
    organs: z.array(OrganSlug).min(1).max(50).optional(),
    pillars: z.array(Pillar).min(1).max(4).optional(),
    dossiers: z.array(Ulid).min(1).max(1_000).optional(),
    /** Highest marking (機密性) of what is told. */
    maxMarking: z.union([z.literal(1), z.literal(2)]).optional(),
  })
  .meta({ id: 'SubscriptionFilter' });
export type SubscriptionFilter = z.infer<typeof SubscriptionFilter>;

/** `strict`: within a dossier nothing is sent before what came earlier was taken. `parallel`: no order. */
export const SubscriptionMode = z.enum(['strict', 'parallel']).meta({ id: 'SubscriptionMode' });

/** `government`: what is open to the whole government. `organ`: also what the organ itself may see. */
export const SubscriptionScope = z.enum(['government', 'organ']).meta({ id: 'SubscriptionScope' });

/** How deliveries travel; by pull and by SSE they can be had in any case. */
export const Transport = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pull') }),
    z.strictObject({
      kind: z.literal('webhook'),
      /** https, port 443; of an address that is not inside. */
      url: z.url({ protocol: /^https?$/ }).max(2_000),
      /** Standard Webhooks: v1 is HMAC-SHA256 with a shared secret, v1a Ed25519 with a key of ours. */
      signature: z.enum(['v1', 'v1a']),
    }),
    z.strictObject({ kind: z.literal('nats') }),
  ])
  .meta({ id: 'Transport' });
export type Transport = z.infer<typeof Transport>;

const terms = {
  name: line(100),
  filter: SubscriptionFilter.default({}),
  mode: SubscriptionMode.default('strict'),
  transport: Transport,
};

/** Body of POST /v1/subscriptions/{id}/open-subscription. `after`: the position it begins behind, 0 for the beginning; absent: now. */
export const OpenSubscription = z
  .strictObject({
    organ: OrganSlug,
    scope: SubscriptionScope.default('government'),
    ...terms,
    after: z.int().min(0).optional(),
  })
  .meta({ id: 'OpenSubscription' });
export type OpenSubscription = z.infer<typeof OpenSubscription>;

/** Body of POST /v1/subscriptions/{id}/change-subscription; what is absent stays. Holds from the next event on. */
export const ChangeSubscription = z
  .strictObject({
    name: terms.name.optional(),
    filter: SubscriptionFilter.optional(),
    mode: SubscriptionMode.optional(),
    transport: Transport.optional(),
  })
  .meta({ id: 'ChangeSubscription' });
export type ChangeSubscription = z.infer<typeof ChangeSubscription>;

/** Body of POST /v1/subscriptions/{id}/disable-subscription, enable-subscription and end-subscription. */
export const SubscriptionReason = z.strictObject({ reason: prose(2_000) }).meta({ id: 'SubscriptionReason' });
export type SubscriptionReason = z.infer<typeof SubscriptionReason>;

/** Body of POST /v1/subscriptions/{id}/rotate-secret: the old one signs as well for so many hours. */
export const RotateSecret = z
  .strictObject({ overlapHours: z.int().min(0).max(168).default(24) })
  .meta({ id: 'RotateSecret' });
export type RotateSecret = z.infer<typeof RotateSecret>;

/** Body of POST /v1/subscriptions/{id}/replay: deliveries by number, of them those that the filter lets through. */
export const ReplayDeliveries = z
  .strictObject({
    from: z.int().min(1),
    to: z.int().min(1),
    filter: SubscriptionFilter.optional(),
    /** Also those that were parked; false: only those. */
    only: z.enum(['all', 'parked']).default('all'),
    /** Only say how many it would be. */
    dryRun: z.boolean().default(false),
    reason: prose(2_000).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before from' })
  .meta({ id: 'ReplayDeliveries' });
export type ReplayDeliveries = z.infer<typeof ReplayDeliveries>;

const subscriptionId = Ulid;

/** Why a subscription was stopped: by its owner, by 410 of the receiver, by failing for days, or for want of consent. */
export const DisabledFor = z.enum(['owner', 'gone', 'failing', 'no-consent']);

/** Facts of a stream that is a subscription's own. Secrets are never among them. */
export const subscriptionEvents = [
  event(
    'SubscriptionOpened',
    z.strictObject({
      subscriptionId,
      organ: OrganSlug,
      scope: SubscriptionScope,
      /** Readers (organ slugs, '*') with whose eyes it sees. */
      eyes: z.array(z.string()),
      name: z.string(),
      filter: SubscriptionFilter,
      mode: SubscriptionMode,
      transport: Transport,
      after: z.int().min(0),
    }),
  ),
  event(
    'SubscriptionChanged',
    z.strictObject({
      subscriptionId,
      name: z.string().optional(),
      filter: SubscriptionFilter.optional(),
      mode: SubscriptionMode.optional(),
      transport: Transport.optional(),
    }),
  ),
  event(
    'SubscriptionDisabled',
    z.strictObject({
      subscriptionId,
      organ: OrganSlug,
      name: z.string(),
      by: DisabledFor,
      reason: z.string(),
    }),
  ),
  event('SubscriptionEnabled', z.strictObject({ subscriptionId, reason: z.string() })),
  event('SubscriptionEnded', z.strictObject({ subscriptionId, reason: z.string() })),
  event('SecretRotated', z.strictObject({ subscriptionId, keyId: z.string(), oldUntil: Instant })),
  event(
    'ReplayRequested',
    z.strictObject({
      subscriptionId,
      from: z.int(),
      to: z.int(),
      filter: SubscriptionFilter.optional(),
      only: z.enum(['all', 'parked']),
      count: z.int(),
      reason: z.string().optional(),
    }),
  ),
] as const;

export const SubscriptionState = z.enum(['ACTIVE', 'DISABLED', 'ENDED']).meta({ id: 'SubscriptionState' });

/** A subscription as its organ sees it. */
export const SubscriptionView = z
  .strictObject({
    id: Ulid,
    organ: OrganSlug,
    scope: SubscriptionScope,
    ...terms,
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
