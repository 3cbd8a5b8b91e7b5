import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long a copy may be used: for ever, a minute, or never without asking. */
const caching = {
  ever: 'public, max-age=31536000, immutable',
  minute: 'public, max-age=60',
  never: 'public, no-cache',
} as const;

/** Sends public bytes, or 304 to whoever has them already. */
export function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  bytes: Uint8Array | string,
  { type, keep }: { type: string; keep: keyof typeof caching },
): void {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ etag, 'cache-control': caching[keep], 'access-control-allow-origin': '*' });
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known?.includes(etag)) void reply.code(304).send();
  else void reply.type(type).send(Buffer.from(bytes));
}
