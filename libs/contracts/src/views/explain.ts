import { z } from 'zod';
import { Role } from '../cabinet.js';
import { Time, Ledger, Who } from './parts.js';

export const ExplainedTransition = z.object({
  position: Ledger,
  at: Time,
  command: z.string(),
  commandId: z.string(),
  actor: z.object({
    role: Role,
    /** Null: a participant whose name is not shown yet. */
    organ: Who,
    /** For the own organ and the secretariat. */
    person: z.string().nullable(),
  }),
  onBehalfOf: z.string().nullable(),
  delegationId: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  events: z.array(z.string()),
  rule: z.object({
    procedure: z.string(),
    version: z.int(),
    hash: z.string(),
    /** The line of the procedure that allowed it; null for the first draft, a change of procedure and what a clock records. */
    transition: z
      .object({
        command: z.string(),
        from: z.array(z.string()),
        to: z.string().nullable(),
        variant: z.string().nullable(),
        guards: z.array(z.string()),
      })
      .nullable(),
    /** Roles to which the rule gives it; SYSTEM for what a clock does. */
    by: z.array(Role),
  }),
  evidence: z.array(z.object({ guard: z.string(), facts: z.record(z.string(), z.unknown()) })),
  /** The work item or the clock that caused it; null when a person did. */
  causation: z.string().nullable(),
});
export type ExplainedTransition = z.infer<typeof ExplainedTransition>;

/** Every transition of a dossier with the rule that allowed it and what it was decided on. */
export const ExplainedDossier = z
  .object({ dossierId: z.string(), transitions: z.array(ExplainedTransition) })
  .meta({ id: 'ExplainedDossier' });
export type ExplainedDossier = z.infer<typeof ExplainedDossier>;
