import * as contracts from '#contracts';
import { z } from 'zod';
import { DigestQuery, LedgerQuery } from './ledger-feed/requests.js';

/** A route as the API's readers see it. */
export interface Route {
  method: 'get' | 'post';
  path: string;
  operation: string;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Body; its changes are facts and take an Idempotency-Key, unless the route says otherwise. */
  body?: z.ZodType;
  repeatable?: true;
  status?: 201;
  /** JSON of this schema, or something of this media type. */
  answer?: z.ZodType;
  media?: string;
  /** Needs no access token. */
  open?: true;
}

const Id = z.object({ id: contracts.Ulid.meta({ description: 'ULID of the subscription' }) });
const get = { method: 'get' } as const;

const change = (name: string, summary: string, body: z.ZodType, answer: z.ZodType): Route => ({
  ...{ method: 'post', operation: name, summary, body, answer, params: Id },
  path: `/v1/subscriptions/{id}/${contracts.kebab(name)}`,
});
const changes: readonly Route[] = (
  [
    [
      'OpenSubscription',
      'Subscribe an organ of yours; the id is one of your making.',
      contracts.OpenSubscription,
    ],
    [
      'ChangeSubscription',
      'Change name, filter, order or transport from the next event on.',
      contracts.ChangeSubscription,
    ],
    [
      'DisableSubscription',
      'Stop it; what happens meanwhile is told once it is enabled.',
      contracts.SubscriptionReason,
    ],
    ['EnableSubscription', 'Let it go on where it stopped.', contracts.SubscriptionReason],
    ['EndSubscription', 'End it for good.', contracts.SubscriptionReason],
    [
      'RotateSecret',
      'Sign with a new key; the old one signs as well for a time. The key is shown once.',
      contracts.RotateSecret,
    ],
  ] as const
).map(([name, summary, body]) => change(name, summary, body, contracts.SubscriptionAnswer));

/** Everything that the delivery process answers. */
export const routes: readonly Route[] = [
  ...changes.map((route): Route =>
    route.operation === 'OpenSubscription' ? { ...route, status: 201 } : route,
  ),
  {
    ...change(
      'Replay',
      'Send deliveries of a webhook again, or say how many it would be.',
      contracts.ReplayDeliveries,
      contracts.ReplayAnswer,
    ),
    operation: 'ReplayDeliveries',
  },
  {
    ...change(
      'Acknowledge',
      'Say up to which number deliveries were taken.',
      contracts.AcknowledgeDeliveries,
      contracts.Acknowledged,
    ),
    ...{ operation: 'AcknowledgeDeliveries', repeatable: true },
  },
  {
    ...{
      ...get,
      path: '/v1/subscriptions',
      operation: 'listSubscriptions',
      answer: contracts.SubscriptionList,
    },
    summary: 'The subscriptions of your organs, in the order of their ids.',
  },
  {
    ...{ ...get, path: '/v1/subscriptions/{id}', operation: 'readSubscription', params: Id },
    ...{ summary: 'A subscription, and how far it came.', answer: contracts.SubscriptionView },
  },
  {
    ...{ ...get, path: '/v1/subscriptions/{id}/troubled', operation: 'readTroubled', params: Id },
    ...{
      summary: 'What a webhook did not take.',
      query: contracts.TroubledQuery,
      answer: contracts.TroubledPage,
    },
  },
  {
    ...{ ...get, path: '/v1/events', operation: 'pullEvents', query: contracts.PullRequest },
    summary: 'The next deliveries of a subscription: a batch of CloudEvents in a chain without a gap.',
    media: 'application/cloudevents-batch+json',
    answer: z.array(contracts.FeedEvent),
  },
  {
    ...{ ...get, path: '/v1/events/stream', operation: 'streamEvents', query: contracts.StreamRequest },
    summary:
      'Deliveries as server-sent events: id is the subsequence, data one CloudEvent; resumes after Last-Event-ID; `end` says why it will not go on.',
    media: 'text/event-stream',
  },
  {
    ...{ ...get, path: '/v1/events/{eventId}', operation: 'readEvent' },
    ...{ params: z.object({ eventId: z.uuid() }), answer: contracts.Announcement },
    summary: 'An event with its data, also of marking 2, to whom it was told.',
    media: 'application/cloudevents+json',
  },
  {
    ...{
      ...get,
      path: '/v1/ledger',
      operation: 'readLedger',
      query: LedgerQuery,
      answer: contracts.LedgerPage,
    },
    summary: "The whole ledger, for headquarters' own machines.",
  },
  {
    ...{ ...get, path: '/v1/ledger/digest', operation: 'readLedgerDigest', query: DigestQuery },
    ...{ summary: 'Counts and hashes by day and acting organ.', answer: contracts.LedgerDigest },
  },
  {
    ...{ ...get, path: '/asyncapi.json', operation: 'readAsyncapi', open: true, media: 'application/json' },
    summary: 'What the feed says, as an AsyncAPI 3 document.',
  },
  {
    ...{
      ...get,
      path: '/schemas/{place}',
      operation: 'readSchema',
      open: true,
      media: 'application/schema+json',
    },
    ...{
      summary: 'The JSON schema that dataschema of an event names.',
      params: z.object({ place: z.string() }),
    },
  },
];
