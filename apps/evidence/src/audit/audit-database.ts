import {
  auditLog,
  isOfLeaf,
  leafBytes,
  openCheckpoint,
  type Checkpoint,
  type Fault,
  type Leaf,
  type ReadTile,
  type Trust,
} from '#transparency';
import type { Pool } from 'pg';
import { openly, secretly } from '../leaf-of-event.js';
import { beside } from './beside.js';
import { databaseRows, type DatabaseRow } from './rows.js';
import { signedHeads } from './signed-heads.js';

/** A log as everybody can read it: the note that is published, and its tiles. */
export interface PublishedLog {
  checkpoint: string;
  readTile: ReadTile;
}

const WINDOW = 1_024;
const opens: (keyof ReturnType<typeof openly>)[] = ['eventId', 'type', 'stream', 'streamVersion', 'time'];

/** What is wrong with a row, held against the entry of the log; undefined when nothing is. */
function faultOf(
  leaf: Leaf,
  { event, leaf: kept, erased }: DatabaseRow,
  published: number,
): string | undefined {
  if (!event) return 'no event has this position in the database';
  const said = openly(event);
  const other = opens.find((name) => said[name] !== leaf[name]);
  if (other) return `the database has another ${other}`;
  if (!kept) return 'the database has no leaf for it';
  if (!kept.entry.equals(leafBytes(leaf))) return 'the database has another leaf';
  if (kept.salt) {
    return isOfLeaf(leaf, { salt: kept.salt, ...secretly(event) })
      ? undefined
      : 'the database has another payload, actor or salt';
  }
  if (erased === undefined) return 'the salt is gone, and no event says that it was erased';
  // What nobody signed yet can still be taken back.
  return erased <= published
    ? undefined
    : `the erasure at position ${erased} is not published yet: audit it again in a moment`;
}

/** Reads the rows of the database in windows, in the order in which an audit asks for them. */
function rowsInOrder(pool: Pool): (index: number) => Promise<DatabaseRow | undefined> {
  let window = new Map<number, DatabaseRow>();
  let from = -1;
  return async (index) => {
    const start = Math.floor(index / WINDOW) * WINDOW;
    if (start !== from) window = await databaseRows(pool, start, WINDOW);
    from = start;
    return window.get(index + 1);
  };
}

/**
 * Holds every row of the ledger against the published log: the first that is not as it was when it was integrated, or undefined. Throws
 * Unsound when the checkpoint itself cannot be believed. Role kyogi_verifier.
 */
export async function auditDatabase(pool: Pool, log: PublishedLog, trust: Trust): Promise<Fault | undefined> {
  const published: Checkpoint = openCheckpoint(log.checkpoint, trust);
  const { known, fault } = await signedHeads(pool, published);
  if (fault) return fault;
  const rowAt = rowsInOrder(pool);
  const found = await auditLog(known, log.readTile, async (leaf, index) =>
    faultOf(leaf, (await rowAt(index)) ?? { erased: undefined }, published.size),
  );
  return found ?? beside(pool, published.size);
}
