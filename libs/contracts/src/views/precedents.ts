import { z } from 'zod';
import { CompetenceTag } from '../cabinet.js';
import { Disposition, Weight } from '../threads.js';
import { Title } from './parts.js';

const PrecedentItem = z.object({
  dossierId: z.string(),
  number: z.string().nullable(),
  title: Title.nullable(),
  lead: z.string().nullable(),
  kind: z.enum(['thread', 'memorandum']),
  ref: z.string().meta({ description: 'a thread such as PPC#1, or memorandum:1' }),
  organ: z.string(),
  weight: Weight.nullable(),
  clauseId: z.string().nullable(),
  heading: z.string().nullable(),
  clauseText: z.string().nullable(),
  tags: z.array(CompetenceTag),
  /** What was asked or objected, the last re-opinion below; of a memorandum, what was agreed. */
  body: z.string(),
  quotedText: z.string().nullable(),
  proposedText: z.string().nullable(),
  answer: z.string().nullable(),
  disposition: Disposition.nullable(),
  parties: z.array(z.string()),
  threads: z.array(z.string()),
  at: z
    .string()
    .meta({ description: 'when it was answered or recorded; ISO 8601, UTC', format: 'date-time' }),
  score: z.number().meta({ description: 'likeness, 0 to 1' }),
});

/** Past answers and memoranda, open to the circle of their own consultation. */
export const PrecedentPage = z.object({ items: z.array(PrecedentItem) }).meta({ id: 'PrecedentPage' });
export type PrecedentPage = z.infer<typeof PrecedentPage>;
