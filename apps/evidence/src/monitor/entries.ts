import {
  Frontier,
  hashesInTile,
  leafHash,
  parseLeaf,
  readBundle,
  sameHash,
  tileIn,
  tileWidth,
  Unsound,
  type ReadTile,
} from '#transparency';
import { Alarming, type Alarm } from './alarm.js';
import type { Chain } from './chain.js';

const most = 100;

const badEntry = (index: number, what: string): Alarm => ({
  kind: 'bad-entry',
  what: `index ${index}: ${what}`,
  index,
});

/** Runs `read`; what it throws of its own is a fault of the entries from `index`. */
async function from<T>(index: number, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Alarming) throw error;
    throw new Alarming(badEntry(index, error instanceof Error ? error.message : String(error)));
  }
}

function faultOf(entry: Buffer, index: number, chain: Chain): string | undefined {
  try {
    const leaf = parseLeaf(entry);
    const broken = chain.follow(leaf);
    return leaf.position === index + 1 ? broken : `the entry says position ${leaf.position}`;
  } catch (error) {
    if (error instanceof Unsound) return error.message;
    throw error;
  }
}

/**
 * Reads the entries after the frontier up to `size`, appends their hashes to it, and says which of them are not well-formed or not
 * in order. An entry that is not that of its hash in the tiles, or a file that cannot be read, is thrown as an alarm.
 */
export async function readEntries(
  frontier: Frontier,
  size: number,
  tiles: ReadTile,
  chain: Chain,
): Promise<Alarm[]> {
  const faults: Alarm[] = [];
  while (frontier.size < size) {
    const start = frontier.size;
    const at = Math.floor(start / tileWidth);
    const [tile, bundle] = [tileIn(size, 0, at), tileIn(size, 'entries', at)];
    const [hashes, entries] = await from(start, async () =>
      Promise.all([
        tiles(tile).then((bytes) => hashesInTile(tile, bytes)),
        tiles(bundle).then((bytes) => readBundle(bytes, bundle.width)),
      ]),
    );
    for (const [place, entry] of entries.entries()) {
      const index = at * tileWidth + place;
      if (index < start) continue;
      const hash = leafHash(entry);
      if (!sameHash(hash, hashes[place] as Buffer))
        throw new Alarming(badEntry(index, 'the entry is not that of its hash'));
      const fault = faultOf(entry, index, chain);
      if (fault !== undefined && faults.length < most) faults.push(badEntry(index, fault));
      frontier.append(hash);
    }
  }
  return faults;
}
