import { z } from 'zod';

const marks = z.registry<{ growing: true }>();

/** Says of an enumeration, or of a union with a discriminator, that it gets further values without a new version of what holds it. */
export const growing = <Schema extends z.ZodType>(schema: Schema): Schema => {
  const marked = schema.clone();
  marks.add(marked, { growing: true });
  return marked;
};

/** Annotates, in a schema of what we send, an enumeration or a union that gets further values. */
export const growingMark = 'x-growing';

export const isGrowing = (schema: z.core.$ZodType): boolean => marks.get(schema) !== undefined;
