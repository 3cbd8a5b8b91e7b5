import { z } from 'zod';
import { Ledger } from './parts.js';

/** Where the evidence of an event is. Addresses are absolute, or relative to that of the transparency log. */
export const EvidenceView = z
  .object({
    eventId: z.string(),
    position: Ledger,
    /** Whether the published checkpoint covers it; what is recorded now is covered in a moment. */
    published: z.boolean(),
    proof: z.string(),
    entry: z.string(),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = z.infer<typeof EvidenceView>;

/** What opens the hashes of an entry: whoever keeps it can prove later what was recorded. */
export const OpeningView = z
  .object({
    salt: z.string().meta({ description: 'base64' }),
    payload: z.object({
      v: z.int(),
      data: z.record(z.string(), z.unknown()),
      meta: z.record(z.string(), z.unknown()),
    }),
    person: z.string(),
  })
  .meta({ id: 'Opening' });
export type OpeningView = z.infer<typeof OpeningView>;

/** Some parts of what an entry commits to, each with its salt; of the others the hash alone. */
export const DisclosureView = z
  .object({
    open: z.array(
      z.object({
        at: z.string().meta({ description: 'where in `{v, data, meta}` (JSON pointer, RFC 6901)' }),
        value: z.unknown(),
        salt: z.string().meta({ description: 'base64' }),
      }),
    ),
    closed: z.array(z.string()).meta({ description: 'hashes, hexadecimal; some are of nothing' }),
  })
  .meta({ id: 'Disclosure' });

/** The receipt of a decision: its position, and the proof that it is in the transparency log. */
export const Receipt = z.object({ position: Ledger, proof: z.string(), entry: z.string() });
export type Receipt = z.infer<typeof Receipt>;
