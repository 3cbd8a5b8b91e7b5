import { growTiles, leafHash, tileIn, tilePath, tileWidth, writeBundle, type Tile } from '#transparency';
import type { Pool } from 'pg';
import type { LogFiles } from '../files/log-files.js';
import { entriesOf } from './leaf-rows.js';
import { insist } from './refused.js';

const CHUNK = 16 * tileWidth;

/** Writes tiles and bundles for the entries from `from`, which begins a tile. */
async function writeChunk(files: LogFiles, from: number, entries: readonly Buffer[]): Promise<void> {
  const size = from + entries.length;
  const grown = await growTiles(from, entries.map(leafHash), files.tile);
  for (const { path, bytes } of grown) await files.write(path, bytes);
  const bundles: Tile[] = [];
  for (let at = 0; at < entries.length; at += tileWidth) {
    const tile = tileIn(size, 'entries', (from + at) / tileWidth);
    await files.write(tilePath(tile), writeBundle(entries.slice(at, at + tile.width)));
    bundles.push(tile);
  }
  for (const tile of [...grown.map((one) => one.tile), ...bundles])
    if (tile.width === tileWidth) await files.removePartial(tile);
}

/** Brings the files of a tree of `old` entries to `size`, out of the leaves in the database. From 0, all files are written. */
export async function growFiles(pool: Pool, files: LogFiles, old: number, size: number): Promise<void> {
  for (let from = Math.floor(old / tileWidth) * tileWidth; from < size; from += CHUNK) {
    const until = Math.min(from + CHUNK, size);
    const entries = await entriesOf(pool, from, until);
    insist(entries.length === until - from, `the leaf of position ${from + entries.length + 1} is gone`);
    await writeChunk(files, from, entries);
  }
}
