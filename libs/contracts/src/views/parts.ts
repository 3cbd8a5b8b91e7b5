import { z } from 'zod';

/** Pieces that answers share. */
export const Title = z.object({ ja: z.string().optional(), en: z.string().optional() });
export const Sentence = z.object({ ja: z.string(), en: z.string() });
export const Time = z.string().meta({ description: 'ISO 8601, UTC', format: 'date-time' });
export const Ledger = z.int().meta({ description: 'position in the ledger' });
/** An organ; null is a participant whose name is not shown. */
export const Who = z.string().nullable();

/** A page of a list, and where the next begins. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'cursor of the next page; null at the end' }),
  });
