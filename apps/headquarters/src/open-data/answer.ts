import { createHash } from 'node:crypto';
import Negotiator from 'negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { POSITION_HEADER } from '../http/answer.js';

/** Bytes to be sent, and what they stand for. */
export interface Answer {
  type: string;
  body: Buffer | string;
  /** Position in the ledger of the snapshot. */
  position: number;
  /** When what it was made from changed last, ISO; null: never. */
  modified: string | null;
  /** Cursor of the next page. */
  next?: string | null;
  /** Name under which a browser saves it. */
  file?: string;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** What the caller reads best; `format` of the query goes before Accept, and JSON is what nobody asked otherwise gets. */
export const formatOf = (
  { headers }: Pick<FastifyRequest, 'headers'>,
  format: 'json' | 'csv' | undefined,
): 'json' | 'csv' => {
  if (format) return format;
  const best = new Negotiator({ headers }).mediaType(['application/json', 'text/csv']);
  return best === 'text/csv' ? 'csv' : 'json';
};

/** Last-Modified is never later than the present. */
const lastModified = (modified: string): string =>
  new Date(Math.min(Date.parse(modified), Math.floor(Date.now() / 1_000) * 1_000)).toUTCString();

const isKnown = (headers: FastifyRequest['headers'], etag: string, modified: string | undefined): boolean => {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  const since = headers['if-modified-since'];
  return since !== undefined && modified !== undefined && Date.parse(modified) <= Date.parse(since);
};

const linkTo = (url: string, cursor: string): string => {
  const [path = '', query] = url.split('?');
  const search = new URLSearchParams(query);
  search.set('cursor', cursor);
  return `<${path}?${search.toString()}>; rel="next"`;
};

/** Sends an answer that anybody may keep for a minute; 304 to whoever has it already. Compression is the proxy's. */
export const send = (request: FastifyRequest, reply: FastifyReply, answer: Answer): void => {
  const { type, body, position, next, file } = answer;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const modified = answer.modified === null ? undefined : lastModified(answer.modified);
  void reply.headers({
    ...{ etag, vary: 'Accept', 'cache-control': 'public, max-age=60, stale-while-revalidate=60' },
    [POSITION_HEADER]: String(position),
    ...(modified && { 'last-modified': modified }),
    ...(next && { link: linkTo(request.url, next) }),
  });
  if (isKnown(request.headers, etag, modified)) return void reply.code(304).send();
  if (file) void reply.header('content-disposition', `attachment; filename="${file}"`);
  void reply.header('content-type', type).send(body);
};
