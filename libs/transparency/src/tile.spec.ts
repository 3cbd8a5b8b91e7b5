import fc from 'fast-check';
import { Frontier } from './frontier.js';
import { leafHash } from './hash.js';
import { rootAt } from './testing.js';
import { growTiles, hashesFromTiles, type ReadTile } from './tile-hashes.js';
import { newTiles, parseTilePath, tileIn, tilePath, type Tile } from './tile.js';
import { inclusionProof, treeRoot } from './tree.js';
import { Unsound } from './unsound.js';
import { readBundle, writeBundle } from './bundle.js';
import { verifyInclusion } from './verify.js';

describe('the path of a tile', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 1_234_067, width: 8 }, 'tile/1/x001/x234/067.p/8'],
    [{ level: 2, index: 999, width: 1 }, 'tile/2/999.p/1'],
    [{ level: 63, index: 1000, width: 255 }, 'tile/63/x001/000.p/255'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
  ] satisfies [Tile, string][])('of %j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    'tile/0/1',
    'tile/00/001',
    'tile/64/001',
    'tile/0/x000/001',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/01',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/../001',
    'tile/-1/001',
    '/tile/0/001',
    'tile/0/001\n',
    'tile/0/x999/x999/x999/x999/x999/999',
  ])('is never %j', (path) => expect(() => parseTilePath(path)).toThrow(Unsound));
});

describe('the tiles of a tree', () => {
  it('are those of the specification for 70,000 entries and for 256', () => {
    const paths = newTiles(0, 70_000).map(tilePath);
    expect(paths.filter((path) => path.startsWith('tile/0/'))).toHaveLength(274);
    expect(paths.slice(-4)).toEqual(['tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect(newTiles(0, 256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect(newTiles(256, 257).map(tilePath)).toEqual(['tile/0/001.p/1']);
    expect(() => tileIn(256, 0, 1)).toThrow(RangeError);
  });

  it('give the same root and proofs however the tree grew', async () => {
    const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(Buffer.from(`${i}`)));
    const stored = new Map<string, Buffer>();
    const readTile: ReadTile = (tile) => {
      const bytes = stored.get(tilePath(tile));
      if (!bytes) throw new Error(`${tilePath(tile)} was never written`);
      return Promise.resolve(bytes);
    };
    const frontier = Frontier.empty();
    let size = 0;
    for (const step of [1, 1, 254, 1, 255, 5000, 60_000, 24, 1, 4463]) {
      const added = leaves.slice(size, size + step);
      const written = await growTiles(size, added, readTile);
      expect(written.map(({ path }) => path)).toEqual(newTiles(size, size + step).map(tilePath));
      for (const { path, bytes } of written) stored.set(path, bytes);
      for (const leaf of added) frontier.append(leaf);
      size += step;
      const read = hashesFromTiles(size, readTile);
      const root = await treeRoot(size, read);
      expect(root).toEqual(frontier.root());
      for (const index of [0, size - 1, Math.floor(size / 3)]) {
        const proof = await inclusionProof(index, size, read);
        expect(verifyInclusion({ index, size, root, leaf: leaves[index] as Buffer, proof })).toBe(true);
      }
    }
    expect(size).toBe(70_000);
    expect(frontier.root()).toEqual(rootAt(leaves, size));
    expect(frontier.toString().split(' ')).toHaveLength(1 + 6);
  });

  it('are not read when they are too short, too long or cut', async () => {
    for (const length of [0, 31, 33, 64, 257 * 32]) {
      const read = hashesFromTiles(3, () => Promise.resolve(Buffer.alloc(length)));
      await expect(treeRoot(3, read)).rejects.toThrow(Unsound);
    }
  });
});

describe('a bundle of entries', () => {
  it('gives back the entries that were put in', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 });
    fc.assert(
      fc.property(entries, (given) => {
        expect(readBundle(writeBundle(given), given.length)).toEqual(
          given.map((entry) => Buffer.from(entry)),
        );
      }),
    );
  });

  it('is refused with an entry more or fewer, with a byte more or fewer, and with an entry too large', () => {
    const bytes = writeBundle([Buffer.from('one'), Buffer.from('two')]);
    for (const [data, width] of [
      [bytes, 1],
      [bytes, 3],
      [bytes, 0],
      [bytes, 257],
      [bytes.subarray(1), 2],
      [bytes.subarray(0, -1), 2],
      [Buffer.concat([bytes, Buffer.alloc(1)]), 2],
    ] as const)
      expect(() => readBundle(data, width)).toThrow(Unsound);
    expect(readBundle(writeBundle([Buffer.alloc(65_535)]), 1)).toHaveLength(1);
    expect(() => writeBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
  });
});
