import { fromDecimal, isCount } from './decimal.js';
import { demand } from './unsound.js';

/** Hashes in a full tile; fixed by the format (C2SP tlog-tiles). */
export const tileWidth = 256;

/** A tile of the tree, or with level `entries` a bundle of entries. */
export interface Tile {
  level: number | 'entries';
  index: number;
  width: number;
}

/** Path below the log's address: `tile/0/x001/x234/067.p/8`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Tile of a path; a path that `tilePath` would not write is `Unsound`. */
export function parseTilePath(path: string): Tile {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  demand(parts !== null, 'not the path of a tile');
  const [, level = '', name = '', width] = parts;
  const tile: Tile = {
    level: level === 'entries' ? level : fromDecimal(level),
    index: fromDecimal(name.replace(/[x/]/g, '').replace(/^0+(?=\d)/, '')),
    width: width === undefined ? tileWidth : fromDecimal(width),
  };
  demand(tile.level === 'entries' || tile.level <= 63, 'a level is at most 63');
  demand(tile.width > 0 && tile.width <= tileWidth && tilePath(tile) === path, 'not the path of a tile');
  return tile;
}

/** Hashes at a tile level of a tree: complete subtrees of `256^level` entries. */
export const hashesAt = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

/** The tile over `index`, as it is in a tree of `size` entries. */
export function tileIn(size: number, level: number | 'entries', index: number): Tile {
  const there = hashesAt(level === 'entries' ? 0 : level, size) - index * tileWidth;
  if (!isCount(index) || there <= 0) throw new RangeError(`no tile ${level}/${index} in ${size} entries`);
  return { level, index, width: Math.min(tileWidth, there) };
}

/** All tiles of a tree of `size` entries that were not, or not so wide, in a tree of `old` entries; lowest level first. */
export function newTiles(old: number, size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; hashesAt(level, size) > hashesAt(level, old); level += 1) {
    const last = Math.floor((hashesAt(level, size) - 1) / tileWidth);
    for (let index = Math.floor(hashesAt(level, old) / tileWidth); index <= last; index += 1)
      tiles.push(tileIn(size, level, index));
  }
  return tiles;
}
