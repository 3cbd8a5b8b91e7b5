import type { Checkpoint } from './checkpoint.js';
import { readBundle } from './bundle.js';
import { Frontier } from './frontier.js';
import { leafHash, sameHash } from './hash.js';
import { parseLeaf, type Leaf } from './leaf.js';
import { hashesAt, tileIn, tilePath, tileWidth, type Tile } from './tile.js';
import { hashesInTile, type ReadTile } from './tile-hashes.js';
import { rootOfHashes } from './tree.js';
import { demand } from './unsound.js';

/** Where a log is not what it says: the first bad index, or the entries `[index, to)` of which one at least is bad. */
export interface Fault {
  index: number;
  to: number;
  what: string;
}

/** Says what is wrong with a leaf by whatever else the caller knows of it; undefined when nothing is. */
export type CheckLeaf = (leaf: Leaf, index: number) => Promise<string | undefined> | string | undefined;

class Found extends Error {
  constructor(readonly fault: Fault) {
    super(fault.what);
  }
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs `read` for a tile; what it throws is a fault of the entries below that tile. */
async function within<T>(tile: Tile, size: number, read: () => Promise<T> | T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const span = tileWidth ** (tile.level === 'entries' ? 1 : tile.level + 1);
    const index = tile.index * span;
    throw new Found({
      index,
      to: Math.min(size, index + span),
      what: `${tilePath(tile)}: ${message(error)}`,
    });
  }
}

function leafIn(entry: Buffer, bad: (what: string) => Found): Leaf {
  try {
    return parseLeaf(entry);
  } catch (error) {
    throw bad(message(error));
  }
}

async function auditEntries(
  size: number,
  tile: Tile,
  hashes: Buffer[],
  read: ReadTile,
  check: CheckLeaf,
): Promise<void> {
  const bundle = tileIn(size, 'entries', tile.index);
  const entries = await within(bundle, size, async () => readBundle(await read(bundle), bundle.width));
  for (const [at, entry] of entries.entries()) {
    const index = tile.index * tileWidth + at;
    const bad = (what: string) => new Found({ index, to: index + 1, what });
    if (!sameHash(leafHash(entry), hashes[at] as Buffer)) throw bad('the entry is not that of its hash');
    const leaf = leafIn(entry, bad);
    if (leaf.position !== index + 1) throw bad(`the entry says position ${leaf.position}`);
    const what = await check(leaf, index);
    if (what !== undefined) throw bad(what);
  }
}

/** Holds every full tile above level 0 against the tiles below it, so that a changed tile is named. */
async function auditUpper(size: number, leafTiles: Buffer[], read: ReadTile): Promise<void> {
  let below = leafTiles;
  for (let level = 1; hashesAt(level, size) > 0; level += 1) {
    const above: Buffer[] = [];
    for (let index = 0; index * tileWidth < hashesAt(level, size); index += 1) {
      const tile = tileIn(size, level, index);
      const hashes = await within(tile, size, async () => hashesInTile(tile, await read(tile)));
      const span = tileWidth ** level;
      for (const [at, hash] of hashes.entries()) {
        const from = (index * tileWidth + at) * span;
        if (!sameHash(hash, below[index * tileWidth + at] as Buffer))
          throw new Found({
            index: from,
            to: from + span,
            what: `${tilePath(tile)} does not fit the tiles below it`,
          });
      }
      if (tile.width === tileWidth) above.push(rootOfHashes(hashes));
    }
    below = above;
  }
}

/** Compares the roots of known checkpoints on the way; the fault lies after the last that was right. */
function rootsOf(checkpoints: readonly Checkpoint[]): (frontier: Frontier) => void {
  let right = 0;
  const known = new Map<number, Buffer>();
  for (const { size, root } of checkpoints) {
    demand(sameHash(known.get(size) ?? root, root), `two checkpoints say another root of ${size} entries`);
    known.set(size, root);
  }
  return (frontier) => {
    const root = known.get(frontier.size);
    if (!root) return;
    if (!sameHash(root, frontier.root()))
      throw new Found({
        index: right,
        to: frontier.size,
        what: `the root of ${frontier.size} entries is another`,
      });
    right = frontier.size;
  };
}

/**
 * Reads a whole log and says where it is not what its checkpoints say; undefined when all of it is. The checkpoints are
 * believed (`openCheckpoint`), the largest is the log's present one, and older ones narrow a fault down.
 */
export async function auditLog(
  checkpoints: readonly Checkpoint[],
  read: ReadTile,
  check: CheckLeaf = () => undefined,
): Promise<Fault | undefined> {
  const size = Math.max(0, ...checkpoints.map((checkpoint) => checkpoint.size));
  const frontier = Frontier.empty();
  const full: Buffer[] = [];
  try {
    const compare = rootsOf(checkpoints);
    for (let index = 0; index * tileWidth < size; index += 1) {
      const tile = tileIn(size, 0, index);
      const hashes = await within(tile, size, async () => hashesInTile(tile, await read(tile)));
      await auditEntries(size, tile, hashes, read, check);
      for (const hash of hashes) {
        frontier.append(hash);
        compare(frontier);
      }
      if (tile.width === tileWidth) full.push(rootOfHashes(hashes));
    }
    await auditUpper(size, full, read);
    return undefined;
  } catch (error) {
    if (error instanceof Found) return error.fault;
    throw error;
  }
}
