import { z } from 'zod';
import { Clause } from '../clause.js';
import { Pillar } from '../common.js';
import { CompetenceTag, Role } from '../cabinet.js';
import { Head } from '../head.js';
import { ParticipantMode, Position, RoundKind, Silence } from '../positions.js';
import { Holder } from '../procedure.js';
import { Title, Sentence, Time, Ledger, page } from './parts.js';

/*
 * What headquarters answers, field by field. An answer is parsed with its schema before it is sent: a field that is
 * not declared here does not leave the process, whatever a query selected.
 */

/** How far a running clock has come; nothing is approved by any of them. */
export const ClockMark = z.enum(['running', 'warned', 'due', 'overdue']);

export const ClockView = z
  .object({
    clock: z.string(),
    epoch: z.int(),
    holder: z.string(),
    startedAt: Time,
    warnAt: Time,
    dueAt: Time,
    mark: ClockMark,
  })
  .meta({ id: 'ClockView' });
export type ClockView = z.infer<typeof ClockView>;

export const StandView = z.object({
  organ: z.string(),
  mode: ParticipantMode,
  mandatoryExplicit: z.boolean(),
  position: Position.nullable(),
  late: z.boolean(),
  /** What silence became at the deadline; null while there is time, or when a position was set before it. */
  silence: Silence.nullable(),
});

export const RoundView = z
  .object({
    no: z.int(),
    kind: RoundKind,
    versionNo: z.int(),
    openedAt: Time,
    dueAt: Time,
    deadlinePassed: z.boolean(),
    state: z.enum(['OPEN', 'SUSPENDED', 'ANSWERING', 'CONTINUED', 'CONCLUDED', 'ABANDONED']),
    outcome: z.enum(['AGREED', 'WITH_RESERVATION', 'INFORMAL']).nullable(),
    /** Who said what is not shown before the due time. */
    namesHidden: z.boolean(),
    participants: z.array(StandView),
  })
  .meta({ id: 'RoundView' });
export type RoundView = z.infer<typeof RoundView>;

export const OverlapView = z.object({
  dossierId: z.string(),
  lead: z.string(),
  title: Title,
  score: z.number(),
});

/** Coarse state of a dossier, the same for every type: before filing, under way, adopted by the government, or over. */
export const StageClass = z.enum(['drafting', 'underway', 'adopted', 'ended']);
export type StageClass = z.infer<typeof StageClass>;

const registerFields = {
  dossierId: z.string(),
  /** Human number, given at the first filing, e.g. AI-R8-METI-GL-0007. */
  number: z.string().nullable(),
  type: z.string(),
  title: Title,
  summary: z.string().nullable(),
  lead: z.string(),
  coLeads: z.array(z.string()),
  pillars: z.array(Pillar),
  tags: z.array(CompetenceTag),
  stage: z.string(),
  stageClass: StageClass,
  stageSince: Time,
  holder: Holder,
  /** Version of the stream: the ETag, and what If-Match wants. */
  version: z.int(),
  currentVersionNo: z.int(),
  sha256: z.string(),
  filedAt: Time.nullable(),
  endorsedAt: Time.nullable(),
  clocks: z.array(ClockView),
  /** The due time of a running clock has passed at the moment of the answer. */
  overdue: z.boolean(),
  round: RoundView.nullable(),
  /** MUST opinions on which something is still owed. */
  openMusts: z.int(),
  /** What the automatic completeness check missed in the filing. */
  missing: z.array(z.string()),
  overlaps: z.array(OverlapView),
  /** Organs that may read this version of the dossier; '*' is the whole government. */
  readers: z.array(z.string()),
  lastPosition: Ledger,
};

/** A dossier as it was last shown to the reader: a text that was taken back for revision is its ministry's until it files again. */
export const DossierRow = z.object(registerFields).meta({ id: 'DossierRow' });
export type DossierRow = z.infer<typeof DossierRow>;

export const DossierPage = page(DossierRow).meta({ id: 'DossierPage' });

export const VersionHead = z.object({ no: z.int(), sha256: z.string(), at: Time });

const fullText = {
  head: Head,
  content: z.record(z.string(), z.unknown()).meta({ description: 'as the dossier type declares it' }),
  clauses: z.array(Clause),
};

/** A dossier whole: its present version's text and the versions open to the reader. */
export const DossierView = z
  .object({ ...registerFields, ...fullText, versions: z.array(VersionHead) })
  .meta({ id: 'DossierView' });

export const VersionView = z
  .object({ dossierId: z.string(), type: z.string(), ...VersionHead.shape, ...fullText })
  .meta({ id: 'VersionView' });

export const TimelineEntry = z.object({
  position: Ledger,
  version: z.int(),
  type: z.string(),
  at: Time,
  role: Role,
  organ: z.string(),
  sentence: Sentence,
  /** True: open to the own ministry only, for ever. Others are open to those who could read the dossier at the time. */
  internal: z.boolean(),
});

export const TimelinePage = page(TimelineEntry).meta({ id: 'TimelinePage' });
