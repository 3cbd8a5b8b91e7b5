import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { readLog } from '#event-store';
import {
  growTiles,
  leafBytes,
  leafHash,
  leafOf,
  parseLeaf,
  readBundle,
  tileIn,
  tilePath,
  tileWidth,
  writeBundle,
  type Tile,
} from '#transparency';
import { openly, secretly } from '../../apps/evidence/src/leaf-of-event';

/** What a mutator has in its hands: the database as superuser, within a transaction, and the folder that is published. */
export interface Prey {
  db: Pool;
  folder: string;
  /** Entries of the log. */
  size: number;
  roll: (below: number) => number;
}

/** The first bad index, which must be named; with `to`, one of `[index, to)`; with `around`, a span that it lies in. */
export interface Bad {
  index: number;
  to?: number;
  around?: boolean;
}

/** One way to rewrite the record: does it, and says what was done and where. */
export type Mutation = (prey: Prey) => Promise<Bad>;

const any = ({ size, roll }: Prey): number => 1 + roll(size);
const two = (prey: Prey): [number, number] => {
  const [a, b] = [any(prey), any(prey)];
  if (a === b) return two(prey);
  return a < b ? [a, b] : [b, a];
};

/** Statements with the positions $1 (and $2, the later one); the fault is where the first of them is. */
const row =
  (...statements: string[]): Mutation =>
  async (prey) => {
    const at = any(prey);
    for (const sql of statements) await prey.db.query(sql, [at]);
    return { index: at - 1 };
  };
const rows =
  (...statements: string[]): Mutation =>
  async (prey) => {
    const at = two(prey);
    for (const sql of statements) await prey.db.query(sql, at);
    return { index: at[0] - 1 };
  };

const event = '(SELECT event_id FROM event_log WHERE position = $1)';
const other = '(SELECT event_id FROM event_log WHERE position = $2)';
const edit = (what: string): Mutation => row(`UPDATE events SET ${what} WHERE id = ${event}`);

/** Brings leaf and salt of a position into agreement with its event: what is published can no longer be. */
async function rehash({ db }: Prey, position: number): Promise<void> {
  const read = async (sql: string, values: unknown[]) => (await db.query(sql, values)).rows as unknown;
  const [found] = await readLog(read, position - 1, 1);
  if (!found) throw new Error(`no event ${position}`);
  const salt = Buffer.alloc(32, 7);
  const entry = leafBytes(leafOf(openly(found), { salt, ...secretly(found) }));
  await db.query('UPDATE evidence.leaves SET entry = $2, salt = $3 WHERE position = $1', [
    position,
    entry,
    salt,
  ]);
}

const after =
  (before: Mutation): Mutation =>
  async (prey) => {
    const bad = await before(prey);
    await rehash(prey, bad.index + 1);
    return bad;
  };

/** All that follows a position moves by one; as a superuser would, through numbers that are not used. */
async function shift({ db }: Prey, position: number, by: 1 | -1): Promise<void> {
  await db.query('UPDATE event_log SET position = position + 1000000000 WHERE position >= $1', [position]);
  await db.query('UPDATE event_log SET position = position - 1000000000 + $1 WHERE position > 1000000000', [
    by,
  ]);
  await db.query('UPDATE log_head SET n = n + $1', [by]);
}

const removed: Mutation = async (prey) => {
  const at = any(prey);
  await prey.db.query(`DELETE FROM events WHERE id = ${event}`, [at]);
  await prey.db.query('DELETE FROM event_log WHERE position = $1', [at]);
  await prey.db.query('DELETE FROM evidence.leaves WHERE position = $1', [at]);
  await shift(prey, at, -1);
  return { index: at - 1 };
};

const copied = `INSERT INTO events (id, event_id, stream_id, version, type, v, data, meta, recorded_at) OVERRIDING SYSTEM VALUE
  SELECT $2::bigint, gen_random_uuid(), stream_id, version + 1000000, type, v, data, meta, recorded_at FROM events WHERE id = ${event}`;

const inserted: Mutation = async (prey) => {
  const at = any(prey);
  await prey.db.query(copied, [at, 1_000_000_000]);
  await shift(prey, at, 1);
  await prey.db.query('INSERT INTO event_log VALUES ($1, 1000000000)', [at]);
  return { index: at - 1 };
};

/** An event without a position: it counts where a stream is folded, and not where events are read in order. */
const smuggled: Mutation = async (prey) => {
  const isFirst = prey.roll(2) === 0;
  await prey.db.query(copied, [any(prey), isFirst ? -1 : 1_000_000_000]);
  return { index: isFirst ? 0 : prey.size };
};

const edited = edit(`data = data || '{"n": -1}'`);

const swapped: Mutation = async (prey) => {
  const at = two(prey);
  const { rowCount } = await prey.db.query(
    `UPDATE events e SET data = o.data FROM events o WHERE e.data <> o.data
       AND ((e.id = ${event} AND o.id = ${other}) OR (e.id = ${other} AND o.id = ${event}))`,
    at,
  );
  // Two that say the same are not changed by being swapped.
  return rowCount === 0 ? swapped(prey) : { index: at[0] - 1 };
};

/** An erasure that is not in the log; `numbered` says how it stands in the order of events. */
const pretended =
  (stream: string, numbered: string): Mutation =>
  async (prey) => {
    const bad = await edited(prey);
    const at = bad.index + 1;
    const { rows } = await prey.db.query<{ id: string }>(
      `INSERT INTO events (id, event_id, stream_id, version, type, v, data, meta) OVERRIDING SYSTEM VALUE
       SELECT 1000000000, gen_random_uuid(), ${stream}, 1000000, 'PayloadErased', 1,
         jsonb_build_object('eventId', event_id, 'position', $1::bigint), meta FROM events WHERE id = ${event} RETURNING id`,
      [at],
    );
    await prey.db.query(numbered, [rows[0]?.id]);
    await prey.db.query('UPDATE log_head SET n = (SELECT max(position) FROM event_log)');
    await prey.db.query('UPDATE evidence.leaves SET salt = NULL WHERE position = $1', [at]);
    return bad;
  };
const atTheEnd = 'INSERT INTO event_log SELECT max(position) + 1, $1 FROM event_log';

/** Of the database. */
export const rowMutations: Record<string, Mutation> = {
  'edits the data': edited,
  'edits a value deep in the data': edit(`data = jsonb_set(data, '{n}', to_jsonb((data ->> 'n')))`),
  'edits who did it': edit(`meta = jsonb_set(meta, '{actor,person}', '"suzuki"')`),
  'edits for which organ it was done': edit(`meta = jsonb_set(meta, '{actor,organ}', '"MOF"')`),
  'edits the type': edit(`type = type || 'Anew'`),
  'edits the version of the type': edit('v = v + 1'),
  'edits the time': edit(`recorded_at = recorded_at + interval '1 millisecond'`),
  'edits the time by a microsecond': edit(`recorded_at = recorded_at + interval '1 microsecond'`),
  'edits the id': edit('event_id = gen_random_uuid()'),
  'moves it to another case': edit(`stream_id = 'another'`),
  'renumbers it within its case': edit('version = version + 1000000'),
  'deletes the event': row(`DELETE FROM events WHERE id = ${event}`),
  'deletes its position': row('DELETE FROM event_log WHERE position = $1'),
  'deletes all of it and closes the gap': removed,
  'cuts the end off': async (prey) => {
    const at = any(prey);
    await prey.db.query(
      `DELETE FROM events WHERE id IN (SELECT event_id FROM event_log WHERE position >= $1)`,
      [at],
    );
    await prey.db.query('DELETE FROM event_log WHERE position >= $1', [at]);
    await prey.db.query('DELETE FROM evidence.leaves WHERE position >= $1', [at]);
    await prey.db.query('UPDATE log_head SET n = $1 - 1', [at]);
    return { index: at - 1 };
  },
  'inserts one and moves the rest': inserted,
  'inserts one without a position': smuggled,
  'swaps two positions': rows(
    'UPDATE event_log SET event_id = -event_id WHERE position IN ($1, $2)',
    `UPDATE event_log l SET event_id = -o.event_id FROM event_log o
     WHERE (l.position = $1 AND o.position = $2) OR (l.position = $2 AND o.position = $1)`,
  ),
  'swaps the data of two': swapped,
  'swaps two leaves': rows(
    `UPDATE evidence.leaves l SET entry = o.entry, salt = o.salt FROM evidence.leaves o
     WHERE (l.position = $1 AND o.position = $2) OR (l.position = $2 AND o.position = $1)`,
  ),
  'edits and re-hashes it': after(edited),
  'forges who did it and re-hashes it': after(edit(`meta = jsonb_set(meta, '{actor,person}', '"suzuki"')`)),
  'forges the type and re-hashes it': after(edit(`type = 'DossierDecided2'`)),
  'salts it anew': row(
    `UPDATE evidence.leaves SET salt = decode(repeat('07', 32), 'hex') WHERE position = $1`,
  ),
  'takes the salt away as if it were erased': row(
    'UPDATE evidence.leaves SET salt = NULL WHERE position = $1',
  ),
  'edits it and takes the salt away': async (prey) => {
    const bad = await edited(prey);
    await prey.db.query('UPDATE evidence.leaves SET salt = NULL WHERE position = $1', [bad.index + 1]);
    return bad;
  },
  'edits it and pretends an erasure that waits for its number': pretended(
    'stream_id',
    'INSERT INTO unsequenced VALUES ($1)',
  ),
  'edits it and pretends an erasure that nobody signed yet': pretended('stream_id', atTheEnd),
  'edits it and pretends an erasure in another case': pretended(`'another'`, atTheEnd),
  'edits a byte of a leaf': row(
    'UPDATE evidence.leaves SET entry = set_byte(entry, 20, get_byte(entry, 20) # 1) WHERE position = $1',
  ),
  'deletes a leaf': row('DELETE FROM evidence.leaves WHERE position = $1'),
  'sets the head forward': async ({ db, size }) => {
    await db.query('UPDATE log_head SET n = n + 5');
    return { index: size, to: size + 6 };
  },
  'edits the root that was signed': async ({ db, size }) => {
    await db.query('UPDATE evidence.signed SET root = sha256(root)');
    return { index: 0, to: size };
  },
};

const flip = (bytes: Buffer, at: number, by: number): Buffer => {
  const forged = Buffer.from(bytes);
  forged.writeUInt8(forged.readUInt8(at) ^ by, at);
  return forged;
};

const aTile = ({ size, roll }: Prey, level: Tile['level']): Tile =>
  tileIn(size, level, roll(Math.ceil(level === 1 ? size / tileWidth / tileWidth : size / tileWidth)));

const inFile =
  (
    level: Tile['level'],
    forge: (bytes: Buffer, tile: Tile, prey: Prey) => { bytes?: Buffer; bad: Bad },
  ): Mutation =>
  (prey) => {
    const tile = aTile(prey, level);
    const file = path.join(prey.folder, tilePath(tile));
    const { bytes, bad } = forge(readFileSync(file), tile, prey);
    if (bytes) writeFileSync(file, bytes);
    else rmSync(file);
    return Promise.resolve(bad);
  };

const spanOf = ({ level, index, width }: Tile, size: number): Bad => {
  const span = level === 1 ? tileWidth : 1;
  return { index: index * tileWidth * span, to: Math.min(size, (index * tileWidth + width) * span) };
};

/** The entry that a byte of a bundle belongs to; undefined for the byte of a length. */
function entryAt(entries: readonly Buffer[], at: number): number | undefined {
  let start = 0;
  for (const [index, entry] of entries.entries()) {
    if (at < start + 2) return undefined;
    start += 2 + entry.length;
    if (at < start) return index;
  }
  return undefined;
}

const forgedEntries = (forge: (entries: Buffer[], prey: Prey) => { entries: Buffer[]; at: number }) =>
  inFile('entries', (bytes, tile, prey) => {
    const { entries, at } = forge(readBundle(bytes, tile.width), prey);
    return { bytes: writeBundle(entries), bad: { index: tile.index * tileWidth + at } };
  });

/** Builds all files anew around another entry, as whoever has no key can. */
async function rebuild({ folder, size }: Prey, index: number, entry: Buffer): Promise<void> {
  const entries: Buffer[] = [];
  for (let at = 0; at * tileWidth < size; at += 1) {
    const tile = tileIn(size, 'entries', at);
    entries.push(...readBundle(readFileSync(path.join(folder, tilePath(tile))), tile.width));
  }
  entries[index] = entry;
  for (let at = 0; at * tileWidth < size; at += 1) {
    const tile = tileIn(size, 'entries', at);
    const own = entries.slice(at * tileWidth, at * tileWidth + tile.width);
    writeFileSync(path.join(folder, tilePath(tile)), writeBundle(own));
  }
  const none = () => Promise.reject(new Error('nothing is open'));
  for (const { path: name, bytes } of await growTiles(0, entries.map(leafHash), none))
    writeFileSync(path.join(folder, name), bytes);
}

/** Of the published files. */
export const fileMutations: Record<string, Mutation> = {
  'flips bits of a hash': inFile(0, (bytes, tile, { roll }) => {
    const at = roll(bytes.length);
    const index = tile.index * tileWidth + Math.floor(at / 32);
    return { bytes: flip(bytes, at, 1 + roll(255)), bad: { index } };
  }),
  'flips bits of a bundle': inFile('entries', (bytes, tile, { size, roll }) => {
    const at = roll(bytes.length);
    const hit = entryAt(readBundle(bytes, tile.width), at);
    const bad = hit === undefined ? spanOf(tile, size) : { index: tile.index * tileWidth + hit };
    return { bytes: flip(bytes, at, 1 + roll(255)), bad };
  }),
  'flips bits of an upper hash': inFile(1, (bytes, _tile, { roll }) => {
    const at = roll(bytes.length);
    const index = Math.floor(at / 32) * tileWidth;
    return { bytes: flip(bytes, at, 1 + roll(255)), bad: { index, to: index + tileWidth } };
  }),
  'edits an entry': forgedEntries((entries, { roll }) => {
    const at = roll(entries.length);
    const text = (entries[at] as Buffer)
      .toString()
      .replace('Happened', 'happened')
      .replace('Decided', 'decided');
    return { entries: entries.with(at, Buffer.from(text)), at };
  }),
  'swaps two entries': forgedEntries((entries, { roll }) => {
    const at = roll(entries.length - 1);
    const to = at + 1 + roll(entries.length - at - 1);
    return { entries: entries.with(at, entries[to] as Buffer).with(to, entries[at] as Buffer), at };
  }),
  'swaps two hashes': inFile(0, (bytes, tile, { roll }) => {
    const at = roll(tile.width - 1);
    const to = at + 1 + roll(tile.width - at - 1);
    const forged = Buffer.from(bytes);
    bytes.copy(forged, at * 32, to * 32, to * 32 + 32);
    bytes.copy(forged, to * 32, at * 32, at * 32 + 32);
    return { bytes: forged, bad: { index: tile.index * tileWidth + at } };
  }),
  ...Object.fromEntries(
    ([0, 'entries', 1] as const).flatMap((level) => [
      [
        `cuts a tile of level ${level} off`,
        inFile(level, (bytes, tile, { size, roll }) => ({
          bytes: bytes.subarray(0, roll(bytes.length)),
          bad: spanOf(tile, size),
        })),
      ],
      [
        `deletes a tile of level ${level}`,
        inFile(level, (_bytes, tile, { size }) => ({ bad: spanOf(tile, size) })),
      ],
    ]),
  ),
  'builds all files anew around a forged entry': async (prey) => {
    const { rows: found } = await prey.db.query<{ entry: Buffer }>(
      'SELECT entry FROM evidence.leaves WHERE position = $1',
      [any(prey)],
    );
    const leaf = parseLeaf(found[0]?.entry ?? Buffer.alloc(0));
    const index = leaf.position - 1;
    await rebuild(prey, index, leafBytes({ ...leaf, payloadHash: '0'.repeat(64) }));
    return { index };
  },
  'edits the event, re-hashes it and builds all files anew': async (prey) => {
    const { index } = await edited(prey);
    await rehash(prey, index + 1);
    const { rows: found } = await prey.db.query<{ entry: Buffer }>(
      'SELECT entry FROM evidence.leaves WHERE position = $1',
      [index + 1],
    );
    await rebuild(prey, index, found[0]?.entry ?? Buffer.alloc(0));
    return { index, around: true };
  },
};
