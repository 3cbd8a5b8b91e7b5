import { z } from 'zod';
import { ClauseEdit, ClauseId } from '../clause.js';
import { OrganSlug, Sha256, line, prose } from '../common.js';
import { dossierTypes } from '../dossier-types/index.js';
import { Head } from '../head.js';
import { command } from '../message.js';
import { DossierBody } from '../version.js';
import { Nothing, Reason, VersionNo, drafting, liaison } from './parts.js';

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

const PersonId = line(60);

/** From the first draft to the filing: writing, signing together, approval inside of the ministry. */
export const draftingCommands = [
  command(
    'DraftDossier',
    'Begin a dossier with its first version.',
    { DESK: 'lead', LIAISON: 'lead' },
    DossierBody,
    true,
  ),
  command(
    'ReviseDossier',
    'Make the next version: replace head or content, edit clauses by their ids.',
    drafting,
    Revision,
  ),
  command(
    'MarkEditorial',
    'Say that changes of the present version are of wording only (字句整理): all are notified, nobody is asked again.',
    { SECR_REVIEWER: 'secretariat' },
    z.strictObject({
      versionNo: VersionNo,
      clauseIds: z.array(ClauseId).min(1).max(200),
      reason: prose(2_000),
    }),
  ),
  command(
    'SignVersion',
    'Sign exactly this text as a co-lead; a later edit voids the signature.',
    { LIAISON: 'participant' },
    z.strictObject({ organ: OrganSlug, sha256: Sha256 }),
  ),
  command(
    'WithdrawCoLead',
    'Leave the joint lead, with the reason; a running round is suspended until the leads have settled it.',
    { LIAISON: 'participant' },
    z.strictObject({ organ: OrganSlug, reason: prose(2_000) }),
  ),
  command(
    'RequestApproval',
    'Send the present version to the ministry approver, and before to the divisions that must concur.',
    drafting,
    z.strictObject({
      concurrence: z
        .array(z.strictObject({ division: line(100), person: PersonId }))
        .max(20)
        .default([]),
    }),
  ),
  command(
    'ConcurInternally',
    'Concur for a division of the own ministry (合議); a delegate may act for an absent person (代決).',
    { DESK: 'leads', LIAISON: 'leads', MIN_APPROVER: 'leads', CAIO: 'leads' },
    Nothing,
  ),
  command(
    'PostViewApproval',
    'See afterwards what a delegate concurred with in your absence (後閲).',
    { DESK: 'leads', LIAISON: 'leads', MIN_APPROVER: 'leads', CAIO: 'leads' },
    Nothing,
  ),
  command(
    'ApproveDossier',
    'Approve the present version; never by one of its drafters.',
    { MIN_APPROVER: 'lead' },
    Nothing,
  ),
  command('RefuseApproval', 'Send the draft back to its desk.', { MIN_APPROVER: 'lead' }, Reason),
  command(
    'FileDossier',
    'File the approved version with the headquarters secretariat; all co-leads have signed it.',
    liaison,
    z.strictObject({ sha256: Sha256.optional() }),
  ),
] as const;
