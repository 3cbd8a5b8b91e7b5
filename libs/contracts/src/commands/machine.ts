import { z } from 'zod';
import { Instant, OrganSlug, Ulid, Wording, line } from '../common.js';
import { command } from '../message.js';
import { VersionNo, machine } from './parts.js';

/** What only Kyogi itself says: results of automatic steps, and the time. */
export const machineCommands = [
  command(
    'RecordCompleteness',
    'Record what the automatic check of a filing found.',
    machine,
    z.strictObject({ versionNo: VersionNo, missing: z.array(line(200)) }),
  ),
  command(
    'RecordOverlaps',
    'Record similar initiatives of other ministries.',
    machine,
    z.strictObject({
      versionNo: VersionNo,
      similar: z
        .array(
          z.strictObject({
            dossierId: Ulid,
            lead: OrganSlug,
            title: Wording,
            score: z.number().min(0).max(1),
          }),
        )
        .max(20),
    }),
  ),
  command(
    'TickClock',
    'A mark of a running clock is reached.',
    machine,
    z.strictObject({
      clock: line(60),
      epoch: z.int().min(1),
      mark: z.enum(['warn', 'due', 'overdue', 'rung']),
      markAt: Instant,
    }),
  ),
] as const;
