import { occurredAt, type LedgerEvent, type SheetRound } from '#contracts';

interface Said {
  at: string;
  comment?: string;
}

/** What the state of a round does not keep: who opened it, and when and why everything happened. */
export interface RoundLog {
  opened: LedgerEvent<'RoundOpened'>;
  suspensions: SheetRound['suspensions'];
  extensions: SheetRound['extensions'];
  /** The last position of each organ. */
  said: Map<string, Said>;
  /** Organs that did anything in it. */
  touched: Set<string>;
  objectedAt: Map<number, string>;
  ruled: Map<number, { at: string; reason?: string }>;
  concluded?: LedgerEvent<'RoundConcluded'>;
}

const begun = (opened: LedgerEvent<'RoundOpened'>): RoundLog => ({
  opened,
  suspensions: [],
  extensions: [],
  said: new Map(),
  touched: new Set(),
  objectedAt: new Map(),
  ruled: new Map(),
});

type Note = (log: RoundLog, event: LedgerEvent, at: string) => void;

/** Suspensions and extensions: what moved the due time. */
const noteTime: Note = (log, { type, data }, at) => {
  if (type === 'RoundSuspended') {
    const { ground, reason } = data;
    log.suspensions.push({ at, ground, reason, resumedAt: null, resumedBecause: null });
  } else if (type === 'RoundResumed') {
    const last = log.suspensions.at(-1);
    if (last) Object.assign(last, { resumedAt: at, resumedBecause: data.reason });
  } else if (type === 'RoundExtended') {
    const { dueAt, by, reason } = data;
    log.extensions.push({ at, dueAt, by, reason });
  }
};

const noteWords: Note = (log, event, at) => {
  const { type, data } = event;
  if (type === 'PositionSet')
    log.said.set(data.organ, { at, ...(data.comment !== undefined && { comment: data.comment }) });
  else if (type === 'AllocationObjected') log.objectedAt.set(data.objectionNo, at);
  else if (type === 'AllocationRuled')
    log.ruled.set(data.objectionNo, { at, ...(data.reason !== undefined && { reason: data.reason }) });
  else if (type === 'RoundConcluded') log.concluded = event;
};

/** The rounds of a stream by their numbers. */
export const roundLog = (events: readonly LedgerEvent[]): Map<number, RoundLog> => {
  const logs = new Map<number, RoundLog>();
  for (const event of events) {
    if (event.type === 'RoundOpened') logs.set(event.data.roundNo, begun(event));
    const log = 'roundNo' in event.data ? logs.get(event.data.roundNo) : undefined;
    if (!log) continue;
    log.touched.add(event.meta.actor.organ);
    noteTime(log, event, occurredAt(event));
    noteWords(log, event, occurredAt(event));
  }
  return logs;
};
