import { occurredAt, type LedgerEvent, type Version } from '#contracts';
import { evolve, leads, type Dossier } from '#domain';
import { threadLog, type ThreadLog } from './thread-log.js';
import { roundLog, type RoundLog } from './round-log.js';

/** A dossier as its events up to one of them leave it, with when and by whom each thing was said. Never mutated. */
export interface CaseFile {
  dossierId: string;
  events: readonly LedgerEvent[];
  last: LedgerEvent;
  dossier: Dossier;
  versions: ReadonlyMap<number, Version>;
  rounds: ReadonlyMap<number, RoundLog>;
  threads: ReadonlyMap<string, ThreadLog>;
  /** When each memorandum was recorded. */
  memorandaAt: ReadonlyMap<number, string>;
  /** Organs that ever owned the text or were asked in a round. */
  circle: ReadonlySet<string>;
}

/** Folds one event onto the state before it. */
export const fold = (dossier: Dossier | null, event: LedgerEvent): Dossier =>
  evolve(dossier, event, { ...event.meta.actor, at: occurredAt(event) });

const versionsOf = (events: readonly LedgerEvent[]): Map<number, Version> =>
  new Map(
    events.flatMap(({ data }) => ('version' in data ? [[data.version.no, data.version] as const] : [])),
  );

const memorandaOf = (events: readonly LedgerEvent[]): Map<number, string> =>
  new Map(
    events.flatMap((event) =>
      event.type === 'MemorandumRecorded' ? [[event.data.memorandumNo, occurredAt(event)] as const] : [],
    ),
  );

const circleOf = (events: readonly LedgerEvent[]): Set<string> =>
  new Set(
    events.flatMap(({ type, data }) => {
      if (type === 'RoundOpened') return data.participants.map(({ organ }) => organ);
      if (type === 'ParticipantAdded') return [data.participant.organ];
      return 'version' in data ? [data.version.body.head.lead, ...data.version.body.head.coLeads] : [];
    }),
  );

/** The file of a case from its events, which begin with its draft; undefined when there are none. */
export const caseFileOf = (events: readonly LedgerEvent[]): CaseFile | undefined => {
  const last = events.at(-1);
  let dossier: Dossier | null = null;
  for (const event of events) dossier = fold(dossier, event);
  if (!last || !dossier) return undefined;
  return {
    ...{ dossierId: last.streamId, events, last, dossier },
    versions: versionsOf(events),
    rounds: roundLog(events),
    threads: threadLog(events),
    memorandaAt: memorandaOf(events),
    circle: new Set([...circleOf(events), ...leads(dossier)]),
  };
};
