import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Receiver } from './receiver';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** One request as a receiver got it. */
export interface Got {
  id: string;
  /** CloudEvents id; of a notice, `gap-` and that of the event. */
  eventId: string;
  /** Number of the delivery; of a notice, that of the one that it stands in for. */
  seq: number;
  key: string;
  type: string;
  isGap: boolean;
  settled: number;
  replayed: boolean;
  body: string;
  headers: IncomingHttpHeaders;
  /** Milliseconds since 1970. */
  at: number;
  /** What was answered; 0: nothing. */
  status: number;
}

export type Answer =
  number | { status: number; headers?: Record<string, string>; afterMs?: number; text?: string } | 'hang';

/** A receiver of webhooks that consents, remembers everything, and answers as it is told to. */
export class Hook {
  readonly got: Got[] = [];
  answer: (got: Got, tries: number) => Answer = () => 204;
  /** Remembers of each body its hash only, and no headers: for millions of requests. */
  isForgetful = false;
  /** Requests a minute that it allows. */
  rate = '*';
  private readonly tries = new Map<string, number>();

  private constructor(private readonly receiver: Receiver) {}

  static async start(): Promise<Hook> {
    const hooks: Hook[] = [];
    const receiver = await Receiver.start((request, response) => {
      if (request.method === 'OPTIONS') {
        response
          .writeHead(204, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': hooks[0]!.rate })
          .end();
        return;
      }
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => hooks[0]!.take(Buffer.concat(parts).toString(), request.headers, response));
    });
    hooks.push(new Hook(receiver));
    return hooks[0]!;
  }

  get url(): string {
    return `http://127.0.0.2:${this.receiver.port}/hook`;
  }

  /** What was taken, without repetitions, as it came. */
  get taken(): Got[] {
    const seen = new Set<string>();
    return this.got.filter(({ id, status }) => {
      if (status < 200 || status > 299 || seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  }

  close(): void {
    this.receiver.close();
  }

  private take(body: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
    const { subsequence, type, partitionkey, id: eventId } = JSON.parse(body) as Record<string, string>;
    const id = String(headers['webhook-id']);
    const got: Got = {
      ...{
        id,
        eventId: eventId!,
        seq: Number(subsequence),
        key: partitionkey!,
        type: type!,
        isGap: type!.includes('delivery-gap'),
      },
      ...{ settled: Number(headers['kyogi-settled']), replayed: headers['kyogi-replayed'] === 'true' },
      ...{ at: Date.now(), status: 0 },
      ...(this.isForgetful ? { body: hashOf(body), headers: {} } : { body, headers }),
    };
    const tries = (this.tries.get(id) ?? 0) + 1;
    this.tries.set(id, tries);
    this.got.push(got);
    const answer = this.answer(got, tries);
    if (answer === 'hang') return;
    const {
      status,
      headers: more = {},
      afterMs = 0,
      text,
    } = typeof answer === 'number' ? { status: answer } : answer;
    const say = () => {
      if (response.destroyed) return;
      got.status = status;
      response.writeHead(status, more).end(text);
    };
    if (afterMs > 0) setTimeout(say, afterMs);
    else say();
  }
}
