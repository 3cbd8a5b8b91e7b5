import { occurredAt, type Cabinet, type LedgerEvent } from '#contracts';
import { readEvent, readStream } from '#event-store';
import { changesRegister, publicRecordOf, publishedOf, type PublicRecord } from '#sight';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { put, recall, type Table } from './memory.js';
import { nextNumber } from './number.js';
import { commentRows, givenUpRows, reservationRows } from './public-dispositions.js';
import { decisionRow, instrumentRow } from './public-instrument.js';
import type { Circumstances, PublicRow } from './public-rows.js';
import { publicationTables } from './publication-tables.js';
import { publishedText } from './published-text.js';
import type { ReadModel } from './read-model.js';

const publications: Table = { name: 'publications', key: ['dataset', 'key'] };
const texts: Table = { name: 'published_texts', key: ['dossier_id'] };
const cases: Table = { name: 'publication_cases', key: ['dossier_id'] };
const amendments: Table = { name: 'amendments', key: ['successor_id'] };
const lastChange: Table = { name: 'last_change', key: ['k'] };

/** What is remembered of every dossier, public or not. */
interface Known {
  type: string;
  lead: string;
  number: string | null;
}

const parts = [instrumentRow, decisionRow, reservationRows, commentRows, givenUpRows];
/** Everything of a dossier that is public now; nothing of one that is not. Pure. */
export const publicRows = (record: PublicRecord, circumstances: Circumstances): PublicRow[] =>
  parts.flatMap((part) => part(record, circumstances));

/** Numbers count in the order of the ledger, whether the dossier ever becomes public or not. */
const remember = async (event: LedgerEvent, tx: EntityManager, cabinet: Cabinet): Promise<void> => {
  const { streamId: dossier_id, data } = event;
  if ('version' in data) {
    const { type, head } = data.version.body;
    const before = event.type === 'DossierDrafted' ? undefined : await recall<Known>(tx, cases, dossier_id);
    put(tx, cases, { dossier_id, doc: { type, lead: head.lead, number: before?.number ?? null } });
  }
  if (event.type !== 'DossierFiled') return;
  const known = (await recall<Known>(tx, cases, dossier_id))!;
  if (known.number !== null) return;
  const number = await nextNumber(tx, cabinet, { ...known, filedAt: occurredAt(event) });
  put(tx, cases, { dossier_id, doc: { ...known, number } });
};

/** The moment of a change: whole seconds, later than every change before. */
const stamp = async ({ recordedAt }: LedgerEvent, tx: EntityManager): Promise<string> => {
  const before = (await recall<{ second: number }>(tx, lastChange, 1))?.second ?? 0;
  const second = Math.max(Math.ceil(Date.parse(recordedAt) / 1_000), before + 1);
  put(tx, lastChange, { k: 1, doc: { second } });
  return new Date(second * 1_000).toISOString();
};

const isPublic = async (dossierId: string | undefined, tx: EntityManager): Promise<boolean> =>
  dossierId !== undefined && (await recall<object>(tx, texts, dossierId)) !== undefined;

const recordOf = async (dossierId: string, upTo: number, tx: EntityManager): Promise<PublicRecord> => {
  const stored = await readStream((sql, values) => tx.query(sql, values), dossierId, 0, upTo);
  return publicRecordOf(stored.map(readEvent));
};

/** Rows that are not as they were. `modified` is of the register, not of the row's own making. */
const changed = async (rows: PublicRow[], tx: EntityManager): Promise<PublicRow[]> => {
  const found: PublicRow[] = [];
  for (const row of rows) {
    const { modified: _modified, ...before } =
      (await recall<PublicRow['doc']>(tx, publications, row.dataset, row.key)) ?? {};
    if (!isDeepStrictEqual(before, JSON.parse(JSON.stringify(row.doc)))) found.push(row);
  }
  return found;
};

const write = async (dossierId: string, event: LedgerEvent, tx: EntityManager, { calendar }: Cabinet) => {
  const record = await recordOf(dossierId, event.position, tx);
  const number = (await recall<Known>(tx, cases, dossierId))?.number ?? null;
  const replacedBy = (await isPublic(record.successorId, tx)) ? (record.successorId ?? null) : null;
  const rows = await changed(publicRows(record, { number, timeZone: calendar.timeZone, replacedBy }), tx);
  const last = publishedOf(record).at(-1);
  if (last) put(tx, texts, { dossier_id: dossierId, doc: publishedText(last.of) });
  if (rows.length === 0) return;
  const modified = await stamp(event, tx);
  for (const { dataset, key, position, nth, type, status, organs, inForceFrom, inForceUntil, doc } of rows)
    put(tx, publications, {
      ...{ dataset, key, dossier_id: dossierId, position, nth, type, status, organs, modified },
      ...{ in_force_from: inForceFrom, in_force_until: inForceUntil, doc: { ...doc, modified } },
    });
};

/** The public register: what anybody may have without signing in. What that is, what-is-public.ts of sight says. */
export const publicationsModel: ReadModel = {
  name: 'publications',
  version: 2,
  tables: publicationTables,
  async project(event, tx, cabinet) {
    await remember(event, tx, cabinet);
    if (!changesRegister(event)) return;
    if (event.type === 'DossierAmending')
      put(tx, amendments, { successor_id: event.data.successorId, doc: event.streamId });
    await write(event.streamId, event, tx, cabinet);
    // What it was to amend is now shown as replaced.
    const amended =
      event.type === 'DossierPublished' && (await recall<string>(tx, amendments, event.streamId));
    if (amended) await write(amended, event, tx, cabinet);
  },
};
