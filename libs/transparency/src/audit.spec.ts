import fc from 'fast-check';
import { auditLog } from './audit.js';
import { writeBundle } from './bundle.js';
import { leafHash } from './hash.js';
import { leafBytes, leafOf } from './leaf.js';
import { rootAt } from './testing.js';
import { growTiles, type ReadTile } from './tile-hashes.js';
import { newTiles, tileIn, tilePath } from './tile.js';
import { Unsound } from './unsound.js';

const size = 1_000;
const leafAt = (i: number, verdict = 'concur') =>
  leafOf(
    {
      position: i + 1,
      eventId: `event-${i}`,
      type: 'OpinionFiled',
      stream: 'dossier-1',
      streamVersion: i + 1,
      time: 't',
    },
    { salt: Buffer.alloc(16, i % 256), payload: { verdict }, person: 'sato' },
  );
const entries = Array.from({ length: size }, (_, i) => leafBytes(leafAt(i)));

/** All files of a log of these entries, by path. */
async function filesOf(all: readonly Buffer[]): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { path, bytes } of await growTiles(0, all.map(leafHash), () =>
    Promise.reject(new Error('nothing is open')),
  ))
    files.set(path, bytes);
  for (let index = 0; index * 256 < all.length; index += 1) {
    const tile = tileIn(all.length, 'entries', index);
    files.set(tilePath(tile), writeBundle(all.slice(index * 256, index * 256 + tile.width)));
  }
  return files;
}
const reader =
  (files: Map<string, Buffer>): ReadTile =>
  (tile) => {
    const bytes = files.get(tilePath(tile));
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('is not there'));
  };
const hashes = entries.map(leafHash);
const at = (n: number) => ({ origin: 'o', size: n, root: rootAt(hashes, n) });
const known = [at(100), at(600), at(size)];

describe('an audit of a log', () => {
  it('finds nothing where nothing was changed', async () => {
    expect(await auditLog(known, reader(await filesOf(entries)))).toBeUndefined();
    expect(await auditLog([], reader(new Map()))).toBeUndefined();
  });

  it('names the index of any entry that was changed, whichever', async () => {
    const files = await filesOf(entries);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: size - 1 }), async (index) => {
        const tile = tileIn(size, 'entries', Math.floor(index / 256));
        const forged = entries.map((entry, i) => (i === index ? leafBytes(leafAt(i, 'object')) : entry));
        const bundle = writeBundle(forged.slice(tile.index * 256, tile.index * 256 + tile.width));
        const fault = await auditLog(known, reader(new Map([...files, [tilePath(tile), bundle]])));
        expect(fault).toMatchObject({ index, to: index + 1 });
      }),
      { numRuns: 30 },
    );
  });

  it('finds any byte that was changed in any file, and the entries it names hold the change', async () => {
    const files = await filesOf(entries);
    const paths = [...files.keys()];
    expect(paths).toEqual(expect.arrayContaining(newTiles(0, size).map(tilePath)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, place, flip) => {
          const bytes = Buffer.from(files.get(path) ?? '');
          bytes.writeUInt8(bytes.readUInt8(place % bytes.length) ^ flip, place % bytes.length);
          const fault = await auditLog(known, reader(new Map([...files, [path, bytes]])));
          const hash = Math.floor((place % bytes.length) / 32);
          if (path.startsWith('tile/0'))
            expect(fault).toMatchObject({ index: Number(path.slice(7, 10)) * 256 + hash });
          else if (path.startsWith('tile/1'))
            expect(fault).toMatchObject({ index: hash * 256, to: hash * 256 + 256 });
          else expect(fault?.what).toBeDefined();
        },
      ),
      { numRuns: 100 },
    );
  });

  it('finds a file that is missing, cut or too long', async () => {
    const files = await filesOf(entries);
    for (const [path, bytes] of files) {
      const gone = new Map(files);
      gone.delete(path);
      expect(await auditLog(known, reader(gone))).toMatchObject({ what: `${path}: is not there` });
      for (const other of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)])])
        expect(await auditLog(known, reader(new Map([...files, [path, other]])))).toBeDefined();
    }
  });

  it.each([
    ['changed', (all: Buffer[]) => all.with(300, leafBytes(leafAt(300, 'object'))), { index: 100, to: 600 }],
    ['of another form', (all: Buffer[]) => all.with(300, Buffer.from('{}')), { index: 300, to: 301 }],
    ['left out', (all: Buffer[]) => all.toSpliced(300, 1), { index: 300, to: 301 }],
    ['put in', (all: Buffer[]) => all.toSpliced(300, 0, all[0] as Buffer), { index: 300, to: 301 }],
    [
      'swapped',
      (all: Buffer[]) => all.with(300, all[301] as Buffer).with(301, all[300] as Buffer),
      { index: 300, to: 301 },
    ],
  ])('finds a log that was built anew, in all its files, with an entry %s', async (_what, forge, where) => {
    const forged = forge([...entries]);
    forged.length = Math.min(forged.length, size);
    while (forged.length < size) forged.push(leafBytes(leafAt(forged.length)));
    expect(await auditLog(known, reader(await filesOf(forged)))).toMatchObject(where);
  });

  it('takes a caller at its word who knows another content of an entry', async () => {
    const files = reader(await filesOf(entries));
    const fault = await auditLog(known, files, ({ position }) =>
      position === 701 ? 'the row says object' : undefined,
    );
    expect(fault).toEqual({ index: 700, to: 701, what: 'the row says object' });
  });

  it('does not begin when two checkpoints contradict each other', async () => {
    const files = reader(await filesOf(entries));
    await expect(
      auditLog([...known, { ...at(100), root: leafHash(Buffer.from('x')) }], files),
    ).rejects.toThrow(Unsound);
  });
});
