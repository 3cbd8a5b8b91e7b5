import { parseCheckpoint, parseNote, formatCheckpoint, sameHash, Frontier, Unsound } from '#transparency';
import type { Checkpoint } from '#transparency';
import type { Pool, PoolClient } from 'pg';
import type { LogFiles } from '../files/log-files.js';
import { insist, Refused } from './refused.js';

/** What was said of a size before, and where that is known from. */
export interface Head extends Checkpoint {
  where: string;
}

/** What the database says was signed last. */
export interface SignedRow extends Head {
  frontier: Frontier;
}

/** File in the log's folder with the body of the checkpoint that was signed last. */
export const signedFile = 'signed';

function readable<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unsound) throw new Refused(`${where} cannot be read: ${error.message}`);
    throw error;
  }
}

interface Row {
  origin: string;
  size: string;
  root: Buffer;
  frontier: string;
}

/** With `lock`, until the transaction ends nobody else signs. */
export async function signedRow(db: Pool | PoolClient, lock = false): Promise<SignedRow | undefined> {
  const { rows } = await db.query<Row>(
    `SELECT origin, size, root, frontier FROM evidence.signed WHERE k = 1 ${lock ? 'FOR UPDATE' : ''}`,
  );
  const [row] = rows;
  if (!row) return undefined;
  const where = 'the table evidence.signed';
  const frontier = readable(where, () => Frontier.parse(row.frontier));
  if (frontier.size !== Number(row.size) || !sameHash(frontier.root(), row.root))
    throw new Refused(`${where} contradicts itself`);
  return { where, origin: row.origin, size: frontier.size, root: row.root, frontier };
}

export async function keptHead(files: LogFiles): Promise<Head | undefined> {
  const bytes = await files.read(signedFile);
  const where = `the file ${signedFile}`;
  return bytes && readable(where, () => ({ where, ...parseCheckpoint(bytes.toString()) }));
}

/** Whoever may sign, signs only what is kept in both places by then. */
export const keepHead = (files: LogFiles, head: Checkpoint): Promise<void> =>
  files.write(signedFile, formatCheckpoint(head));

export async function publishedHead(files: LogFiles): Promise<Head | undefined> {
  const bytes = await files.read('checkpoint');
  const where = 'the published checkpoint';
  return bytes && readable(where, () => ({ where, ...parseCheckpoint(parseNote(bytes.toString()).text) }));
}

/** The checkpoint that the database says was published last. */
async function historyHead(pool: Pool, origin: string): Promise<Head | undefined> {
  const { rows } = await pool.query<{ size: string; root: Buffer }>(
    'SELECT size, root FROM evidence.checkpoints ORDER BY size DESC LIMIT 1',
  );
  const [last] = rows;
  return last && { where: 'the history of checkpoints', origin, size: Number(last.size), root: last.root };
}

/** All that is known of what was said before. */
export interface Past {
  row: SignedRow | undefined;
  kept: Head | undefined;
  published: Head | undefined;
  heads: Head[];
}

/** Throws Refused when a part cannot be read, or is of another log. */
export async function pastOf(pool: Pool, files: LogFiles, origin: string): Promise<Past> {
  const [row, kept, published, history] = await Promise.all([
    signedRow(pool),
    keptHead(files),
    publishedHead(files),
    historyHead(pool, origin),
  ]);
  const heads = [row, kept, published, history].filter((head) => head !== undefined);
  for (const head of heads)
    insist(head.origin === origin, `${head.where} is of the log ${head.origin}, and this is ${origin}`);
  return { row, kept, published, heads };
}

/** Whether the signed row can stand for all heads: those below it are in the database's own history of what was published. */
export async function standsForAll(pool: Pool, row: SignedRow, heads: readonly Head[]): Promise<boolean> {
  for (const { size, root } of heads) {
    if (size >= row.size) continue;
    const { rowCount } = await pool.query('SELECT FROM evidence.checkpoints WHERE size = $1 AND root = $2', [
      size,
      root,
    ]);
    if (rowCount !== 1) return false;
  }
  return true;
}
