import { occurredAt, type Cabinet, type LedgerEvent, type Version } from '#contracts';
import type { EntityManager } from 'typeorm';
import { widthOf, type Openness } from '#sight';
import { columnsOf, nextEarlierRow, nextRow, type Row } from './dossier-row.js';
import { dossierTables } from './dossier-tables.js';
import { put, recall, remove, type Table } from './memory.js';
import { nextNumber } from './number.js';
import type { ReadModel } from './read-model.js';
import { searchTextOf } from './search-text.js';

const present: Table = { name: 'dossiers', key: ['dossier_id'] };
const earlier: Table = { name: 'earlier', key: ['dossier_id', 'width'] };
const versions: Table = { name: 'versions', key: ['dossier_id', 'no'] };
const texts: Table = { name: 'texts', key: ['dossier_id', 'no'] };
const searchTexts: Table = { name: 'search_texts', key: ['dossier_id', 'no'] };

const versionOf = ({
  dossierId: dossier_id,
  currentVersionNo: no,
  sha256,
  textSince: at,
  textReaders: readers,
}: Row) => ({
  ...{ dossier_id, no, sha256, at, readers },
});

const putText = ({ dossierId: dossier_id }: Row, { no, body }: Version, tx: EntityManager) => {
  put(tx, texts, { dossier_id, no, body });
  put(tx, searchTexts, { dossier_id, no, text: searchTextOf(body) });
};

const numbersShown = (row: Row | undefined): number[] =>
  row ? [row.currentVersionNo, ...row.earlier.map(({ no }) => no)] : [];

/** A version that no row of the register shows any more cannot be searched for. */
const forgetTexts = (before: Row | undefined, row: Row, tx: EntityManager) => {
  const shown = numbersShown(row);
  for (const no of new Set(numbersShown(before)))
    if (!shown.includes(no)) remove(tx, searchTexts, { dossier_id: row.dossierId, no });
};

const recallEarlier = async (before: Row, open: Openness, tx: EntityManager) =>
  before.open === open ? before : await recall<Row>(tx, earlier, before.dossierId, widthOf(open));

const putEarlier = async (before: Row, row: Row, event: LedgerEvent, tx: EntityManager, cabinet: Cabinet) => {
  for (const { open } of row.earlier) {
    const former = (await recallEarlier(before, open, tx))!;
    const next = nextEarlierRow(former, row, event);
    if (former === before || next !== former) put(tx, earlier, columnsOf(next, cabinet));
  }
  for (const { open } of before.earlier)
    if (!row.earlier.some((kept) => kept.open === open))
      remove(tx, earlier, { dossier_id: row.dossierId, width: widthOf(open) });
};

const writeOverlaps = async ({ streamId, data }: LedgerEvent<'OverlapsFound'>, tx: EntityManager) => {
  await tx.query('DELETE FROM similarities WHERE dossier_id = $1', [streamId]);
  await tx.query(
    `INSERT INTO similarities SELECT $1, $2, x ->> 'dossierId', (x ->> 'score')::float8
     FROM jsonb_array_elements($3::jsonb) AS x ON CONFLICT DO NOTHING`,
    [streamId, data.versionNo, JSON.stringify(data.similar)],
  );
};

/** The register of all dossiers with their texts. */
export const dossiers: ReadModel = {
  name: 'dossiers',
  version: 6,
  tables: dossierTables,
  async project(event, tx, cabinet) {
    const before = await recall<Row>(tx, present, event.streamId);
    const row = nextRow(before, event, cabinet.headquarters);
    if (event.type === 'DossierFiled' && row.number === null)
      row.number = await nextNumber(tx, cabinet, {
        type: row.type,
        lead: row.lead,
        filedAt: occurredAt(event),
      });
    const version = 'version' in event.data ? event.data.version : undefined;
    if (version) putText(row, version, tx);
    const isReadByMore = row.textReaders.length !== before?.textReaders.length;
    if (version || isReadByMore) put(tx, versions, versionOf(row));
    if (before) await putEarlier(before, row, event, tx, cabinet);
    forgetTexts(before, row, tx);
    put(tx, present, columnsOf(row, cabinet));
    if (event.type === 'OverlapsFound') await writeOverlaps(event, tx);
  },
};
