import { z } from 'zod';
import { ClauseId } from '../clause.js';
import { OrganSlug, Sha256, Ulid, Wording, line, prose } from '../common.js';
import { event } from '../message.js';
import { personal } from '../personal.js';
import { ProcedurePin } from '../procedure.js';
import { Version } from '../version.js';
import { VersionNo, moved } from './parts.js';

const Concurrence = z.strictObject({ division: line(100), person: personal(line(60)) });

/** Writing, signing, approval inside of the ministry, filing, and the secretariat's receipt. */
export const draftingEvents = [
  event('DossierDrafted', z.strictObject({ ...moved, procedure: ProcedurePin, version: Version })),
  event('DossierRevised', z.strictObject({ ...moved, version: Version, note: z.string().optional() })),
  event(
    'EditorialMarked',
    z.strictObject({
      versionNo: VersionNo,
      clauseIds: z.array(ClauseId),
      reason: z.string(),
      /** Everybody who takes part is told. */
      notified: z.array(OrganSlug),
    }),
  ),
  event('VersionSigned', z.strictObject({ versionNo: VersionNo, sha256: Sha256, organ: OrganSlug })),
  event('SignaturesVoided', z.strictObject({ versionNo: VersionNo, organs: z.array(OrganSlug) })),
  event('CoLeadWithdrawn', z.strictObject({ organ: OrganSlug, reason: z.string() })),
  event(
    'ApprovalRequested',
    z.strictObject({ ...moved, versionNo: VersionNo, concurrence: z.array(Concurrence).optional() }),
  ),
  event(
    'InternallyConcurred',
    z.strictObject({
      versionNo: VersionNo,
      division: z.string(),
      person: personal(z.string()),
      /** A delegate acted for the person, who owes a post-view. */
      acting: z.boolean(),
    }),
  ),
  event('ApprovalPostViewed', z.strictObject({ versionNo: VersionNo, person: personal(z.string()) })),
  event('DossierApproved', z.strictObject({ ...moved, versionNo: VersionNo, sha256: Sha256 })),
  event('ApprovalRefused', z.strictObject({ ...moved, reason: z.string() })),
  event('DossierFiled', z.strictObject({ ...moved, versionNo: VersionNo, sha256: Sha256 })),
  event('CompletenessChecked', z.strictObject({ versionNo: VersionNo, missing: z.array(z.string()) })),
  event(
    'OverlapsFound',
    z.strictObject({
      versionNo: VersionNo,
      similar: z.array(
        z.strictObject({ dossierId: Ulid, lead: OrganSlug, title: Wording, score: z.number() }),
      ),
    }),
  ),
  event('DossierAccepted', z.strictObject({ ...moved, unchecked: z.boolean() })),
  event('DossierReturned', z.strictObject({ ...moved, reasons: z.array(z.string()) })),
  event('DossierWithdrawn', z.strictObject({ ...moved, reason: z.string() })),
  event('DossierLapsed', z.strictObject({ ...moved, clock: z.string() })),
  event('ProcedureMoved', z.strictObject({ from: ProcedurePin, to: ProcedurePin, reason: prose(2_000) })),
] as const;
