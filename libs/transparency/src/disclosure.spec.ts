import fc from 'fast-check';
import { disclose, isDisclosedBy, parseDisclosure, type Disclosure } from './disclosure.js';
import { leafOf } from './leaf.js';
import { Unsound } from './unsound.js';

const salt = Buffer.alloc(32, 7);
const payload = {
  v: 1,
  data: {
    decidedOn: '2026-08-06',
    body: 'AI_HQ',
    statements: [{ organ: 'PPC', body: '懸念' }],
    head: { lead: 'METI', name: '佐藤' },
  },
  meta: { actor: { person: 'person:sato' } },
};
const event = {
  ...{ position: 42, eventId: '01JZ0000000000000000000000', type: 'DossierDecided', stream: 'dossier-1' },
  ...{ streamVersion: 5, time: '2026-07-01T00:00:00.000Z' },
};
const leaf = leafOf(event, { salt, payload, person: 'person:sato' });
const shown = { data: { decidedOn: '2026-08-06', body: 'AI_HQ', head: { lead: 'METI' } } };
const disclosure = disclose({ salt, payload }, shown);
const openOf = (...parts: object[]) => ({
  open: parts.map((part) => ({ ...part, salt: salt.toString('base64') })),
  closed: [],
});

describe('a disclosure', () => {
  it('opens what is shown, and nothing else can be read in it', () => {
    expect(disclosure.open.map(({ at, value }) => [at, value])).toEqual([
      ['/data/decidedOn', '2026-08-06'],
      ['/data/body', 'AI_HQ'],
      ['/data/head/lead', 'METI'],
    ]);
    expect(JSON.stringify(disclosure)).not.toMatch(/sato|懸念|佐藤|statements|name/);
    expect(isDisclosedBy(leaf, parseDisclosure(JSON.parse(JSON.stringify(disclosure))))).toBe(true);
  });

  it('has as many hashes with a few members more, such as those that tell of a delegation', () => {
    const counts = Array.from({ length: 30 }, (_, more) => {
      const members = Array.from({ length: more }, (__, n) => [`member ${n}`, 'x']);
      const whole = { ...payload, meta: { ...payload.meta, ...Object.fromEntries(members) } };
      const { open, closed } = disclose({ salt, payload: whole }, shown);
      return open.length + closed.length;
    });
    expect(new Set(counts)).toEqual(new Set([64]));
  });

  it('holds back what is shown with another value, or only in part', () => {
    const other = { data: { decidedOn: '2026-08-07', statements: [{ organ: 'PPC' }], head: {} } };
    expect(disclose({ salt, payload }, other).open).toEqual([]);
    expect(disclose({ salt, payload }, {}).open).toEqual([]);
  });

  it('gives away neither the salt of the event nor that of another part or of the person', () => {
    const salts = disclosure.open.map((part) => part.salt);
    expect(new Set([...salts, salt.toString('base64')]).size).toBe(salts.length + 1);
    const guess = disclose({ salt: Buffer.from(salts[0]!, 'base64'), payload }, payload);
    for (const hash of disclosure.closed) expect(JSON.stringify(guess)).not.toContain(hash);
  });

  it.each<[string, (one: Disclosure) => unknown]>([
    [
      'with another value',
      ({ open, closed }) => ({ open: [{ ...open[0], value: 'x' }, ...open.slice(1)], closed }),
    ],
    [
      'with another place',
      ({ open, closed }) => ({ open: [{ ...open[0], at: '/data/x' }, ...open.slice(1)], closed }),
    ],
    ['without one that it opened', ({ open, closed }) => ({ open: open.slice(1), closed })],
    ['without one that it did not', ({ open, closed }) => ({ open, closed: closed.slice(1) })],
    ['with one more', ({ open, closed }) => ({ open, closed: [...closed, closed[0]] })],
  ])('is not believed %s', (_, change) => {
    expect(isDisclosedBy(leaf, parseDisclosure(change(disclosure)))).toBe(false);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['no open parts', { closed: [] }],
    ['a short salt', { open: [{ at: '', value: 1, salt: 'AAAA' }], closed: [] }],
    ['no value', { open: [{ at: '', salt: disclosure.open[0]!.salt }], closed: [] }],
    ['the same part twice', { open: [disclosure.open[0], disclosure.open[0]], closed: [] }],
    ['a hash that is none', { open: [], closed: ['x'] }],
    ['a place that is none', openOf({ at: 'data', value: 1 })],
    ['a place that would be shown as two', openOf({ at: '/data/x "1"\n/data/decidedOn', value: 1 })],
    ['a part with members', openOf({ at: '/data', value: { decidedOn: '2026-08-07' } })],
    ['a part inside of another', openOf({ at: '/data', value: [] }, { at: '/data/body', value: 1 })],
  ])('is not read from %s', (_, value) => expect(() => parseDisclosure(value)).toThrow(Unsound));

  it('of any part of any payload is that of its leaf, and of no other', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (one, two) => {
        const made = leafOf(event, { salt, payload: one, person: '' });
        expect(isDisclosedBy(made, disclose({ salt, payload: one }, two))).toBe(true);
        const whole = disclose({ salt, payload: one }, one);
        expect(isDisclosedBy(made, whole)).toBe(true);
        expect(whole.open.length).toBeGreaterThan(0);
        const other = leafOf(event, { salt: Buffer.alloc(32, 8), payload: one, person: '' });
        expect(isDisclosedBy(other, whole)).toBe(false);
      }),
    );
  });
});
