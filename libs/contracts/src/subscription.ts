import { z } from 'zod';
import { OrganSlug, Pillar, Ulid, line, prose } from './common.js';
import { events, type EventName } from './events.js';
import { growing } from './growing.js';

const eventNames = events.map(({ name }) => name) as [EventName, ...EventName[]];

/** Which events a subscription is told of, of those it may see. An absent field asks for nothing; the given ones must all hold. */
export const SubscriptionFilter = z
  .strictObject({
    types: z
      .array(growing(z.enum(eventNames)))
      .min(1)
      .max(100)
      .optional(),
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

/** What a subscription is, besides whose. */
export const subscriptionTerms = {
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
    ...subscriptionTerms,
    after: z.int().min(0).optional(),
  })
  .meta({ id: 'OpenSubscription' });
export type OpenSubscription = z.infer<typeof OpenSubscription>;

/** Body of POST /v1/subscriptions/{id}/change-subscription; what is absent stays. Holds from the next event on. */
export const ChangeSubscription = z
  .strictObject({
    name: subscriptionTerms.name.optional(),
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

/** Why a subscription was stopped: by its owner, by 410 of the receiver, by failing for days, or for want of consent. */
export const DisabledFor = z.enum(['owner', 'gone', 'failing', 'no-consent']);
