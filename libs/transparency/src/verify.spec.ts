import fc from 'fast-check';
import { emptyRoot, leafHash } from './hash.js';
import { hashesInMemory, rootAt } from './testing.js';
import { consistencyProof, inclusionProof } from './tree.js';
import { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from './verify.js';

const most = 700;
const leaves = Array.from({ length: most }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));
const roots = Array.from({ length: most + 1 }, (_, size) => rootAt(leaves, size));
const read = hashesInMemory(leaves);
const root = (size: number) => roots[size] as Buffer;
const flipped = (bytes: Uint8Array, bit: number) => {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8((bit >> 3) % 32) ^ (1 << (bit & 7)), (bit >> 3) % 32);
  return copy;
};

/** Proofs that differ in one thing: a bit of a hash, a hash more, a hash fewer, the order of two. */
const spoiled = (proof: readonly Uint8Array[], bit: number, place: number): Uint8Array[][] => [
  [...proof, leafHash(Buffer.from('more'))],
  [leafHash(Buffer.from('more')), ...proof],
  [...proof, ...proof.slice(-1), emptyRoot()],
  ...(proof.length > 0
    ? [
        proof.slice(0, -1),
        proof.slice(1),
        proof.map((hash, at) => (at === place % proof.length ? flipped(hash, bit) : hash)),
        proof.map((hash, at) => (at === place % proof.length ? hash.subarray(1) : hash)),
      ]
    : []),
  ...(proof.length > 1 ? [[...proof].reverse()] : []),
];

const inclusions = fc
  .tuple(fc.integer({ min: 1, max: most }), fc.nat(), fc.nat({ max: 255 }), fc.nat(), fc.nat())
  .map(([size, index, bit, place, other]) => ({
    size,
    index: index % size,
    bit,
    place,
    other: other % most,
  }));

/** Claims that are false, though close to a true one. */
function falseInclusions(claim: Inclusion, bit: number, place: number, other: number): Inclusion[] {
  const { index, size, root: head, leaf, proof } = claim;
  return [
    ...spoiled(proof, bit, place).map((changed) => ({ ...claim, proof: changed })),
    { ...claim, root: flipped(head, bit) },
    { ...claim, leaf: flipped(leaf, bit) },
    { ...claim, leaf: leaf.subarray(1) },
    { ...claim, index: size },
    { ...claim, index: -1 },
    { ...claim, index: index + 0.5 },
    { ...claim, size: 0 },
    { ...claim, size: Number.NaN },
    { ...claim, index: index + size },
    // A larger tree has a longer way from this entry to its root.
    { ...claim, size: size * 4 },
    ...(other !== index ? [{ ...claim, index: other }] : []),
    ...(other + 1 !== size ? [{ ...claim, root: root(other + 1) }] : []),
  ];
}

/** How many false claims a verifier takes, over random sizes and indices. */
async function accepted(verifier: (claim: Inclusion) => boolean): Promise<number> {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(inclusions, async ({ size, index, bit, place, other }) => {
      const proof = await inclusionProof(index, size, read);
      const claim = { index, size, root: root(size), leaf: leaves[index] as Buffer, proof };
      expect(verifier(claim)).toBe(true);
      count += falseInclusions(claim, bit, place, other).filter(verifier).length;
    }),
    { numRuns: 300 },
  );
  return count;
}

describe('a proof of inclusion', () => {
  it('holds for every entry of every tree, and no proof that was changed holds', async () => {
    expect(await accepted(verifyInclusion)).toBe(0);
  });

  it('would be found out if a hash too many were ignored', async () => {
    const lenient = (claim: Inclusion) =>
      claim.proof.some((_, at) => verifyInclusion({ ...claim, proof: claim.proof.slice(0, at) })) ||
      verifyInclusion(claim);
    expect(await accepted(lenient)).toBeGreaterThan(0);
  });

  it('would be found out if the index were not held against the size', async () => {
    const lenient = (claim: Inclusion) => verifyInclusion({ ...claim, index: claim.index % claim.size });
    expect(await accepted(lenient)).toBeGreaterThan(0);
  });

  it('is asked for only of entries that there are', async () => {
    await expect(inclusionProof(5, 5, read)).rejects.toThrow(RangeError);
    await expect(inclusionProof(0, 0, read)).rejects.toThrow(RangeError);
  });

  it('ends for the largest sizes there can be', () => {
    const claim = { size: 2 ** 53 - 1, index: 2 ** 52, root: root(1), leaf: root(1) };
    expect(verifyInclusion({ ...claim, proof: Array.from({ length: 52 }, () => root(1)) })).toBe(false);
  });
});

const consistencies = fc
  .tuple(fc.integer({ min: 1, max: most }), fc.nat(), fc.nat({ max: 255 }), fc.nat(), fc.nat())
  .map(([size, old, bit, place, other]) => ({
    size,
    oldSize: old % (size + 1),
    bit,
    place,
    other: other % most,
  }));

function falseConsistencies(claim: Consistency, bit: number, place: number, other: number): Consistency[] {
  const { oldSize, size, oldRoot, root: head, proof } = claim;
  return [
    ...spoiled(proof, bit, place).map((changed) => ({ ...claim, proof: changed })),
    { ...claim, oldRoot: flipped(oldRoot, bit) },
    { ...claim, oldRoot: oldRoot.subarray(1) },
    { ...claim, oldSize: size + 1 },
    { ...claim, oldSize: -1 },
    { ...claim, size: size + 0.5 },
    // The empty tree begins every tree, so of a larger root nothing is said.
    ...(oldSize > 0 ? [{ ...claim, root: flipped(head, bit) }] : []),
    ...(oldSize > 0 ? [{ ...claim, oldSize: 0 }] : []),
    ...(oldSize > 0 ? [{ ...claim, size: size * 4 }] : []),
    ...(oldSize > 0 && other !== oldSize ? [{ ...claim, oldRoot: root(other) }] : []),
    ...(oldSize > 0 && other !== size ? [{ ...claim, root: root(other) }] : []),
    ...(oldSize !== size ? [{ ...claim, oldSize: size, size: oldSize }] : []),
  ];
}

async function acceptedForks(verifier: (claim: Consistency) => boolean): Promise<number> {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(consistencies, async ({ size, oldSize, bit, place, other }) => {
      const proof = await consistencyProof(oldSize, size, read);
      const claim = { oldSize, oldRoot: root(oldSize), size, root: root(size), proof };
      expect(verifier(claim)).toBe(true);
      count += falseConsistencies(claim, bit, place, other).filter(verifier).length;
    }),
    { numRuns: 300 },
  );
  return count;
}

describe('a proof of consistency', () => {
  it('holds for every two sizes, and no proof that was changed holds', async () => {
    expect(await acceptedForks(verifyConsistency)).toBe(0);
  });

  it('would be found out if a hash too many were ignored', async () => {
    const lenient = (claim: Consistency) =>
      verifyConsistency(claim) ||
      claim.proof.some((_, at) => verifyConsistency({ ...claim, proof: claim.proof.slice(0, at) }));
    expect(await acceptedForks(lenient)).toBeGreaterThan(0);
  });

  it('would be found out if the old root were believed without being computed', async () => {
    const lenient = (claim: Consistency) =>
      verifyConsistency({ ...claim, oldRoot: root(claim.oldSize) ?? emptyRoot() });
    expect(await acceptedForks((claim) => (roots[claim.oldSize] ? lenient(claim) : false))).toBeGreaterThan(
      0,
    );
  });

  it('needs nothing from the empty tree, and of it', () => {
    const none = { oldSize: 0, oldRoot: emptyRoot(), proof: [] };
    expect(verifyConsistency({ ...none, size: 0, root: emptyRoot() })).toBe(true);
    expect(verifyConsistency({ ...none, size: 3, root: root(3) })).toBe(true);
    expect(verifyConsistency({ ...none, size: 0, root: root(3) })).toBe(false);
    expect(verifyConsistency({ ...none, oldRoot: root(1), size: 3, root: root(3) })).toBe(false);
    expect(verifyConsistency({ ...none, size: 3, root: root(3), proof: [root(1)] })).toBe(false);
  });

  it('does not let a fork with as many entries, or with more, pass for the same log', async () => {
    const fork = leaves.map((leaf, i) => (i === 3 ? leafHash(Buffer.from('another past')) : leaf));
    const oldRoot = root(40);
    const claim = { oldSize: 40, oldRoot, size: 60, root: rootAt(fork, 60) };
    const proof = await consistencyProof(40, 60, hashesInMemory(fork));
    expect(verifyConsistency({ ...claim, proof })).toBe(false);
    expect(verifyConsistency({ ...claim, size: 40, root: rootAt(fork, 40), proof: [] })).toBe(false);
  });
});
