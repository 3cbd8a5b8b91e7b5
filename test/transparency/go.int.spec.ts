import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  addSignature,
  formatCheckpoint,
  formatVerifierKey,
  newSignerKey,
  openCheckpoint,
  openNote,
  parseTrust,
  parseVerifierKey,
  signatureType,
  signNote,
  tileIn,
  tilePath,
  Unsound,
} from '#transparency';
import { compareProofs, compareTiles, samplePlaces } from './cross-check.js';
import { OurLog } from './our-log.js';
import { buildPeer } from './peer.js';

const peer = buildPeer();
if (!peer) console.warn('Not compared with Go: there is no `go`, or no golang-golang-x-mod-dev (Debian).');
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

(peer ? describe : describe.skip)(`beside golang.org/x/mod/sumdb (SEED=${seed})`, () => {
  const ask = (questions: readonly object[]) => peer?.ask(questions) ?? [];
  const log = new OurLog(20_000);
  beforeAll(() => log.grow());
  afterAll(() => peer?.close());

  it('roots and proofs of 2,000 random sizes are the same, and each takes and refuses what the other does', async () => {
    const outcome = await compareProofs(ask, log, 2_000, seed);
    expect(outcome.differences).toEqual([]);
    expect(outcome.claims).toBe(16_000);
    expect(outcome.refused).toBeGreaterThan(8_000);
  });

  it('would be found out if ours were another tree', async () => {
    const other = new OurLog(2_000);
    other.leaves[3] = createHash('sha256').update('another past').digest();
    await other.grow();
    expect((await compareProofs(ask, other, 20, seed)).differences).not.toEqual([]);
  });

  it('tiles have the same paths and bytes, also those of sizes up to 2^40', () => {
    expect(compareTiles(ask, log, 500, seed).differences).toEqual([]);
  });

  it('Go proves entries out of our tiles alone, and notices one changed byte of them', () => {
    const places = samplePlaces(log.most, 40, seed)
      .filter(({ size, index }) => tileIn(size, 0, Math.floor(index / 256)).width > 1)
      .map(({ size, index }) => {
        const leaf = log.leaves[index]?.toString('base64');
        return {
          op: 'read',
          size,
          index,
          leaf,
          root: log.rootOf(size).toString('base64'),
          tiles: log.tilesAt(size),
        };
      });
    const spoiled = places.map((place) => {
      const path = tilePath(tileIn(place.size, 0, Math.floor(place.index / 256)));
      const bytes = Buffer.from(place.tiles[path] ?? '', 'base64');
      // Another leaf than the one that is asked for: of that one the proof says nothing.
      const at = place.index % 256 === 0 ? 32 : 0;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      return { ...place, tiles: { ...place.tiles, [path]: bytes.toString('base64') } };
    });
    const answers = ask([...places, ...spoiled]);
    expect(answers.map(({ ok }) => ok)).toEqual([...places.map(() => true), ...spoiled.map(() => false)]);
  });

  const names = fc.stringMatching(/^[a-z]{1,12}\.example\/[a-z0-9-]{1,20}$/);
  const lines = fc.array(
    fc.string({ unit: 'grapheme' }).map((line) => line.replace(/\p{Cc}|\p{Surrogate}/gu, '')),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  const bodies = fc.sample(fc.tuple(names, lines), { numRuns: 300, seed }).map(([name, parts]) => ({
    name,
    text: `${parts.join('\n')}\n`,
  }));

  it('Go opens our notes, ignoring a witness that it does not know', () => {
    const notes = bodies.map(({ name, text }) => {
      const signer = newSignerKey(name, signatureType.ed25519);
      const witness = newSignerKey('meti.example', signatureType.cosignature);
      return { name, text, signer, note: addSignature(signNote(text, [signer], 0), witness, 1_800_000_000) };
    });
    const answers = ask(
      notes.map(({ note, signer }) => ({ op: 'open', note, keys: [formatVerifierKey(signer.verifier)] })),
    );
    expect(answers.map(({ text, signers }) => ({ text, signers }))).toEqual(
      notes.map(({ text, name }) => ({ text, signers: [name] })),
    );
  });

  it("we open Go's notes, with Go's keys", () => {
    const answers = ask(bodies.map(({ name, text }) => ({ op: 'sign', name, note: text })));
    for (const [at, { note = '', key = '' }] of answers.entries())
      expect(openNote(note, [parseVerifierKey(key)]).text).toBe(bodies[at]?.text);
  });

  it('of 2,000 damaged notes we open none that Go refuses', () => {
    const signer = newSignerKey('kyogi.example/ledger', signatureType.ed25519);
    const keys = [formatVerifierKey(signer.verifier)];
    const whole = signNote(
      formatCheckpoint({ origin: 'kyogi.example/ledger', size: 9, root: log.rootOf(9) }),
      [signer],
      0,
    );
    const edit = fc.record({
      at: fc.nat({ max: whole.length - 1 }),
      cut: fc.nat({ max: 3 }),
      put: fc.string({ maxLength: 2 }),
    });
    const damaged = fc
      .sample(fc.array(edit, { minLength: 1, maxLength: 2 }), { numRuns: 2_000, seed })
      .map((edits) =>
        edits.reduce((note, { at, cut, put }) => note.slice(0, at) + put + note.slice(at + cut), whole),
      );
    const trust = parseTrust('kyogi.example/ledger', keys.join('\n'), 0);
    const ours = [whole, ...damaged].map((note) => isOpened(() => openCheckpoint(note, trust)));
    const theirs = ask([whole, ...damaged].map((note) => ({ op: 'open', note, keys }))).map(({ ok }) => ok);
    expect([ours[0], theirs[0]]).toEqual([true, true]);
    expect(ours.flatMap((opened, at) => (opened && !theirs[at] ? [damaged[at - 1]] : []))).toEqual([]);
  });
});

function isOpened(open: () => unknown): boolean {
  try {
    open();
    return true;
  } catch (error) {
    if (error instanceof Unsound) return false;
    throw error;
  }
}
