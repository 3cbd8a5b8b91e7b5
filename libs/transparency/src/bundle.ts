import { tileWidth, type Tile } from './tile.js';
import { demand } from './unsound.js';

/** Most bytes of one entry: its length is written in 16 bits. */
export const maxEntry = 65_535;

/** Entries as a bundle: each with its length in two bytes before it. */
export function writeBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > maxEntry) throw new RangeError(`an entry of ${entry.length} bytes does not fit`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry];
    }),
  );
}

/** Entries of a bundle, exactly `width` of them. */
export function readBundle(bytes: Uint8Array, width: number): Buffer[] {
  demand(width > 0 && width <= tileWidth, 'a bundle has 1 to 256 entries');
  const data = Buffer.from(bytes);
  const entries: Buffer[] = [];
  let at = 0;
  while (entries.length < width) {
    demand(at + 2 <= data.length, 'the bundle ends too early');
    const end = at + 2 + data.readUInt16BE(at);
    demand(end <= data.length, 'the bundle ends too early');
    entries.push(data.subarray(at + 2, end));
    at = end;
  }
  demand(at === data.length, 'the bundle has more than its entries');
  return entries;
}

/** The narrower version of a tile, cut out of the full one. */
export const cutTile = ({ level, width }: Pick<Tile, 'level' | 'width'>, full: Buffer): Buffer =>
  level === 'entries'
    ? writeBundle(readBundle(full, tileWidth).slice(0, width))
    : full.subarray(0, width * (full.length / tileWidth));
