import { z } from 'zod';
import { Instant, OrganSlug, Ulid } from '../common.js';
import { event } from '../message.js';
import {
  DisabledFor,
  SubscriptionFilter,
  SubscriptionMode,
  SubscriptionScope,
  Transport,
} from '../subscription.js';

const subscriptionId = Ulid;

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
