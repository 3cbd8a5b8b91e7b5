import type { Cabinet, LedgerEvent, Version } from '#contracts';
import type { EntityManager } from 'typeorm';
import { ownersOf } from './case.js';
import { columnsOf, nextRow, type Row } from './dossier-row.js';
import { put, recall, type Table } from './memory.js';
import { numberSeries, withSerial } from './number.js';
import { hidden, MINE, secured, type ReadModel } from './read-model.js';
import { searchTextOf } from './search-text.js';

const register: Table = { name: 'dossiers', key: ['dossier_id'] };
const versions: Table = { name: 'versions', key: ['dossier_id', 'no'] };
const searchTexts: Table = { name: 'search_texts', key: ['dossier_id'] };

const tables = `
  CREATE TABLE dossiers (
    dossier_id text PRIMARY KEY,
    number text,
    type text NOT NULL,
    lead text NOT NULL,
    pillars text[] NOT NULL,
    tags text[] NOT NULL,
    stage text NOT NULL,
    stage_class text NOT NULL,
    stage_since timestamptz NOT NULL,
    holder text NOT NULL,
    next_due timestamptz,
    last_position bigint NOT NULL,
    readers text[] NOT NULL,
    open_versions int[] NOT NULL,
    titles text NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 80);
  CREATE INDEX ON dossiers (lead, stage);
  CREATE INDEX ON dossiers (last_position);
  ${secured('dossiers', `readers && ${MINE}`)}

  -- Others than the owners see a version once it was open to them with its dossier.
  CREATE TABLE versions (
    dossier_id text NOT NULL,
    no int NOT NULL,
    sha256 text NOT NULL,
    at timestamptz NOT NULL,
    owners text[] NOT NULL,
    body jsonb NOT NULL,
    PRIMARY KEY (dossier_id, no)
  );
  ${secured(
    'versions',
    `owners && ${MINE} OR EXISTS (SELECT FROM dossiers d WHERE d.dossier_id = versions.dossier_id AND versions.no = ANY (d.open_versions))`,
  )}

  -- Names dossiers of other ministries, so each line is open to those who may read both.
  CREATE TABLE similarities (
    dossier_id text NOT NULL,
    other_id text NOT NULL,
    lead text NOT NULL,
    title jsonb NOT NULL,
    score double precision NOT NULL,
    PRIMARY KEY (dossier_id, other_id)
  );
  ${secured(
    'similarities',
    `EXISTS (SELECT FROM dossiers d WHERE d.dossier_id = similarities.dossier_id)
     AND EXISTS (SELECT FROM dossiers d WHERE d.dossier_id = similarities.other_id)`,
  )}

  -- The last serial of each series of human numbers.
  CREATE TABLE serials (series text PRIMARY KEY, last int NOT NULL);
  ${hidden('serials')}

  CREATE TABLE search_texts (dossier_id text PRIMARY KEY, text text NOT NULL);
  CREATE INDEX ON search_texts USING gin (text public.gin_trgm_ops);
  ${hidden('search_texts')}

  -- LIKE is not leakproof, so under a policy PostgreSQL would read every text before it looked at any index. Hence a function with
  -- the projector's rights, which asks for the readers itself.
  CREATE FUNCTION found(longest text, words text[]) RETURNS SETOF text LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path FROM CURRENT AS $$
  BEGIN
    RETURN QUERY SELECT s.dossier_id FROM search_texts s JOIN dossiers d USING (dossier_id)
      WHERE s.text LIKE longest AND s.text LIKE ALL (words) AND d.readers && ${MINE};
  END $$;
  REVOKE ALL ON FUNCTION found(text, text[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION found(text, text[]) TO kyogi_reader;`;

/** Serials count in the order of the ledger, so that a rebuild gives every dossier its old number. */
const numberFor = async (row: Row, event: LedgerEvent, tx: EntityManager, cabinet: Cabinet) => {
  const series = numberSeries(cabinet, row.type, row.lead, event.recordedAt);
  const [next] = await tx.query<{ last: number }[]>(
    `WITH next AS (INSERT INTO serials AS s VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last)
     SELECT last FROM next`,
    [series],
  );
  return withSerial(series, next!.last);
};

const putVersion = (row: Row, { no, sha256, at, body }: Version, tx: EntityManager) => {
  const { dossierId: dossier_id } = row;
  put(tx, versions, { dossier_id, no, sha256, at, owners: ownersOf(row), body });
  put(tx, searchTexts, { dossier_id, text: searchTextOf(body) });
};

const writeOverlaps = async ({ streamId, data }: LedgerEvent<'OverlapsFound'>, tx: EntityManager) => {
  await tx.query('DELETE FROM similarities WHERE dossier_id = $1', [streamId]);
  await tx.query(
    `INSERT INTO similarities SELECT $1, x ->> 'dossierId', x ->> 'lead', x -> 'title', (x ->> 'score')::float8
     FROM jsonb_array_elements($2::jsonb) AS x ON CONFLICT DO NOTHING`,
    [streamId, JSON.stringify(data.similar)],
  );
};

/** The register of all dossiers with their texts. */
export const dossiers: ReadModel = {
  name: 'dossiers',
  version: 1,
  tables,
  async project(event, tx, cabinet) {
    const before = await recall<Row>(tx, register, event.streamId);
    const row = nextRow(before, event);
    if (event.type === 'DossierFiled' && row.number === null)
      row.number = await numberFor(row, event, tx, cabinet);
    const version = 'version' in event.data ? event.data.version : undefined;
    if (version) putVersion(row, version, tx);
    put(tx, register, { ...columnsOf(row, cabinet), doc: row });
    if (event.type === 'OverlapsFound') await writeOverlaps(event, tx);
  },
};
