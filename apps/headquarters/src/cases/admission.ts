import { Problem } from '#contracts';
import type { Row } from '../projections/dossier-row.js';
import type { Rows } from '../read-models/readers.js';

/** What row-level security lets a reader know of a case. */
export interface Admission {
  dossierId: string;
  number: string | null;
  /** Version of the stream as the register shows it to the reader. */
  streamVersion: number;
  /** The stage that the register shows; the end of a case reaches everyone who was ever shown it. */
  stage: string;
  /** The version of the text that the register shows: of a text drafted anew, the one before. */
  versionNo: number;
  /** Versions whose text is open. */
  versions: ReadonlySet<number>;
  /** Positions of the events that the reader is told of, rising. */
  told: readonly number[];
}

/** A moment in the life of a case: a position of the ledger, or a time. Absent: now. */
export interface Moment {
  position?: number | undefined;
  at?: string | undefined;
}

const notFound = (detail: string) => new Problem('not-found', detail);

/** Reads under the reader's eyes; needs the models dossiers and timeline. Throws not-found, as for a dossier that does not exist. */
export async function admit(rows: Rows, dossierId: string): Promise<Admission> {
  const [row] = await rows<{ doc: Row; version_no: number; number: string | null }>(
    'SELECT doc, version_no, number FROM register WHERE dossier_id = $1',
    [dossierId],
  );
  if (!row) throw notFound('There is no such dossier, or it is not open to you.');
  const versions = await rows<{ no: number }>('SELECT no FROM versions WHERE dossier_id = $1', [dossierId]);
  const told = await rows<{ position: number }>(
    'SELECT position::float8 AS position FROM entries WHERE dossier_id = $1 ORDER BY position',
    [dossierId],
  );
  return {
    dossierId,
    number: row.number,
    streamVersion: row.doc.version,
    stage: row.doc.stage,
    versionNo: row.version_no,
    versions: new Set(versions.map(({ no }) => no)),
    told: told.map(({ position }) => position),
  };
}
