import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const CORRELATION_HEADER = 'x-correlation-id';

const sane = /^[\w.:-]{8,100}$/;

/** The caller's X-Correlation-Id when it is 8 to 100 letters, digits, dots, colons, underscores or hyphens; else a new one. */
export const correlationIdOf = (request: Pick<IncomingMessage, 'headers'>): string => {
  const given = request.headers[CORRELATION_HEADER];
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
};
