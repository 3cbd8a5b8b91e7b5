import { z } from 'zod';
import { Pillar } from '../common.js';
import { CompetenceTag, Tier } from '../cabinet.js';
import { Time, Ledger } from './parts.js';

const BoardCell = z.object({
  stage: z.string(),
  lead: z.string(),
  /** null: the dossier names no pillar. A dossier of two pillars is counted in both. */
  pillar: Pillar.nullable(),
  count: z.int(),
  overdue: z.int(),
});

const BoardStage = z.object({
  stage: z.string(),
  count: z.int(),
  overdue: z.int(),
  medianDays: z.number().meta({ description: 'days in the stage, one decimal' }),
  maxDays: z.number().meta({ description: 'days in the stage, one decimal' }),
});

export const BoardView = z
  .object({
    now: Time,
    total: z.int(),
    overdue: z.int(),
    cells: z.array(BoardCell),
    stages: z.array(BoardStage),
  })
  .meta({ id: 'BoardView' });
export type BoardView = z.infer<typeof BoardView>;

const Counts = z.object({ drafting: z.int(), underway: z.int(), adopted: z.int(), ended: z.int() });

export const CoverageView = z
  .object({
    pillars: z.array(
      z.object({
        pillar: Pillar,
        initiatives: z.int(),
        guidelines: z.int(),
        leads: z.array(z.object({ lead: z.string(), initiatives: Counts, guidelines: Counts })),
        /** Organs that could lead and have nothing here: silence is shown, not hidden. */
        none: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'CoverageView' });
export type CoverageView = z.infer<typeof CoverageView>;

export const OrganView = z.object({
  slug: z.string(),
  ja: z.string(),
  en: z.string(),
  tier: Tier,
  parent: z.string().nullable(),
  protocolOrder: z.int().nullable(),
  competenceTags: z.array(CompetenceTag),
  mandatoryExplicitFor: z.array(CompetenceTag),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  secretariat: z.boolean(),
});

export const OrganList = z.object({ items: z.array(OrganView) }).meta({ id: 'OrganList' });

export const ReadModelView = z.object({
  name: z.string(),
  generation: z.int(),
  version: z.int(),
  state: z.enum(['building', 'live', 'retired']),
  position: Ledger,
  /** Events behind the head of the ledger. */
  lag: z.int(),
  progress: z.number().meta({ description: 'percent of the ledger that has been read' }),
  stopped: z
    .object({ position: Ledger, eventId: z.string(), error: z.string() })
    .nullable()
    .meta({ description: 'the poison event at which it stands still' }),
});
export type ReadModelView = z.infer<typeof ReadModelView>;

export const ReadModelList = z
  .object({ head: Ledger, items: z.array(ReadModelView) })
  .meta({ id: 'ReadModelList' });

export const RebuildAccepted = z
  .object({ name: z.string(), generation: z.int() })
  .meta({ id: 'RebuildAccepted' });
