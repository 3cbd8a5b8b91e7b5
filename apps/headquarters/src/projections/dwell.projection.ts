import { occurredAt, type Cabinet, type LedgerEvent } from '#contracts';
import { calendarFor, spanOf } from '../business-time.js';
import { follow } from '#sight';
import { dwellTables } from './dwell-tables.js';
import { heldAfter, holdingsOf, type HeldCase, type Holding } from './holdings.js';
import { put, recall, type Table } from './memory.js';
import type { ReadModel } from './read-model.js';

const cases: Table = { name: 'dwell_cases', key: ['dossier_id'] };
const intervals: Table = { name: 'intervals', key: ['dossier_id', 'no'] };
const rounds: Table = { name: 'dwell_rounds', key: ['dossier_id', 'round_no'] };

interface Interval extends Holding {
  no: number;
  from: string;
}

interface DwellCase extends HeldCase {
  /** Intervals so far; the open ones whole. */
  last: number;
  running: Interval[];
}

const isSame = (one: Holding, other: Holding) =>
  one.organ === other.organ &&
  one.stage === other.stage &&
  one.kind === other.kind &&
  one.roundNo === other.roundNo;

const rowOf = (dossierId: string, interval: Interval, to: string | null, cabinet: Cabinet) => {
  const span = to === null ? null : spanOf(calendarFor(cabinet), interval.from, to);
  return {
    ...{ dossier_id: dossierId, no: interval.no, organ: interval.organ, stage: interval.stage },
    ...{
      clock: interval.clock,
      kind: interval.kind,
      internal: interval.internal,
      round_no: interval.roundNo,
    },
    ...{ due_at: interval.dueAt, from_at: interval.from, to_at: to },
    business_days: span?.businessDays ?? null,
    working_hours: span?.workingHours ?? null,
  };
};

/** A round, and whether its deadline left fewer working hours than the policy grants. */
const roundRow = ({ streamId, data }: LedgerEvent<'RoundOpened'>, lead: string, cabinet: Cabinet) => {
  const hours = spanOf(calendarFor(cabinet), data.openedAt, data.dueAt)?.workingHours ?? null;
  return {
    ...{ dossier_id: streamId, round_no: data.roundNo, lead, kind: data.kind },
    ...{ opened_at: data.openedAt, due_at: data.dueAt, working_hours: hours },
    overtime: hours !== null && hours < cabinet.policy.minimumWorkingHours,
  };
};

/** How long each organ held each dossier, and on whose clock. */
export const dwell: ReadModel = {
  name: 'dwell',
  version: 2,
  tables: dwellTables,
  async project(event, tx, cabinet) {
    const before = await recall<DwellCase>(tx, cases, event.streamId);
    const held = heldAfter(before, follow(before, event, cabinet.headquarters), event);
    const wanted = holdingsOf(held, cabinet);
    const at = occurredAt(event);
    const former = before?.running ?? [];
    const kept: Interval[] = [];
    for (const interval of former) {
      const still = wanted.find((holding) => isSame(holding, interval));
      if (still) kept.push({ ...interval, dueAt: still.dueAt });
      else put(tx, intervals, rowOf(event.streamId, interval, at, cabinet));
      if (still && still.dueAt !== interval.dueAt)
        put(tx, intervals, rowOf(event.streamId, kept.at(-1)!, null, cabinet));
    }
    let last = before?.last ?? 0;
    const begun = wanted
      .filter((holding) => !former.some((interval) => isSame(holding, interval)))
      .map((holding): Interval => ({ ...holding, no: ++last, from: at }));
    for (const interval of begun) put(tx, intervals, rowOf(event.streamId, interval, null, cabinet));
    if (event.type === 'RoundOpened') put(tx, rounds, roundRow(event, held.lead, cabinet));
    const doc: DwellCase = { ...held, last, running: [...kept, ...begun] };
    put(tx, cases, { dossier_id: event.streamId, lead: held.lead, readers: held.circle, doc });
  },
};
