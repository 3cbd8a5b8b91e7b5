import { hashSize } from './hash.js';
import type { TreeNode } from './ranges.js';
import { hashesAt, tileIn, tilePath, tileWidth, type Tile } from './tile.js';
import { rootOfHashes, type ReadHashes } from './tree.js';
import { demand } from './unsound.js';

/** Bytes of a tile; a wider version of the same tile will do. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array>;

/** Bytes of one tile and where they go. */
export interface WrittenTile {
  tile: Tile;
  path: string;
  bytes: Buffer;
}

/** The first `tile.width` hashes in the bytes of a tile. */
export function hashesInTile(tile: Tile, bytes: Uint8Array): Buffer[] {
  demand(
    bytes.length >= tile.width * hashSize &&
      bytes.length <= tileWidth * hashSize &&
      bytes.length % hashSize === 0,
    `${tilePath(tile)} has ${bytes.length} bytes`,
  );
  return Array.from({ length: tile.width }, (_, at) =>
    Buffer.from(bytes.subarray(at * hashSize, (at + 1) * hashSize)),
  );
}

const tileOfNode = (size: number, { level, index }: TreeNode) => {
  const span = 2 ** (level % 8);
  const first = index * span;
  const tile = tileIn(size, Math.floor(level / 8), Math.floor(first / tileWidth));
  return { tile, from: first % tileWidth, to: (first % tileWidth) + span };
};

/** Reads hashes of a tree of `size` entries out of its tiles, each tile once. Not authenticated: verify what is made of them. */
export function hashesFromTiles(size: number, readTile: ReadTile): ReadHashes {
  return async (nodes) => {
    const places = nodes.map((node) => tileOfNode(size, node));
    const wanted = new Map(places.map(({ tile }) => [tilePath(tile), tile]));
    const read = await Promise.all(
      [...wanted].map(async ([path, tile]) => [path, hashesInTile(tile, await readTile(tile))] as const),
    );
    const tiles = new Map(read);
    return places.map(({ tile, from, to }) =>
      rootOfHashes((tiles.get(tilePath(tile)) ?? []).slice(from, to)),
    );
  };
}

/** The tiles that a tree of `old` entries needs more, or wider, once `leaves` (leaf hashes) are appended. */
export async function growTiles(
  old: number,
  leaves: readonly Uint8Array[],
  readTile: ReadTile,
): Promise<WrittenTile[]> {
  const written: WrittenTile[] = [];
  const size = old + leaves.length;
  let added: readonly Uint8Array[] = leaves;
  for (let level = 0; added.length > 0; level += 1) {
    const before = hashesAt(level, old);
    const first = Math.floor(before / tileWidth);
    const open = before % tileWidth === 0 ? undefined : tileIn(old, level, first);
    const row = [...(open ? hashesInTile(open, await readTile(open)) : []), ...added];
    const above: Buffer[] = [];
    for (let at = 0; at * tileWidth < row.length; at += 1) {
      const hashes = row.slice(at * tileWidth, (at + 1) * tileWidth);
      const tile = tileIn(size, level, first + at);
      written.push({ tile, path: tilePath(tile), bytes: Buffer.concat(hashes) });
      if (hashes.length === tileWidth) above.push(rootOfHashes(hashes));
    }
    added = above;
  }
  return written;
}
