import { z } from 'zod';
import { Instant, OrganSlug, line, prose } from '../common.js';
import { command } from '../message.js';
import { Comment, ParticipantMode, Position, RoundKind, RoundNo } from '../positions.js';
import { answering } from './parts.js';

const WithReason = z.strictObject({ roundNo: RoundNo, reason: prose(2_000) });
const leadOrSecretariat = {
  LIAISON: 'lead',
  SECR_REVIEWER: 'secretariat',
  SECR_APPROVER: 'secretariat',
} as const;

/** Rounds of the inter-ministry consultation (各省協議) and who takes part in them. */
export const consultationCommands = [
  command(
    'OpenRound',
    'Circulate the present version: participants are computed, the due time is checked against the minimum period.',
    leadOrSecretariat,
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
      /** Participants do not see who said what before the due time. */
      hideNames: z.boolean().default(false),
    }),
  ),
  command(
    'ExtendRound',
    'Give a round more time: the lead once by up to five business days, the secretariat beyond.',
    { LIAISON: 'lead', SECR_APPROVER: 'secretariat' },
    z.strictObject({ roundNo: RoundNo, dueAt: Instant, reason: prose(2_000) }),
  ),
  command(
    'SuspendRound',
    'Stop a round and all its clocks; by the secretariat for a procedural fault, which only the secretariat lifts.',
    { LIAISON: 'lead', SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    WithReason,
  ),
  command(
    'ResumeRound',
    'Let a suspended round go on with the business days it had left.',
    { LIAISON: 'lead', SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    WithReason,
  ),
  command('AbandonRound', 'Give up the consultation on this text.', { LIAISON: 'lead' }, WithReason),
  command(
    'AllocateDesk',
    'Say which desk of the ministry answers.',
    answering,
    z.strictObject({ roundNo: RoundNo, organ: OrganSlug, desk: line(100) }),
  ),
  command(
    'ObjectAllocation',
    'Object to being asked, or ask for another ministry too (割振り異議), within one working day.',
    answering,
    z.strictObject({
      roundNo: RoundNo,
      organ: OrganSlug,
      claim: z.enum(['NOT_OURS', 'ALSO']),
      /** The organ that must be asked too; with ALSO. */
      also: OrganSlug.optional(),
      reason: prose(2_000),
    }),
  ),
  command(
    'RuleOnAllocation',
    'Decide an objection to an allocation.',
    { SECR_REVIEWER: 'secretariat', SECR_APPROVER: 'secretariat' },
    z.strictObject({
      roundNo: RoundNo,
      objectionNo: z.int().min(1),
      ruling: z.enum(['UPHELD', 'DISMISSED']),
      reason: prose(2_000),
    }),
  ),
  command(
    'ApproveReturn',
    "Approve the ministry's answer before its hub returns it, where the cabinet asks for that.",
    { MIN_APPROVER: 'participant' },
    z.strictObject({
      roundNo: RoundNo,
      organ: OrganSlug,
      /** The position that may be stated then. Absent: only the comments are approved, and no position. */
      position: Position.optional(),
    }),
  ),
  command(
    'SetPosition',
    "State a ministry's position in the running round.",
    answering,
    z.strictObject({ roundNo: RoundNo, organ: OrganSlug, position: Position, comment: Comment.optional() }),
  ),
  command(
    'AttachStatement',
    'Say to the deciders, in 400 characters of your own, what they should know; the lead cannot change it.',
    answering,
    z.strictObject({ organ: OrganSlug, text: prose(400) }),
  ),
  command(
    'ConcludeRound',
    'Close the consultation; refused, with the list, while a MUST is open or an explicit position is missing.',
    { LIAISON: 'lead', SECR_REVIEWER: 'secretariat' },
    z.strictObject({ roundNo: RoundNo }),
  ),
] as const;
