import {
  type Cabinet,
  type ClockView,
  type DossierRow,
  type LedgerEvent,
  type RoundView,
  type Version,
} from '#contracts';
import { classOf, follow, opennessOf, readersNow, stageOf, type Case } from './case.js';
import { titlesOf } from './search-text.js';

/** A row of the register as it is kept: what the answer shows, save for what depends on the reader or on the hour. */
export type Row = Omit<DossierRow, 'overdue' | 'overlaps' | 'readers' | 'stageClass' | 'holder'> &
  Case & {
    /** Versions that were the present text while others than the owners could read it. */
    openVersions: number[];
  };

const ofVersion = ({ no, sha256, body: { head } }: Version) => ({
  currentVersionNo: no,
  sha256,
  summary: head.summary ?? null,
  pillars: head.pillars,
  tags: head.competenceTags,
});

const withClocks = (clocks: ClockView[], event: LedgerEvent): ClockView[] => {
  const mark = (name: string, epoch: number, reached: ClockView['mark']) =>
    clocks.map((clock) =>
      clock.clock === name && clock.epoch === epoch ? { ...clock, mark: reached } : clock,
    );
  switch (event.type) {
    case 'ClockStarted': {
      const { clock, epoch, holder, startedAt, warnAt, dueAt } = event.data;
      const others = clocks.filter((running) => running.clock !== clock);
      return [...others, { clock, epoch, holder, startedAt, warnAt, dueAt, mark: 'running' }];
    }
    case 'ClockStopped':
      return clocks.filter(({ clock, epoch }) => clock !== event.data.clock || epoch !== event.data.epoch);
    case 'ClockWarned':
      return mark(event.data.clock, event.data.epoch, 'warned');
    case 'ClockDue':
      return mark(event.data.clock, event.data.epoch, 'due');
    case 'ClockOverdue':
      return mark(event.data.clock, event.data.epoch, 'overdue');
    default:
      return clocks;
  }
};

type Stand = RoundView['participants'][number];

const stand = (round: RoundView, organ: string, change: Partial<Stand>): RoundView => ({
  ...round,
  participants: round.participants.map((one) => (one.organ === organ ? { ...one, ...change } : one)),
});

const opened = ({ data }: LedgerEvent<'RoundOpened'>): RoundView => ({
  no: data.roundNo,
  kind: data.kind,
  versionNo: data.versionNo,
  openedAt: data.openedAt,
  dueAt: data.dueAt,
  deadlinePassed: false,
  state: 'OPEN',
  participants: data.participants.map(({ organ, mode, mandatoryExplicit }) => ({
    ...{ organ, mode, mandatoryExplicit },
    ...{ position: null, late: false, silence: null },
  })),
});

/** The last round. A later position stands beside what the silence before it was taken for. */
const withRound = (round: RoundView | null, event: LedgerEvent): RoundView | null => {
  if (event.type === 'RoundOpened') return opened(event);
  if (!round) return null;
  switch (event.type) {
    case 'PositionSet':
      return stand(round, event.data.organ, { position: event.data.position, late: event.data.late });
    case 'RoundDeadlinePassed':
      return { ...round, deadlinePassed: true };
    case 'SilenceRecorded':
      return stand(round, event.data.organ, { silence: event.data.as });
    case 'RoundConcluded':
      return { ...round, state: 'CONCLUDED' };
    case 'DossierWithdrawn':
    case 'DossierLapsed':
      return round.state === 'OPEN' ? { ...round, state: 'ABANDONED' } : round;
    default:
      return round;
  }
};

const fresh = {
  number: null,
  filedAt: null,
  endorsedAt: null,
  clocks: [],
  round: null,
  missing: [],
  openVersions: [],
};

const details = (row: Row, event: LedgerEvent): Partial<Row> => {
  switch (event.type) {
    case 'DossierDrafted':
    case 'DossierRevised':
      return ofVersion(event.data.version);
    case 'DossierFiled':
      return { filedAt: event.recordedAt, missing: [] };
    case 'CompletenessChecked':
      return { missing: event.data.missing };
    case 'DossierEndorsed':
      return { endorsedAt: event.recordedAt };
    default:
      return { clocks: withClocks(row.clocks, event), round: withRound(row.round, event) };
  }
};

/** The row after an event, pure. `number` is given by the projection. */
export const nextRow = (before: Row | undefined, event: LedgerEvent): Row => {
  const followed = follow(before, event);
  const row = { ...fresh, ...before, ...followed } as Row;
  const moved = followed.stage !== before?.stage;
  const after = {
    ...row,
    ...details(row, event),
    stageSince: moved ? event.recordedAt : row.stageSince,
    version: event.version,
    lastPosition: event.position,
  };
  const { openVersions, currentVersionNo } = after;
  if (opennessOf(after) === 'lead' || openVersions.includes(currentVersionNo)) return after;
  return { ...after, openVersions: [...openVersions, currentVersionNo] };
};

/** Columns beside the document: what a query filters, sorts and counts by. */
export const columnsOf = (row: Row, { headquarters }: Cabinet) => ({
  dossier_id: row.dossierId,
  number: row.number,
  type: row.type,
  lead: row.lead,
  pillars: row.pillars,
  tags: row.tags,
  stage: row.stage,
  stage_class: classOf(row),
  stage_since: row.stageSince,
  holder: stageOf(row).holder,
  next_due: row.clocks.map(({ dueAt }) => dueAt).sort()[0] ?? null,
  last_position: row.lastPosition,
  readers: readersNow(row, headquarters),
  open_versions: row.openVersions,
  titles: titlesOf(row.title),
});
