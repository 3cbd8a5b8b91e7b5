import { z } from 'zod';
import { ClauseEdit } from './clause.js';
import { Instant, LocalDate, OrganSlug, Sha256, Ulid, Wording, line, prose } from './common.js';
import { dossierTypes } from './dossier-types/index.js';
import { Head } from './head.js';
import { command, type Actor } from './message.js';
import { Comment, ParticipantMode, Position, RoundKind, RoundNo } from './positions.js';
import { DossierBody } from './version.js';

const revisions = dossierTypes.map((type) =>
  z.strictObject({
    type: z.literal(type.type),
    head: Head.optional(),
    content: type.content.optional(),
    clauseEdits: z.array(ClauseEdit).max(200).default([]),
    note: prose(1_000).optional(),
  }),
);
const Revision = z.discriminatedUnion(
  'type',
  revisions as unknown as [(typeof revisions)[0], ...typeof revisions],
);
const Reason = z.strictObject({ reason: prose(2_000) });
const Nothing = z.strictObject({});

const drafting = { DESK: 'lead', LIAISON: 'lead' } as const;
const liaison = { LIAISON: 'lead' } as const;
const machine = { SYSTEM: 'machine' } as const;

/** The catalogue of commands: whatever changes a dossier is in this list. */
export const commands = [
  command('DraftDossier', 'Begin a dossier with its first version.', drafting, DossierBody, true),
  command(
    'ReviseDossier',
    'Make the next version: replace head or content, edit clauses by their ids.',
    drafting,
    Revision,
  ),
  command('RequestApproval', 'Send the present version to the ministry approver.', drafting, Nothing),
  command(
    'ApproveDossier',
    'Approve the present version for filing; never by one of its drafters.',
    { MIN_APPROVER: 'lead' },
    Nothing,
  ),
  command('RefuseApproval', 'Send the draft back to its desk.', { MIN_APPROVER: 'lead' }, Reason),
  command(
    'FileDossier',
    'File the approved version with the headquarters secretariat.',
    liaison,
    z.strictObject({ sha256: Sha256.optional() }),
  ),
  command(
    'AcceptDossier',
    'Receive a filing after the completeness check.',
    { SECR_INTAKE: 'secretariat' },
    Nothing,
  ),
  command(
    'ReturnDossier',
    'Return a filing for correction, with the reasons.',
    { SECR_INTAKE: 'secretariat', SECR_APPROVER: 'secretariat' },
    z.strictObject({ reasons: z.array(prose(1_000)).min(1).max(50) }),
  ),
  command(
    'BeginReview',
    'Take a dossier into substantive review.',
    { SECR_REVIEWER: 'secretariat' },
    Nothing,
  ),
  command(
    'OpenRound',
    'Circulate the present version: participants are computed, the due time is checked against the minimum period.',
    { LIAISON: 'lead', SECR_REVIEWER: 'secretariat', SECR_APPROVER: 'secretariat' },
    z.strictObject({
      kind: RoundKind.default('FULL'),
      /** Absent: the earliest due time that the rules allow. */
      dueAt: Instant.optional(),
      /** Further participants, or another mode for a computed one. */
      participants: z
        .array(z.strictObject({ organ: OrganSlug, mode: ParticipantMode }))
        .max(80)
        .default([]),
      /** Required for an expedited round. */
      reason: prose(2_000).optional(),
    }),
  ),
  command(
    'SetPosition',
    "State a ministry's position in the open round.",
    { LIAISON: 'participant' },
    z.strictObject({ roundNo: RoundNo, organ: OrganSlug, position: Position, comment: Comment.optional() }),
  ),
  command(
    'ConcludeRound',
    'Close the round; refused while an explicit position is missing or an objection stands.',
    { LIAISON: 'lead', SECR_REVIEWER: 'secretariat' },
    z.strictObject({ roundNo: RoundNo }),
  ),
  command(
    'EndorseDossier',
    'Take an initiative into the headquarters portfolio, with or without conditions.',
    { SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ conditions: z.array(prose(1_000)).max(20).default([]) }),
  ),
  command(
    'DeclineToEndorse',
    'Leave an initiative outside the portfolio; the ministry stays free to act.',
    { SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    Reason,
  ),
  command(
    'DecideDossier',
    'Record the decision of the deciding body.',
    { SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ decidedOn: LocalDate, reference: line(200) }),
  ),
  command('ActivateDossier', 'Say that an initiative runs or a guideline applies.', liaison, Nothing),
  command(
    'PublishDossier',
    'Record where and when it was published.',
    { LIAISON: 'lead', SECR_APPROVER: 'secretariat' },
    z.strictObject({
      url: z.url({ protocol: /^https?$/ }).max(500),
      language: z.enum(['ja', 'en']),
      publishedOn: LocalDate,
    }),
  ),
  command('WithdrawDossier', 'Take the dossier back, with the reason.', liaison, Reason),
  command(
    'MoveProcedure',
    'Move a case under way to another version of its procedure.',
    { SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ version: z.int().min(1), reason: prose(2_000) }),
  ),
  command(
    'RecordCompleteness',
    'Record what the automatic check of a filing found.',
    machine,
    z.strictObject({ versionNo: z.int().min(1), missing: z.array(line(200)) }),
  ),
  command(
    'RecordOverlaps',
    'Record similar initiatives of other ministries.',
    machine,
    z.strictObject({
      versionNo: z.int().min(1),
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
      mark: z.enum(['warn', 'due', 'overdue']),
      markAt: Instant,
    }),
  ),
] as const;

type Spec = (typeof commands)[number];
export type CommandName = Spec['name'];
export type CommandData<Name extends CommandName> = z.infer<Extract<Spec, { name: Name }>['data']>;

/** A command on its way to a decision; `at` is the instant of its arrival. */
export type Command<Name extends CommandName = CommandName> = {
  [N in Name]: {
    name: N;
    dossierId: string;
    data: CommandData<N>;
    actor: Actor;
    at: string;
  };
}[Name];

export const commandSpec = (name: CommandName): Spec => {
  const found = commands.find((spec) => spec.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
};

/** Commands that have an address: all but the machine's own. */
export const publicCommands = commands.filter((spec) => !('SYSTEM' in spec.by));
