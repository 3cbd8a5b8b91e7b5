import { z } from 'zod';
import { Instant, LocalDate, OrganSlug, Sha256, Ulid, Wording, line, prose } from './common.js';
import { event, type Meta } from './message.js';
import { Participant, Position, RoundKind, Silence } from './positions.js';
import { ProcedurePin, Stage } from './procedure.js';
import { Version } from './version.js';

/** Events that move a dossier say the stage it is in afterwards, so that folding needs no procedure. */
const moved = { stage: Stage };
const VersionNo = z.int().min(1);

/** The catalogue of events: the whole vocabulary of the ledger. */
export const events = [
  event('DossierDrafted', z.strictObject({ ...moved, procedure: ProcedurePin, version: Version })),
  event('DossierRevised', z.strictObject({ ...moved, version: Version, note: z.string().optional() })),
  event('ApprovalRequested', z.strictObject({ ...moved, versionNo: VersionNo })),
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
  event('ReviewBegun', z.strictObject({ ...moved })),
  event(
    'RoundOpened',
    z.strictObject({
      ...moved,
      roundNo: z.int().min(1),
      kind: RoundKind,
      versionNo: VersionNo,
      sha256: Sha256,
      openedAt: Instant,
      dueAt: Instant,
      minimumDays: z.int().min(0),
      basis: z.string(),
      participants: z.array(Participant),
      reason: z.string().optional(),
    }),
  ),
  event(
    'PositionSet',
    z.strictObject({
      roundNo: z.int().min(1),
      organ: OrganSlug,
      position: Position,
      comment: z.string().optional(),
      late: z.boolean(),
    }),
  ),
  event('RoundDeadlinePassed', z.strictObject({ roundNo: z.int().min(1) })),
  event('SilenceRecorded', z.strictObject({ roundNo: z.int().min(1), organ: OrganSlug, as: Silence })),
  event(
    'RoundConcluded',
    z.strictObject({ ...moved, roundNo: z.int().min(1), outcome: z.literal('AGREED'), sha256: Sha256 }),
  ),
  event('DossierEndorsed', z.strictObject({ ...moved, conditions: z.array(z.string()) })),
  event('EndorsementDeclined', z.strictObject({ ...moved, reason: z.string() })),
  event(
    'DossierDecided',
    z.strictObject({
      ...moved,
      body: z.string(),
      decidedOn: LocalDate,
      reference: z.string(),
      sha256: Sha256,
    }),
  ),
  event('DossierActivated', z.strictObject({ ...moved })),
  event(
    'DossierPublished',
    z.strictObject({ ...moved, url: z.string(), language: z.enum(['ja', 'en']), publishedOn: LocalDate }),
  ),
  event('DossierWithdrawn', z.strictObject({ ...moved, reason: z.string() })),
  event('DossierLapsed', z.strictObject({ ...moved, clock: z.string() })),
  event('ProcedureMoved', z.strictObject({ from: ProcedurePin, to: ProcedurePin, reason: prose(2_000) })),
  event(
    'ClockStarted',
    z.strictObject({
      clock: line(60),
      epoch: z.int().min(1),
      holder: OrganSlug,
      startedAt: Instant,
      warnAt: Instant,
      dueAt: Instant,
      overdueAt: z.array(Instant),
    }),
  ),
  event('ClockStopped', z.strictObject({ clock: line(60), epoch: z.int().min(1) })),
  event(
    'ClockWarned',
    z.strictObject({ clock: line(60), epoch: z.int().min(1), holder: OrganSlug, dueAt: Instant }),
  ),
  event(
    'ClockDue',
    z.strictObject({ clock: line(60), epoch: z.int().min(1), holder: OrganSlug, dueAt: Instant }),
  ),
  event(
    'ClockOverdue',
    z.strictObject({
      clock: line(60),
      epoch: z.int().min(1),
      holder: OrganSlug,
      dueAt: Instant,
      markAt: Instant,
    }),
  ),
] as const;

type Spec = (typeof events)[number];
export type EventName = Spec['name'];
export type EventData<Name extends EventName> = z.infer<Extract<Spec, { name: Name }>['data']>;

/** A fact, as `decide` makes it and `evolve` folds it. */
export type DomainEvent<Name extends EventName = EventName> = {
  [N in Name]: { type: N; data: EventData<N> };
}[Name];

/** A fact as the ledger hands it on: numbered 1, 2, 3 … without a gap, in commit order. */
export type LedgerEvent<Name extends EventName = EventName> = DomainEvent<Name> & {
  position: number;
  eventId: string;
  streamId: string;
  version: number;
  v: number;
  meta: Meta;
  recordedAt: string;
};

export const eventSpec = (name: string): Spec | undefined => events.find((spec) => spec.name === name);

/** Reads a stored event of any released version; throws on one that this build does not know. */
export const parseEvent = (type: string, v: number, data: unknown): DomainEvent => {
  const spec = eventSpec(type);
  if (!spec || spec.v !== v) throw new Error(`this build cannot read ${type} version ${v}`);
  return { type: spec.name, data: spec.data.parse(data) } as DomainEvent;
};
