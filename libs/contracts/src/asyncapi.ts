import { z } from 'zod';
import { asyncChannels, asyncOperations, type FeedPlaces } from './asyncapi-channels.js';
import { asyncExamples } from './asyncapi-examples.js';
import { asyncSecurity, deliveredHeaders } from './asyncapi-security.js';
import { isJson } from './feed-data.js';
import { feedContracts, openSchema, type FeedContract } from './feed-schema.js';
import { FeedEvent, GapNotice, feedSchema, gapType } from './feed.js';
import type { Json } from './openapi.js';

const components = '#/components/schemas/';
const cloudEvents = 'application/cloudevents+json';

/** A JSON Schema 2020-12 with its shared parts in the components of a document. */
const hoisted = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(hoisted);
  if (!isJson(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' ? String(value).replace('#/$defs/', components) : hoisted(value),
    ]),
  );
};

const dataName = ({ name, v }: FeedContract): string => `${name}DataV${v}`;

/** Data of every event, and the parts they share. Throws when two events mean different things by one name. */
const dataSchemas = (contracts: FeedContract[]): Record<string, unknown> => {
  const found: Record<string, unknown> = {};
  const keep = (name: string, schema: unknown) => {
    if (found[name] && JSON.stringify(found[name]) !== JSON.stringify(schema))
      throw new Error(`two schemas in the feed are called ${name}`);
    found[name] = schema;
  };
  for (const contract of contracts) {
    const { $schema: _schema, $defs = {}, ...own } = openSchema(contract.strict) as Json;
    for (const [name, part] of Object.entries($defs as Json)) keep(name, hoisted(part));
    keep(dataName(contract), hoisted(own));
  }
  return found;
};

/** The envelope; members that are not named may come. */
const envelope = (schema: z.ZodType): Json => {
  const { $schema: _schema, $ref, $defs = {} } = z.toJSONSchema(schema, { io: 'output' }) as Json;
  const {
    id: _id,
    additionalProperties: _more,
    ...own
  } = ($defs as Record<string, Json>)[String($ref).replace('#/$defs/', '')] as Json;
  return own;
};

const carried = (contract: FeedContract): Json => ({
  allOf: [
    { $ref: `${components}FeedEvent` },
    {
      type: 'object',
      properties: {
        type: { const: contract.type },
        dataschema: { const: feedSchema(contract.name, contract.v) },
        data: { $ref: components + dataName(contract) },
      },
    },
    {
      oneOf: [
        { required: ['data'], not: { required: ['dataref'] } },
        { required: ['dataref'], not: { required: ['data'] } },
      ],
    },
  ],
});

const message = (name: string, title: string, summary: string, examples?: Json[]): Json => ({
  ...{ name, title, summary, contentType: cloudEvents, payload: { $ref: components + title } },
  traits: [{ $ref: '#/components/messageTraits/delivered' }],
  ...(examples && { examples }),
});

const summaryOf = ({ leftOut }: FeedContract): string =>
  leftOut.length === 0
    ? 'With its data, or with a reference to it (dataref) where the marking is 2.'
    : `With its data, or with a reference to it (dataref) where the marking is 2. Left out: ${leftOut.join(', ')}.`;

const titleOf = ({ name, v }: FeedContract): string => (v === 1 ? name : `${name}V${v}`);

/** The feed as an AsyncAPI 3 document, from the same schemas that events are made by. */
export const asyncapi = (places: FeedPlaces = {}): Json => {
  const contracts = feedContracts();
  const titles = contracts.map(titleOf);
  const examples = asyncExamples();
  const messages = contracts.map((contract) => {
    const title = titleOf(contract);
    return [title, message(contract.type, title, summaryOf(contract), examples[contract.type])] as const;
  });
  const gap = message(
    gapType,
    'DeliveryGap',
    'Stands in for a delivery that was given up, with its number: the chain stays whole, and the event can be had by replay or by pull.',
    examples[gapType],
  );
  const payloads = contracts.map((contract) => [titleOf(contract), carried(contract)] as const);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Kyogi: the feed',
      version: '1',
      description:
        'What happened, as CloudEvents 1.0.2 in structured JSON, to whoever subscribed and may know. Never a person’s name or id. Numbers of a subscription are dense: an event whose prevsequence is not the last that you have says that one is missing. Further members may come at any time, also further events and, where a schema says so, further values; anything else gets a new version of the event.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: cloudEvents,
    ...asyncChannels(places, [...titles, 'DeliveryGap']),
    operations: asyncOperations([...titles, 'DeliveryGap']),
    components: {
      messages: {
        ...Object.fromEntries(messages),
        DeliveryGap: gap,
        PullRequest: {
          name: 'PullRequest',
          title: 'PullRequest',
          summary: 'What is asked for is in the address; there is no body.',
          payload: { type: 'null' },
        },
        FeedBatch: {
          name: 'FeedBatch',
          title: 'FeedBatch',
          summary: 'Deliveries in the order of their numbers.',
          contentType: 'application/cloudevents-batch+json',
          payload: { $ref: `${components}FeedBatch` },
        },
      },
      messageTraits: { delivered: deliveredHeaders },
      schemas: {
        FeedEvent: envelope(FeedEvent),
        ...Object.fromEntries(payloads),
        DeliveryGap: envelope(GapNotice),
        FeedBatch: {
          type: 'array',
          items: { anyOf: [...titles, 'DeliveryGap'].map((title) => ({ $ref: components + title })) },
        },
        ...dataSchemas(contracts),
      },
      securitySchemes: asyncSecurity,
    },
  };
};
