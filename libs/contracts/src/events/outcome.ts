import { z } from 'zod';
import { ClauseId } from '../clause.js';
import { Instant, LocalDate, OrganSlug, Sha256, Ulid } from '../common.js';
import { ItemForm, ItemManner } from '../meeting.js';
import { event } from '../message.js';
import { personal } from '../personal.js';
import { PublicCommentKind } from '../public-comment.js';
import { Reservation, Statement } from '../threads.js';
import { VersionNo, moved } from './parts.js';

const text = z.string();
const carried = { reservations: z.array(Reservation), statements: z.array(Statement) };

/** Review, public comment, the meeting, the decision, and what follows from it. */
export const outcomeEvents = [
  event(
    'LegalCheckRequested',
    z.strictObject({
      ...moved,
      why: z.array(text),
      /** Bureaus that are asked and may read from then on. */
      asked: z.array(OrganSlug),
    }),
  ),
  event(
    'LegalCheckRecorded',
    z.strictObject({
      ...moved,
      organ: OrganSlug,
      finding: z.enum(['PASSED', 'OBJECTIONS']),
      notes: text.optional(),
    }),
  ),
  event('ReviewBegun', z.strictObject({ ...moved })),
  event('ReviewReported', z.strictObject({ ...moved, findings: text })),
  event(
    'OfficerRecused',
    z.strictObject({ person: personal(text), reason: personal(text), by: z.enum(['self', 'director']) }),
  ),
  event('RecusalOverridden', z.strictObject({ person: personal(text), reason: personal(text) })),
  event('DossierEndorsed', z.strictObject({ ...moved, conditions: z.array(text) })),
  event('EndorsementDeclined', z.strictObject({ ...moved, reason: text })),
  event(
    'PublicCommentOpened',
    z.strictObject({
      ...moved,
      kind: PublicCommentKind,
      derivedKind: PublicCommentKind,
      kindReason: text.optional(),
      caseNo: text.optional(),
      openAt: Instant,
      closeAt: Instant,
      days: z.int().min(1),
      reasonIfShort: text.optional(),
      versionNo: VersionNo,
      sha256: Sha256,
      materials: z.array(text),
      warnings: z.array(text),
    }),
  ),
  event(
    'PublicCommentClosed',
    z.strictObject({
      ...moved,
      received: z.int().min(0),
      unique: z.int().min(0),
      digest: Sha256,
    }),
  ),
  event(
    'CommentGroupDisposed',
    z.strictObject({
      groupNo: z.int().min(1),
      gist: text,
      count: z.int().min(1),
      response: text,
      changeMade: z.boolean(),
      clauseId: ClauseId.optional(),
    }),
  ),
  event(
    'CommentResultPublished',
    z.strictObject({
      ...moved,
      url: text,
      publishedOn: LocalDate,
      received: z.int().min(0),
      unique: z.int().min(0),
      /** What is said of the number received; at zero, that there were none. */
      statement: text,
      abandoned: z.boolean(),
    }),
  ),
  event('CommentAbandoned', z.strictObject({ ...moved, reason: text })),
  event('FinalApprovalRequested', z.strictObject({ ...moved, versionNo: VersionNo, sha256: Sha256 })),
  event(
    'ItemLodged',
    z.strictObject({
      body: text,
      form: ItemForm,
      manner: ItemManner,
      meetingOn: LocalDate,
      lodgingDeadline: Instant,
      papers: z.array(text),
      versionNo: VersionNo,
      sha256: Sha256,
      ...carried,
    }),
  ),
  event('ItemPlaced', z.strictObject({ agenda: z.enum(['DRAFT', 'FINAL']) })),
  event('ItemDeferred', z.strictObject({ meetingOn: LocalDate, lodgingDeadline: Instant, reason: text })),
  event('ItemWithdrawn', z.strictObject({ reason: text })),
  event(
    'DossierDecided',
    z.strictObject({
      ...moved,
      body: text,
      decidedOn: LocalDate,
      reference: text,
      sha256: Sha256,
      reservations: carried.reservations.optional(),
      statements: carried.statements.optional(),
    }),
  ),
  event('DossierActivated', z.strictObject({ ...moved })),
  event(
    'DossierPublished',
    z.strictObject({ ...moved, url: text, language: z.enum(['ja', 'en']), publishedOn: LocalDate }),
  ),
  event('ReviewFellDue', z.strictObject({ ...moved })),
  event(
    'DossierConfirmed',
    z.strictObject({ ...moved, reviewBy: LocalDate.optional(), reason: text.optional() }),
  ),
  event('DossierAmending', z.strictObject({ ...moved, successorId: Ulid })),
  event('DossierRepealed', z.strictObject({ ...moved, reason: text })),
] as const;
