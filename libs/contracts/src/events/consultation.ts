import { z } from 'zod';
import { Instant, OrganSlug, Sha256 } from '../common.js';
import { event } from '../message.js';
import { Participant, Position, RoundKind, Silence } from '../positions.js';
import { ClauseChange, LedgerLine, Reservation, Statement, ThreadRef } from '../threads.js';
import { VersionNo, moved, roundNo } from './parts.js';

/** Rounds, who takes part, what they say, and what silence became. */
export const consultationEvents = [
  event(
    'RoundOpened',
    z.strictObject({
      ...moved,
      roundNo,
      kind: RoundKind,
      versionNo: VersionNo,
      sha256: Sha256,
      openedAt: Instant,
      dueAt: Instant,
      minimumDays: z.int().min(0),
      basis: z.string(),
      participants: z.array(Participant),
      reason: z.string().optional(),
      hideNames: z.boolean().optional(),
      /** A delta round: from which version, and what changed since. */
      delta: z.strictObject({ fromVersionNo: VersionNo, changes: z.array(ClauseChange) }).optional(),
    }),
  ),
  event(
    'RoundExtended',
    z.strictObject({
      roundNo,
      dueAt: Instant,
      reason: z.string(),
      by: z.enum(['lead', 'secretariat', 'allocation']),
    }),
  ),
  event(
    'RoundSuspended',
    z.strictObject({
      roundNo,
      ground: z.enum(['LEAD', 'PROCEDURAL_FAULT', 'CO_LEAD_WITHDRAWN']),
      reason: z.string(),
    }),
  ),
  event('RoundResumed', z.strictObject({ roundNo, dueAt: Instant, reason: z.string() })),
  event('RoundAbandoned', z.strictObject({ ...moved, roundNo, reason: z.string() })),
  event('DeskAllocated', z.strictObject({ roundNo, organ: OrganSlug, desk: z.string() })),
  event(
    'AllocationObjected',
    z.strictObject({
      roundNo,
      objectionNo: z.int().min(1),
      organ: OrganSlug,
      claim: z.enum(['NOT_OURS', 'ALSO']),
      also: OrganSlug.optional(),
      reason: z.string(),
    }),
  ),
  event(
    'AllocationRuled',
    z.strictObject({
      roundNo,
      objectionNo: z.int().min(1),
      organ: OrganSlug,
      /** STANDS: the secretariat did not decide in time, the allocation stays. */
      ruling: z.enum(['UPHELD', 'DISMISSED', 'STANDS']),
      reason: z.string().optional(),
    }),
  ),
  event('ParticipantAdded', z.strictObject({ roundNo, participant: Participant })),
  event('ParticipantReleased', z.strictObject({ roundNo, organ: OrganSlug, reason: z.string() })),
  event('ReturnApproved', z.strictObject({ roundNo, organ: OrganSlug, position: Position.optional() })),
  event(
    'PositionSet',
    z.strictObject({
      roundNo,
      organ: OrganSlug,
      position: Position,
      comment: z.string().optional(),
      late: z.boolean(),
      /** Of an objection or a condition: the organ's MUSTs on which nothing was owed, so that it stands on something else. */
      settledBefore: z.array(ThreadRef).optional(),
    }),
  ),
  event('StatementAttached', z.strictObject({ organ: OrganSlug, text: z.string() })),
  /** Everybody who was asked has spoken before the due time. */
  event('RoundAnswered', z.strictObject({ roundNo })),
  event('RoundDeadlinePassed', z.strictObject({ roundNo })),
  event('SilenceRecorded', z.strictObject({ roundNo, organ: OrganSlug, as: Silence })),
  event(
    'RoundConcluded',
    z.strictObject({
      ...moved,
      roundNo,
      outcome: z.enum(['AGREED', 'WITH_RESERVATION', 'INFORMAL']),
      sha256: Sha256,
      /** How each thread ended; every MUST is among them. */
      ledger: z.array(LedgerLine).optional(),
      reservations: z.array(Reservation).optional(),
      statements: z.array(Statement).optional(),
    }),
  ),
] as const;
