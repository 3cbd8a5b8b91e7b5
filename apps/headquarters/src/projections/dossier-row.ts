import { occurredAt, type Cabinet, type DossierRow, type LedgerEvent, type Version } from '#contracts';
import {
  classOf,
  follow,
  isEnd,
  readersNow,
  stageOf,
  together,
  widthOf,
  type Case,
  type Openness,
} from '#sight';
import { withClocks } from './clock-view.js';
import { openMusts, withMusts, type Musts } from './musts.js';
import { withRound, type KeptRound } from './round-view.js';
import { titlesOf } from './search-text.js';

/** A row of the register as it is kept: what the answer shows, save for what depends on the reader or on the hour. */
export type Row = Omit<DossierRow, 'overdue' | 'overlaps' | 'readers' | 'stageClass' | 'holder' | 'round'> &
  Case & {
    round: KeptRound | null;
    musts: Musts;
    /** When the present version was made. */
    textSince: string;
    /** Everyone who could read the present version while it was the present one, sorted. */
    textReaders: string[];
    /** Wider circles that last saw an earlier version, and which. */
    earlier: Earlier[];
  };

export interface Earlier {
  open: Openness;
  no: number;
}

const ofVersion = ({ no, sha256, at, body: { head } }: Version) => ({
  currentVersionNo: no,
  textSince: at,
  sha256,
  summary: head.summary ?? null,
  pillars: head.pillars,
  tags: head.competenceTags,
});

const fresh = {
  number: null,
  filedAt: null,
  endorsedAt: null,
  clocks: [],
  round: null,
  musts: {},
  openMusts: 0,
  missing: [],
  textReaders: [],
  earlier: [],
};

const details = (row: Row, event: LedgerEvent): Partial<Row> => {
  switch (event.type) {
    case 'DossierDrafted':
    case 'DossierRevised':
      return ofVersion(event.data.version);
    case 'DossierFiled':
      return { filedAt: occurredAt(event), missing: [] };
    case 'CompletenessChecked':
      return { missing: event.data.missing };
    case 'DossierEndorsed':
      return { endorsedAt: occurredAt(event) };
    default:
      return { clocks: withClocks(row.clocks, event), ...withConsultation(row, event) };
  }
};

const withConsultation = (row: Row, event: LedgerEvent): Partial<Row> => {
  const musts = withMusts(row.musts, event, row.round?.kind);
  return { round: withRound(row.round, event), musts, openMusts: openMusts(musts) };
};

/** A revision takes the text back, and leaves behind what others saw; showing it as widely again replaces that. */
const earlierAfter = (before: Row, after: Case): Earlier[] =>
  [...before.earlier, { open: before.open, no: before.currentVersionNo }].filter(
    ({ open }) => widthOf(open) > widthOf(after.open),
  );

/** The row after an event, pure. `number` is given by the projection. */
export const nextRow = (before: Row | undefined, event: LedgerEvent, headquarters: string): Row => {
  const followed = follow(before, event, headquarters);
  const row = { ...fresh, ...before, ...followed } as Row;
  const moved = followed.stage !== before?.stage;
  const isNew = 'version' in event.data;
  return {
    ...row,
    ...details(row, event),
    stageSince: moved ? occurredAt(event) : row.stageSince,
    version: event.version,
    lastPosition: event.position,
    textReaders: together(isNew ? [] : row.textReaders, readersNow(row, headquarters)),
    earlier: before ? earlierAfter(before, followed) : [],
  };
};

/**
 * What a wider circle last saw, after an event it is not shown: clocks it knew go on, and the end of the case reaches it. The same
 * object when nothing changed for it.
 */
export const nextEarlierRow = (former: Row, present: Row, event: LedgerEvent): Row => {
  const clocks =
    'clock' in event.data && event.type !== 'ClockStarted' ? withClocks(former.clocks, event) : former.clocks;
  const { procedure, stage, stageSince, version, lastPosition } = present;
  if (isEnd(present, event))
    return {
      ...former,
      procedure,
      stage,
      stageSince,
      version,
      lastPosition,
      clocks,
      round: withRound(former.round, event),
    };
  const isSame =
    clocks.length === former.clocks.length && clocks.every((clock, i) => clock === former.clocks[i]);
  return isSame ? former : { ...former, clocks };
};

/** Columns beside the document: what a query filters, sorts and counts by. */
export const columnsOf = (row: Row, { headquarters }: Cabinet) => ({
  dossier_id: row.dossierId,
  width: widthOf(row.open),
  version_no: row.currentVersionNo,
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
  titles: titlesOf(row.title),
  doc: row,
});
