import { Problem } from '#contracts';
import type { z } from 'zod';

/** Reads a part of a request: query, parameters or headers. Throws an invalid-request Problem that names every fault. */
export const requested = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  const detail = faults.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw new Problem('invalid-request', `${detail}.`, { faults });
};
