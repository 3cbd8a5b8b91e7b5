import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { CloudEvent, HTTP, type Message } from 'cloudevents';
import { asyncapi, feedContracts, FeedEvent, GapNotice, gapType, type Json } from '#contracts';

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

const place = 'https://kyogi.example/asyncapi.json';
const document = plain(asyncapi());
ajv.addSchema({ ...document, $id: place });

const contracts = new Map(feedContracts().map(({ type, strict }) => [type, strict]));

/** By CloudEvents `type`: what the AsyncAPI document says of the message, and the strict schema of its data. */
const messages = new Map<string, { published: ValidateFunction; strict: ValidateFunction }>();
const messageOf = (type: string) => {
  const known = messages.get(type);
  if (known) return known;
  const { components } = document as {
    components: { messages: Record<string, { name: string; payload: Json }> };
  };
  const found = Object.values(components.messages).find(({ name }) => name === type);
  if (!found) return undefined;
  const made = {
    published: ajv.compile({ $ref: place + (found.payload['$ref'] as string) }),
    strict: ajv.compile(contracts.get(type) ?? {}),
  };
  messages.set(type, made);
  return made;
};

const specified = new Set([
  ...['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'dataschema', 'data'],
]);
const isAttribute = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (Number.isInteger(value) && Math.abs(value as number) < 2 ** 31);

/** Extensions whose name or kind CloudEvents does not allow. */
const oddExtensions = (event: Json): string[] =>
  Object.entries(event)
    .filter(([name]) => !specified.has(name))
    .filter(([name, value]) => !/^[a-z0-9]{1,20}$/.test(name) || !isAttribute(value))
    .map(([name, value]) => `the extension ${name} is ${JSON.stringify(value)}`);

const reasons = (valid: ValidateFunction, value: unknown, what: string): string[] =>
  valid(value) ? [] : (valid.errors ?? []).map((error) => `${what}: ${error.instancePath} ${error.message}`);

const envelope = (event: Json): string[] => {
  const parsed = (event['type'] === gapType ? GapNotice : FeedEvent).safeParse(event);
  return parsed.success ? [] : [`the envelope: ${parsed.error.message}`];
};

const asCloudEvents = (contentType: string, body: unknown): unknown => {
  const message: Message = { headers: { 'content-type': contentType }, body: JSON.stringify(body) };
  return HTTP.isEvent(message) ? HTTP.toEvent(message) : undefined;
};

const structured = (event: Json): string[] => {
  try {
    const read = asCloudEvents('application/cloudevents+json; charset=utf-8', event);
    if (!(read instanceof CloudEvent) || !read.validate()) return ['it is no CloudEvent'];
    const kept = plain(read);
    return JSON.stringify(kept['data']) === JSON.stringify(event['data'])
      ? []
      : ['the CloudEvents SDK reads other data'];
  } catch (error) {
    return [`it is no CloudEvent: ${String(error)}`];
  }
};

const faultsOf = (event: Json): string[] => {
  const message = messageOf(event['type'] as string);
  if (!message) return [`no message is called ${String(event['type'])}`];
  return [
    ...structured(event),
    ...oddExtensions(event),
    ...envelope(event),
    ...reasons(message.published, event, 'the AsyncAPI message'),
    ...(event['data'] === undefined ? [] : reasons(message.strict, event['data'], 'the data')),
  ];
};

/** Throws unless each is a CloudEvent (to the `cloudevents` package), alone and in a batch, and what the AsyncAPI document says, with nothing more. */
export function assertFeedEvents(events: readonly unknown[]): void {
  const faults = events.flatMap((event) =>
    faultsOf(plain(event)).map(
      (fault) => `${String((event as Json)['id'])} (${String((event as Json)['type'])}): ${fault}`,
    ),
  );
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const batch = asCloudEvents('application/cloudevents-batch+json', events);
  if (!Array.isArray(batch) || batch.length !== events.length) throw new Error('the events are no batch');
}
