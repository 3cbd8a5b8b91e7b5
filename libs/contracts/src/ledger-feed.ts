import { z } from 'zod';
import { LocalDate } from './common.js';

/** An event as the ledger has it, with its place: what a mirror writes. Names persons. */
export const WholeEvent = z
  .strictObject({
    position: z.int().min(1),
    id: z.int(),
    eventId: z.uuid(),
    streamId: z.string(),
    version: z.int().min(1),
    type: z.string(),
    v: z.int(),
    data: z.record(z.string(), z.unknown()),
    meta: z.record(z.string(), z.unknown()),
    recordedAt: z.string(),
  })
  .meta({ id: 'WholeEvent' });
export type WholeEvent = z.infer<typeof WholeEvent>;

/** A piece of the ledger in order of position, dense. `head`: the last position there is. */
export const LedgerPage = z
  .strictObject({ head: z.int().min(0), items: z.array(WholeEvent) })
  .meta({ id: 'LedgerPage' });
export type LedgerPage = z.infer<typeof LedgerPage>;

/** What the ledger says of one day and acting organ, in few numbers. */
export const DayDigest = z.strictObject({
  day: LocalDate,
  organ: z.string(),
  events: z.int(),
  sha256: z.string(),
});
export type DayDigest = z.infer<typeof DayDigest>;

/** Digests of the ledger up to a position, by day (when it came about) and acting organ. */
export const LedgerDigest = z
  .strictObject({ upTo: z.int().min(0), items: z.array(DayDigest) })
  .meta({ id: 'LedgerDigest' });
export type LedgerDigest = z.infer<typeof LedgerDigest>;

export const IncidentKind = z.enum(['timeline', 'register', 'ledger']).meta({ id: 'IncidentKind' });

const Sums = z.strictObject({ count: z.int(), sha256: z.string().nullable() });

/** A day and an organ of which headquarters does not say what the ledger says. */
export const Incident = z
  .strictObject({
    id: z.int(),
    kind: IncidentKind.meta({
      description: 'timeline, register: a read model; ledger: the copy against the original',
    }),
    day: LocalDate,
    organ: z.string(),
    expected: Sums.meta({ description: 'by the ledger, or by the original' }),
    found: Sums,
    foundAt: z.string(),
    seenAt: z.string().meta({ description: 'when it was last seen' }),
    closedAt: z.string().nullable().meta({ description: 'since when there is no difference any more' }),
  })
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof Incident>;

export const IncidentList = z.strictObject({ items: z.array(Incident) }).meta({ id: 'IncidentList' });

/** What a reconciliation found. */
export const Reconciliation = z
  .strictObject({
    id: z.int(),
    position: z.int().meta({ description: 'the last position that was compared' }),
    /** Days and organs that were compared. */
    compared: z.strictObject({ timeline: z.int(), register: z.int(), ledger: z.int().nullable() }),
    incidents: z.array(Incident).meta({ description: 'those that are open now' }),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof Reconciliation>;
