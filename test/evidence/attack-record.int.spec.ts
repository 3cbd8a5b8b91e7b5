import { auditLog, hashesFromTiles, openCheckpoint, sameHash, treeRoot } from '#transparency';
import { dice } from './assaults.js';
import { fileMutations, rowMutations } from './mutations.js';
import { Mutator, names, type Audit } from './mutator.js';

const mutations = { ...rowMutations, ...fileMutations };

// TL-1
describe('a record that a database superuser rewrites', () => {
  let mutator: Mutator;

  beforeAll(async () => {
    mutator = await Mutator.start(300, 3);
  });
  afterAll(() => mutator.close());

  it('is found as it was made while nobody does', async () => {
    expect(await mutator.honest()).toBeUndefined();
  });

  it.each([
    ...Object.entries(rowMutations).map(([what, mutation]) => [what, mutation, [1, 2]] as const),
    ...Object.entries(fileMutations).map(([what, mutation]) => [what, mutation, [1]] as const),
  ])('is found out, by its first bad index, when it %s', async (_what, mutation, seeds) => {
    for (const seed of seeds) {
      const { bad, fault } = await mutator.tried(mutation, dice(seed));
      expect({ bad, fault, isNamed: names(fault, bad) }).toMatchObject({ isNamed: true });
    }
  });

  it('is still found as it was made after all of that', async () => {
    expect(await mutator.honest()).toBeUndefined();
  });

  it('would not be found out by an audit that compares roots only, or that knows no salts', async () => {
    const roots: Audit = async (_db, { checkpoint, readTile }, trust) => {
      const { size, root } = openCheckpoint(checkpoint, trust);
      const isSame = sameHash(await treeRoot(size, hashesFromTiles(size, readTile)), root);
      return isSame ? undefined : { index: 0, to: size, what: 'another root' };
    };
    const unsalted: Audit = async (db, { checkpoint, readTile }, trust) => {
      const { rows } = await db.query<{ position: string; id: string; type: string; version: number }>(
        'SELECT position, e.event_id AS id, type, version FROM event_log l JOIN events e ON e.id = l.event_id',
      );
      const known = new Map(rows.map((row) => [Number(row.position), row]));
      return auditLog(
        [openCheckpoint(checkpoint, trust)],
        readTile,
        ({ position, eventId, type, streamVersion }) => {
          const row = known.get(position);
          const isSame = row?.id === eventId && row.type === type && row.version === streamVersion;
          return isSame ? undefined : 'the row is another';
        },
      );
    };
    const found = async (audit: Audit, what: string) => {
      const { bad, fault } = await mutator.tried(
        mutations[what] ?? (() => Promise.reject(new Error(what))),
        dice(3),
        audit,
      );
      return names(fault, bad);
    };
    expect(await mutator.honest(roots)).toBeUndefined();
    expect(await mutator.honest(unsalted)).toBeUndefined();
    for (const what of ['edits the data', 'edits an entry', 'flips bits of a hash', 'deletes the event'])
      expect([what, await found(roots, what)]).toEqual([what, false]);
    for (const what of ['edits the data', 'edits who did it', 'swaps the data of two'])
      expect([what, await found(unsalted, what)]).toEqual([what, false]);
    expect(await found(unsalted, 'edits the type')).toBe(true);
  });
});
