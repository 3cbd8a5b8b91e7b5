import { leafBytes, leafOf } from '#transparency';
import type { LedgerEvent } from '#event-store';
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { openly, secretly } from '../leaf-of-event.js';
import { insist } from './refused.js';

/** Entries of the leaves with the positions `after + 1 … until`, in order; fewer where the table ends. */
export async function entriesOf(pool: Pool, after: number, until: number): Promise<Buffer[]> {
  const { rows } = await pool.query<{ position: string; entry: Buffer }>(
    'SELECT position, entry FROM evidence.leaves WHERE position > $1 AND position <= $2 ORDER BY position',
    [after, until],
  );
  rows.forEach(({ position }, at) =>
    insist(Number(position) === after + at + 1, `the leaf of position ${after + at + 1} is gone`),
  );
  return rows.map(({ entry }) => entry);
}

/** Makes the leaf of each event, with a salt that nobody has seen, and writes them in one transaction. Returns the entries. */
export async function addLeaves(pool: Pool, events: readonly LedgerEvent[]): Promise<Buffer[]> {
  const salts = events.map(() => randomBytes(32));
  const entries = events.map((event, at) =>
    leafBytes(leafOf(openly(event), { salt: salts[at] as Buffer, ...secretly(event) })),
  );
  await pool.query(
    'INSERT INTO evidence.leaves SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::bytea[])',
    [events.map(({ position }) => position), entries, salts],
  );
  return entries;
}
