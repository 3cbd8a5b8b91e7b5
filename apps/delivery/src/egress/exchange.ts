import { request, type Agent, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Refused, Unreachable } from './failures.js';
import type { Target } from './target.js';

/** Bytes of an answer's body that are read; the rest is cut off. */
const maxBody = 4_096;
/** Largest head of an answer, bytes. */
const maxHeaderSize = 8_192;

export interface Exchange {
  agent: Agent;
  target: Target;
  method: 'POST' | 'OPTIONS';
  headers: Record<string, string>;
  body: Buffer | string;
  /** Milliseconds until it is given up. */
  patience: number;
}

/** What came back. Of a 2xx the head alone counts, and nothing else is waited for. */
export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  /** At most 4 kB. */
  body: string;
}

/** A kept connection ended without an answer, most likely because the receiver closed it as idle: worth another at once. */
export class Stale extends Error {}

const failureOf = (error: NodeJS.ErrnoException): Error =>
  error instanceof Refused || error instanceof Unreachable || error instanceof Stale
    ? error
    : new Unreachable(error.code ?? error.message, { cause: error });

/** Reads at most 4 kB. The connection is used again only when that was all of it. */
const bodyOf = (answer: IncomingMessage, done: (body: string) => void): void => {
  const parts: Buffer[] = [];
  let size = 0;
  const text = (): string => Buffer.concat(parts).subarray(0, maxBody).toString();
  answer.on('data', (part: Buffer) => {
    parts.push(part);
    size += part.length;
    if (size > maxBody) answer.destroy();
  });
  answer.on('error', () => undefined);
  answer.on('close', () => done(text()));
};

/** One request and its answer; never a second because of a redirect. Throws Refused, Unreachable, Stale. */
export const exchange = ({ agent, target, method, headers, body, patience }: Exchange): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { authority, path, host, port } = target;
    const length = { host: authority, 'content-length': String(Buffer.byteLength(body)) };
    const asked = request({
      agent,
      host,
      port,
      path,
      method,
      maxHeaderSize,
      headers: { ...headers, ...length },
    });
    let answer: IncomingMessage | undefined;
    const timer = setTimeout(
      () => (answer ? answer.destroy() : asked.destroy(new Unreachable('no answer in time'))),
      patience,
    );
    asked.on('response', (response) => {
      const { statusCode: status = 0, headers: told } = response;
      if (status < 200) return void asked.destroy(new Unreachable('it wants to speak another protocol'));
      answer = response;
      if (status >= 200 && status < 300) resolve({ status, headers: told, body: '' });
      bodyOf(response, (text) => resolve({ status, headers: told, body: text }));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      const stale = asked.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      if (!answer) reject(stale ? new Stale() : failureOf(error));
    });
    asked.on('close', () => {
      clearTimeout(timer);
      if (!answer) reject(new Unreachable('the connection was closed without an answer'));
    });
    asked.end(body);
  });
