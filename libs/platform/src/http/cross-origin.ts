import { CORRELATION_HEADER } from './correlation.js';

/** What pages of these origins may send and see; tokens travel in a header, never as cookies. */
export const crossOrigin = (origin: string[]) => ({
  origin,
  methods: ['GET', 'HEAD', 'POST', 'PUT'],
  allowedHeaders: [
    ...['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'],
    ...['min-position', 'last-event-id', CORRELATION_HEADER],
  ],
  exposedHeaders: [
    ...['etag', 'location', 'retry-after', 'idempotency-replayed', 'kyogi-position'],
    CORRELATION_HEADER,
  ],
  maxAge: 600,
});
