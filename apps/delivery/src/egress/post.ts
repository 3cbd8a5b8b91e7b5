import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { Problem } from '#contracts';
import { CONFIG, type Config } from '#platform';
import { Exceptions } from './exceptions.js';
import { exchange, Stale, type Exchange } from './exchange.js';
import { Refused, Unreachable } from './failures.js';
import { requireAllowed } from './guard.js';
import { resolver } from './names.js';
import { retryAfterMs } from './retry-after.js';
import { Routes } from './routes.js';
import { targetOf, type Target } from './target.js';

/** What a receiver answered. 3xx is an answer like 5xx, never followed. */
export interface Receipt {
  status: number;
  /** Milliseconds that the receiver asks us to wait, without an upper bound. */
  retryAfterMs?: number;
  headers: IncomingHttpHeaders;
  /** Its beginning, at most 4 kB; empty for 2xx. */
  body: string;
}

export interface Outgoing {
  headers: Record<string, string>;
  body: Buffer | string;
  /** Milliseconds for the name, the connection and the answer together (20,000). */
  timeoutMs?: number;
}

/** What tests set otherwise: name servers, milliseconds for which their answers hold, the usual port, trusted certificates (PEM). */
export interface EgressSettings {
  nameServers?: string[];
  freshMs?: number;
  usualPort?: number;
  ca?: string;
}
/** Kept connections that may turn out to be closed, one after the other, for one request. */
const maxTries = 3;

const EGRESS_SETTINGS = Symbol('kyogi egress settings');

/**
 * The only way out to addresses that others chose. What it connects to is of the public Internet or named in WEBHOOK_ALLOWED_HOSTS; it
 * throws Refused for the rest, and Unreachable when there is no answer.
 */
@Injectable()
export class Egress implements OnApplicationShutdown {
  private readonly exceptions: Exceptions;
  private readonly routes: Routes;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'WEBHOOK_ALLOWED_HOSTS'>,
    @Optional() @Inject(EGRESS_SETTINGS) private readonly settings: EgressSettings = {},
  ) {
    const { nameServers, freshMs = 60_000, ca } = settings;
    this.exceptions = new Exceptions(config.WEBHOOK_ALLOWED_HOSTS);
    this.routes = new Routes({ exceptions: this.exceptions, resolve: resolver(nameServers), freshMs, ca });
  }

  /** Throws Problem invalid-content, with what to change, when the URL can be seen to be refused before its name is looked up. */
  checkUrl(url: string): void {
    try {
      const target = this.targetOf(url);
      if (isIP(target.host) !== 0) requireAllowed(target, [target.host], this.exceptions);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Problem('invalid-content', `The webhook cannot be called: ${error.message}.`, {
        faults: [{ path: 'transport.url', message: error.message }],
      });
    }
  }

  /** Sends once; at once again when a kept connection turned out to be closed, which the receiver may see as a repetition. */
  post(url: string, { headers, body, timeoutMs }: Outgoing): Promise<Receipt> {
    return this.send(url, { method: 'POST', headers, body }, timeoutMs);
  }

  /** Asks with OPTIONS. */
  options(url: string, headers: Record<string, string>, timeoutMs?: number): Promise<Receipt> {
    return this.send(url, { method: 'OPTIONS', headers, body: '' }, timeoutMs);
  }

  onApplicationShutdown(): void {
    this.routes.close();
  }

  private targetOf(url: string): Target {
    return targetOf(url, this.exceptions, this.settings.usualPort);
  }

  private async send(
    url: string,
    asked: Pick<Exchange, 'method' | 'headers' | 'body'>,
    timeoutMs = 20_000,
  ): Promise<Receipt> {
    const target = this.targetOf(url);
    const end = performance.now() + timeoutMs;
    for (let tries = 1; ; tries += 1)
      try {
        const agent = await inTime(this.routes.to(target), end);
        const answered = await exchange({ agent, target, ...asked, patience: end - performance.now() });
        const wait = retryAfterMs(answered.headers['retry-after'], Date.now());
        return { ...answered, ...(wait !== undefined && { retryAfterMs: wait }) };
      } catch (error) {
        if (error instanceof Stale && tries < maxTries) continue;
        this.routes.doubt(target);
        throw error instanceof Stale ? new Unreachable('the receiver closes every connection') : error;
      }
  }
}

const inTime = async <T>(work: Promise<T>, end: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Unreachable('the name was not found in time')),
      end - performance.now(),
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
