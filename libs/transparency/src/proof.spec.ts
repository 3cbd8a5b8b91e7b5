import fc from 'fast-check';
import { formatCheckpoint } from './checkpoint.js';
import { leafHash } from './hash.js';
import { formatVerifierKey, newSignerKey, signatureType } from './key.js';
import { parseLeaf } from './leaf.js';
import { openNote, signNote } from './note.js';
import { formatProof, parseProof, verifyProof } from './proof.js';
import { readBundle } from './bundle.js';
import { hashesInMemory, rootAt } from './testing.js';
import { parseTilePath } from './tile.js';
import { inclusionProof } from './tree.js';
import { parseTrust } from './trust.js';
import { Unsound } from './unsound.js';

const origin = 'kyogi.example/ledger';
const log = newSignerKey(origin, signatureType.ed25519);
const witness = newSignerKey('meti.example', signatureType.cosignature);
const vkeys = [log, witness].map(({ verifier }) => formatVerifierKey(verifier)).join('\n');
const trust = parseTrust(origin, vkeys, 1);
const entries = Array.from({ length: 300 }, (_, i) => Buffer.from(`entry ${i}`));
const leaves = entries.map(leafHash);

async function proofOf(index: number, size: number, extra?: Buffer): Promise<string> {
  const body = formatCheckpoint({ origin, size, root: rootAt(leaves, size) });
  const checkpoint = signNote(body, [log, witness], 1_800_000_000);
  return formatProof({
    index,
    hashes: await inclusionProof(index, size, hashesInMemory(leaves)),
    checkpoint,
    extra,
  });
}
const entry = (index: number) => entries[index] as Buffer;

/** What came of reading: refused soundly, taken, or an error that no reader may throw. */
function outcome(read: () => unknown): 'refused' | 'taken' {
  try {
    read();
    return 'taken';
  } catch (error) {
    if (error instanceof Unsound) return 'refused';
    throw error;
  }
}

describe('a proof to keep', () => {
  it('is written as in C2SP tlog-proof', async () => {
    const [first, extra, index, hash, empty, name] = (await proofOf(1, 2, Buffer.from('extra'))).split('\n');
    expect([first, extra, index]).toEqual(['c2sp.org/tlog-proof@v1', 'extra ZXh0cmE=', 'index 1']);
    expect([hash, empty, name]).toEqual([leaves[0]?.toString('base64'), '', origin]);
  });

  it('holds offline for its entry alone, at its index', async () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat(), fc.nat({ max: 299 }));
    await fc.assert(
      fc.asyncProperty(sizes, async ([size, place, other]) => {
        const index = place % size;
        const text = await proofOf(index, size);
        const proven = verifyProof(text, entry(index), trust);
        expect(proven).toMatchObject({ index, checkpoint: { size, witnesses: [{ name: 'meti.example' }] } });
        const elsewhere = text.replace(`index ${index}\n`, `index ${other}\n`);
        expect(outcome(() => verifyProof(elsewhere, entry(index), trust))).toBe(
          other === index ? 'taken' : 'refused',
        );
        expect(outcome(() => verifyProof(text, entry(other), trust))).toBe(
          other === index ? 'taken' : 'refused',
        );
      }),
      { numRuns: 60 },
    );
  });

  it('gives back what was added unsigned', async () => {
    expect(verifyProof(await proofOf(4, 9, Buffer.from('salt')), entry(4), trust).extra).toEqual(
      Buffer.from('salt'),
    );
    expect(parseProof(await proofOf(4, 9)).extra).toBeUndefined();
  });

  it.each<[string, (text: string) => string]>([
    ['another version', (text) => text.replace('@v1', '@v2')],
    ['no index', (text) => text.replace('index 4\n', '')],
    ['an index with a zero before it', (text) => text.replace('index 4', 'index 04')],
    ['an index below zero', (text) => text.replace('index 4', 'index -4')],
    ['an index as large as the size', (text) => text.replace('index 4', 'index 9')],
    ['an index that is not safe', (text) => text.replace('index 4', 'index 9007199254740993')],
    ['a hash more', (text) => text.replace('\n\n', `\n${rootAt(leaves, 1).toString('base64')}\n\n`)],
    [
      '64 hashes',
      (text) => text.replace('\n\n', `\n${`${rootAt(leaves, 1).toString('base64')}\n`.repeat(60)}\n`),
    ],
    ['a hash fewer', (text) => text.replace(/\n[^\n]+\n\n/, '\n\n')],
    ['a short hash', (text) => text.replace(/\n[^\n]+\n\n/, '\nAAAA\n\n')],
    ['base64 that is not canonical', (text) => text.replace(/(index 4\n[^\n]+)=\n/, '$1\n')],
    ['its extra line twice', (text) => text.replace('index', 'extra AAAA\nextra AAAA\nindex')],
    ['its extra line after the index', (text) => text.replace('index 4\n', 'index 4\nextra AAAA\n')],
    ['carriage returns', (text) => text.replaceAll('\n', '\r\n')],
    ['no checkpoint', (text) => text.split('\n\n')[0] ?? ''],
    ['a checkpoint without its witness', (text) => text.replace(/— meti.*\n/, '')],
    ['a megabyte of nothing', (text) => text + '\n'.repeat(1_200_000)],
  ])('is refused with %s', async (_what, spoil) => {
    const text = await proofOf(4, 9);
    expect(spoil(text)).not.toBe(text);
    expect(outcome(() => verifyProof(spoil(text), entry(4), trust))).toBe('refused');
  });
});

/** Garbage near to the real thing: characters replaced, removed, put in, doubled, and pieces swapped. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    remove: fc.nat({ max: 40 }),
    put: fc.string({ unit: 'binary', maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const edited = (text: string, changes: readonly { at: number; remove: number; put: string }[]) =>
  changes.reduce((now, { at, remove, put }) => {
    const start = Math.floor(at * now.length);
    return now.slice(0, start) + put + now.slice(start + remove);
  }, text);

describe('garbage', () => {
  it('is never believed and never breaks a reader, however near it is to a true proof', async () => {
    const text = await proofOf(123, 300);
    let refused = 0;
    fc.assert(
      fc.property(edits, (changes) => {
        const spoiled = edited(text, changes);
        const result = outcome(() => verifyProof(spoiled, entry(123), trust));
        if (result === 'refused') refused += 1;
        // Only an unsigned extra line could be changed without harm, and signatures of strangers; nothing else is taken.
        else
          expect(verifyProof(spoiled, entry(123), trust)).toMatchObject({
            index: 123,
            checkpoint: { size: 300 },
          });
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(2500);
  });

  it('would be believed by a reader that did not look at signatures', async () => {
    const text = await proofOf(123, 300);
    const unsigned = (spoiled: string) => parseProof(spoiled).index;
    let taken = 0;
    fc.assert(
      fc.property(edits, (changes) => {
        if (outcome(() => unsigned(edited(text, changes))) === 'taken') taken += 1;
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(0);
  });

  it('of any kind is refused by every reader', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.base64String(), fc.json());
    const readers: ((text: string) => unknown)[] = [
      (text) => openNote(text, trust.keys),
      (text) => parseProof(text),
      (text) => parseTrust(origin, text, 0),
      (text) => parseTilePath(text),
      (text) => parseLeaf(Buffer.from(text)),
    ];
    fc.assert(
      fc.property(anything, (text) => {
        expect(readers.map((read) => outcome(() => read(text)))).toEqual(readers.map(() => 'refused'));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: -1, max: 300 }), (bytes, width) => {
        outcome(() => readBundle(bytes, width));
        expect(outcome(() => parseLeaf(bytes))).toBe('refused');
      }),
    );
  });
});
