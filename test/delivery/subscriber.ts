import type { FeedEvent } from '#contracts';
import { newDossierId, newKey, type Answered, type TestApp } from '../support/app';

interface Terms {
  organ?: string;
  scope?: 'government' | 'organ';
  name?: string;
  filter?: object;
  mode?: string;
  transport?: object;
  after?: number | undefined;
}

export const change = async (
  app: TestApp,
  person: string,
  id: string,
  command: string,
  body: unknown,
  headers: Record<string, string | undefined> = {},
): Promise<Answered> =>
  app.send(`/v1/subscriptions/${id}/${command}`, {
    method: 'POST',
    token: await app.tokenOf(person),
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
  });

/** Opens a subscription by pull; throws unless it is opened. @returns its id */
export const subscribe = async (app: TestApp, person: string, terms: Terms = {}): Promise<string> => {
  const id = newDossierId();
  const body = { organ: 'METI', name: 'a test', transport: { kind: 'pull' }, ...terms };
  const { status, text } = await change(app, person, id, 'open-subscription', body);
  if (status !== 201) throw new Error(`open-subscription: ${status} ${text}`);
  return id;
};

export const pull = async (
  app: TestApp,
  person: string,
  subscription: string,
  asked: Record<string, string | number> = {},
): Promise<Answered> => {
  const query = new URLSearchParams({ subscription, ...asked });
  return app.send(`/v1/events?${query}`, { token: await app.tokenOf(person) });
};

export const eventsOf = (answered: Answered): FeedEvent[] => {
  if (answered.status !== 200) throw new Error(`pull: ${answered.status} ${answered.text}`);
  return answered.json as unknown as FeedEvent[];
};

/** Everything of a subscription after a number, page by page, until the feed has looked at a position. */
export const pullAll = async (
  app: TestApp,
  person: string,
  subscription: string,
  until: number,
  limit = 200,
  from = 0,
): Promise<FeedEvent[]> => {
  const all: FeedEvent[] = [];
  for (;;) {
    const before = await cursorOf(app, person, subscription);
    const page = eventsOf(
      await pull(app, person, subscription, { after: from + all.length, limit, wait: 1 }),
    );
    all.push(...page);
    if (page.length < limit && before >= until) return all;
  }
};

/** Position up to which the feed has looked for a subscription. */
export const cursorOf = async (app: TestApp, person: string, id: string): Promise<number> => {
  const { status, json, text } = await app.send(`/v1/subscriptions/${id}`, {
    token: await app.tokenOf(person),
  });
  if (status !== 200) throw new Error(`subscription: ${status} ${text}`);
  return json.cursor as number;
};

/** Faults of the chain by which a consumer knows that nothing is missing. */
export const breaksIn = (events: readonly FeedEvent[], after = 0): string[] =>
  events.flatMap(({ subsequence, prevsequence }, i) => {
    const [before, own] = [after + i, after + i + 1].map((n) => String(n).padStart(20, '0'));
    return subsequence === own && prevsequence === before
      ? []
      : [`${prevsequence} → ${subsequence} at ${own}`];
  });

/** One field of a stream of server-sent events. */
export interface Sent {
  id?: string;
  event?: string;
  data?: string;
  comment?: string;
  retry?: string;
}

const fieldsOf = (block: string): Sent =>
  Object.fromEntries(
    block.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at) || 'comment', line.slice(at + 1).trim()];
    }),
  );

/** A stream as a client reads it, until it ends or is cut. Throws for an answer that is none. */
export async function* streamed(
  app: TestApp,
  person: string,
  subscription: string,
  { lastEventId, cut }: { lastEventId?: string | undefined; cut?: AbortSignal } = {},
): AsyncGenerator<Sent> {
  const headers = {
    authorization: `Bearer ${await app.tokenOf(person)}`,
    ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
  };
  const response = await fetch(`${app.url}/v1/events/stream?subscription=${subscription}`, {
    headers,
    ...(cut && { signal: cut }),
  });
  if (response.status !== 200) throw new Error(`stream: ${response.status} ${await response.text()}`);
  let rest = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) yield fieldsOf(block);
  }
}
