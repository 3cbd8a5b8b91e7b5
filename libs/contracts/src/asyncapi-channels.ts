import { z } from 'zod';
import { feedSubject } from './broker.js';
import { PullRequest, StreamRequest } from './feed-requests.js';
import type { Json } from './openapi.js';

/** Where one cabinet's feed is; what is not said stays a placeholder. */
export interface FeedPlaces {
  cabinet?: string;
  /** Address of the delivery process, e.g. https://feed.example.go.jp. */
  door?: string;
  /** Address of a NATS server, e.g. nats://nats.example.go.jp:4222. */
  nats?: string;
}

const server = (address: string, description: string, more: Json = {}): Json => {
  const { protocol, host } = new URL(address);
  return { ...{ host, protocol: protocol.slice(0, -1), description }, ...more };
};

const queryOf = (request: z.ZodType): Json => {
  const { $schema: _schema, ...schema } = z.toJSONSchema(request, { io: 'input' }) as Json;
  return schema;
};
const get = (query: z.ZodType): Json => ({
  http: { method: 'GET', query: queryOf(query), bindingVersion: '0.3.0' },
});

const referred = (section: string, titles: string[]): Json =>
  Object.fromEntries(titles.map((title) => [title, { $ref: `${section}/${title}` }]));
const messages = (titles: string[]): Json => referred('#/components/messages', titles);
const bearer = [{ $ref: '#/components/securitySchemes/accessToken' }];

/** Servers and channels: the same deliveries by four ways. */
export const asyncChannels = ({ cabinet, door, nats }: FeedPlaces, titles: string[]): Json => ({
  servers: {
    door: server(door ?? 'https://feed.kyogi.example', 'The delivery process.', { security: bearer }),
    broker: server(nats ?? 'nats://nats.kyogi.example:4222', 'NATS with JetStream, where it is configured.'),
  },
  channels: {
    pull: {
      address: '/v1/events',
      title: 'Pull',
      description: 'Asks for deliveries behind a number, and says by it that all up to there were taken.',
      servers: [{ $ref: '#/servers/door' }],
      messages: messages(['PullRequest', 'FeedBatch']),
    },
    stream: {
      address: '/v1/events/stream',
      title: 'Server-sent events',
      description: 'The id of an event of the stream is the number of the delivery; Last-Event-ID resumes.',
      servers: [{ $ref: '#/servers/door' }],
      messages: messages(titles),
    },
    webhook: {
      address: null,
      title: 'Webhook',
      description: 'POST to the address that the subscription names.',
      messages: messages(titles),
    },
    jetstream: {
      address: feedSubject(cabinet ?? '{cabinet}', '{subscription}'),
      title: 'JetStream',
      description: 'Published with message ids, so that the broker drops repetitions.',
      servers: [{ $ref: '#/servers/broker' }],
      parameters: {
        ...(cabinet === undefined && { cabinet: { description: 'Short name of the cabinet, e.g. japan.' } }),
        subscription: { description: 'ULID of the subscription.' },
      },
      messages: messages(titles),
    },
  },
});

const on = (channel: string, titles: string[]): Json => ({
  channel: { $ref: `#/channels/${channel}` },
  messages: titles.map((title) => ({ $ref: `#/channels/${channel}/messages/${title}` })),
});

/** What Kyogi does on each channel. */
export const asyncOperations = (titles: string[]): Json => ({
  pullDeliveries: {
    ...{ action: 'receive', summary: 'Answer with deliveries; may wait for the next one.' },
    ...{ ...on('pull', ['PullRequest']), security: bearer, bindings: get(PullRequest) },
    reply: on('pull', ['FeedBatch']),
  },
  streamDeliveries: {
    ...{ action: 'send', summary: 'Send deliveries as they come, for as long as the connection is held.' },
    ...{ ...on('stream', titles), security: bearer, bindings: get(StreamRequest) },
  },
  postDeliveries: {
    ...{ action: 'send', summary: 'Post each delivery until it is acknowledged with 2xx, or given up.' },
    ...on('webhook', titles),
    security: [{ $ref: '#/components/securitySchemes/webhookSignature' }],
    bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
  },
  publishDeliveries: {
    ...{ action: 'send', summary: 'Publish each delivery of a subscription by NATS.' },
    ...on('jetstream', titles),
  },
});
