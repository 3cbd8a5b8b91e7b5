import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Read } from '../read-models/readers.js';

/** The ledger position that an answer stands for. */
export const POSITION_HEADER = 'kyogi-position';

/** Sends what the schema declares and nothing else, with the position it was read at. */
export const answer = <Schema extends z.ZodType>(
  reply: FastifyReply,
  schema: Schema,
  { answer: found, position }: Read<unknown>,
): z.output<Schema> => {
  void reply.header(POSITION_HEADER, String(position));
  return schema.parse(found);
};
