import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { isOfLeaf, leafBytes, leafOf, parseLeaf } from './leaf.js';
import { canonical } from './parts.js';
import { Unsound } from './unsound.js';

const salt = Buffer.alloc(16, 7);
const payload = { verdict: 'concur', clauses: [3, 1], note: '異議なし' };
const person = 'person:sato';
const event = {
  position: 42,
  eventId: '01JZ0000000000000000000000',
  type: 'OpinionFiled',
  stream: 'dossier-1',
  streamVersion: 5,
  time: '2026-07-01T00:00:00.000Z',
};
const leaf = leafOf(event, { salt, payload, person });
const text = leafBytes(leaf).toString();

describe('a leaf', () => {
  it('is canonical JSON of nine fields, and holds neither payload nor person', () => {
    const sha256 = (...all: (Buffer | string)[]) =>
      all.reduce((hash, one) => hash.update(one), createHash('sha256')).digest('hex');
    const hmac = (purpose: string) => createHmac('sha256', salt).update(purpose).digest();
    const part = (at: string, value: string) => sha256(hmac(at), `["${at}",${value}]`);
    const three = [part('/verdict', '"concur"'), part('/clauses', '[3,1]'), part('/note', '"異議なし"')];
    const shake = createHash('shake256', { outputLength: 61 * 32 }).update(hmac('nothing'));
    const filling = shake.digest('hex').match(/.{64}/g)!;
    const payloadHash = sha256(JSON.stringify([...three, ...filling].sort()));
    expect(text).toBe(
      `{"actorHash":"${sha256(hmac('person'), person)}","eventId":"01JZ0000000000000000000000","payloadHash":"${payloadHash}",` +
        '"position":42,"stream":"dossier-1","streamVersion":5,"time":"2026-07-01T00:00:00.000Z","type":"OpinionFiled","v":1}',
    );
    expect(text).not.toMatch(/sato|concur|異議/);
  });

  it('is read back as it was written, and takes nothing else of the event with it', () => {
    expect(parseLeaf(leafBytes(leaf))).toEqual(leaf);
    expect(leafOf({ ...event, secret: 'x' } as typeof event, { salt, payload, person })).toEqual(leaf);
  });

  it('is confirmed by its payload, salt and person, in whatever order the payload is written', () => {
    const reordered = Object.fromEntries(Object.entries(payload).reverse());
    expect(isOfLeaf(leaf, { salt, payload: reordered, person })).toBe(true);
    expect(isOfLeaf(leaf, { salt, payload })).toBe(true);
  });

  it('is not confirmed by another payload, salt or person', () => {
    const other = Buffer.alloc(16, 8);
    for (const changed of [{ ...payload, verdict: 'object' }, { ...payload, clauses: [1, 3] }, {}, null])
      expect(isOfLeaf(leaf, { salt, payload: changed, person })).toBe(false);
    expect(isOfLeaf(leaf, { salt: other, payload, person })).toBe(false);
    expect(isOfLeaf(leaf, { salt: Buffer.alloc(0), payload, person })).toBe(false);
    expect(isOfLeaf(leaf, { salt, payload, person: 'person:tanaka' })).toBe(false);
  });

  it('does not let a payload be guessed by trying all of them, as long as the salt is erased', () => {
    const guesses = ['concur', 'object', 'abstain'].map((verdict) => ({ ...payload, verdict }));
    const unsalted = guesses.map((guess) => createHash('sha256').update(canonical(guess)).digest('hex'));
    expect(unsalted).not.toContain(leaf.payloadHash);
    expect(() => leafOf(event, { salt: Buffer.alloc(15), payload, person })).toThrow(RangeError);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    text.slice(0, -1),
    ` ${text}`,
    text.replace('"v":1', '"v":2'),
    text.replace('"v":1', '"v":1,"w":1'),
    text.replace('"position":42', '"position":0'),
    text.replace('"position":42', '"position":42.5'),
    text.replace('"position":42', '"position":4.2e1'),
    text.replace('"position":42', '"position":42,"position":42'),
    text.replace('"stream":"dossier-1"', '"stream":""'),
    text.replace('"stream":"dossier-1"', '"stream":"\\ud800"'),
    text.replace('"stream":"dossier-1"', '"stream":"dossier\\u002d1"'),
    text.replace(leaf.actorHash, leaf.actorHash.toUpperCase()),
    '['.repeat(100_000),
  ])('is not read from %j', (bad) => expect(() => parseLeaf(Buffer.from(bad))).toThrow(Unsound));

  it('commits to every payload there is in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (one, two) => {
        const made = leafOf(event, { salt, payload: JSON.parse(one), person });
        expect(isOfLeaf(made, { salt, payload: JSON.parse(one), person })).toBe(true);
        const same = canonical(JSON.parse(one)) === canonical(JSON.parse(two));
        expect(isOfLeaf(made, { salt, payload: JSON.parse(two), person })).toBe(same);
      }),
    );
    expect(() => canonical(undefined)).toThrow(RangeError);
  });
});
