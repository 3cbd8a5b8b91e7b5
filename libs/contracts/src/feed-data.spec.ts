import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { feedData, feedDataSchema, parseEvent } from './index';
import { isPersonal, personal, stripper } from './personal';

const released = readFileSync(path.join(__dirname, '../../../test/fixtures/events.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((text) => JSON.parse(text) as { type: string; v: number; data: unknown });

const of = (type: string) => {
  const found = released.find((one) => one.type === type);
  const { type: name, data } = parseEvent(type, 1, found?.data);
  return feedData(name, data);
};

describe('the data of an event in the feed', () => {
  it('has the bureau and the division of a contact, and neither name nor extension nor author', () => {
    const { version } = of('DossierDrafted') as { version: { person?: string; body: { head: object } } };
    expect(version).not.toHaveProperty('person');
    expect(version.body.head).toMatchObject({
      lead: 'MLIT',
      contact: { bureau: '道路局', division: '国道・技術課' },
    });
    expect(version.body.head).not.toHaveProperty('contact.extension');
  });

  it('leaves the event itself as it was', () => {
    const { data } = parseEvent('DossierDrafted', 1, released[0]?.data);
    feedData('DossierDrafted', data);
    expect(data).toHaveProperty('version.person');
  });

  it('names in its schema no member that is left out, and asks for none', () => {
    const schema = feedDataSchema('InternallyConcurred') as { properties: object; required: string[] };
    expect(Object.keys(schema.properties)).toEqual(['versionNo', 'division', 'acting']);
    expect(schema.required).toEqual(['versionNo', 'division', 'acting']);
  });
});

describe('the mark of what is personal', () => {
  it('stays on one schema, and shows through what wraps it', () => {
    const text = z.string();
    expect(isPersonal(personal(text).optional().nullable())).toBe(true);
    expect(isPersonal(text)).toBe(false);
  });

  it('is found below lists, records and options', () => {
    const who = z.strictObject({ who: personal(z.string()), what: z.string() });
    const schema = z.strictObject({
      list: z.array(who).optional(),
      map: z.record(z.string(), who),
      one: z.discriminatedUnion('kind', [who.extend({ kind: z.literal('a') })]),
    });
    const full = { who: 'Sato', what: 'x' };
    expect(stripper(schema)({ list: [full], map: { k: full }, one: { kind: 'a', ...full } })).toEqual({
      list: [{ what: 'x' }],
      map: { k: { what: 'x' } },
      one: { kind: 'a', what: 'x' },
    });
  });

  it.each([
    ['a union without a discriminator', z.union([z.strictObject({ who: personal(z.string()) }), z.string()])],
    ['a kind that it does not know', z.strictObject({ pair: z.tuple([personal(z.string())]) })],
  ])('is refused in %s, before anything is sent', (_, schema) => {
    expect(() => stripper(schema)).toThrow(/discriminator|cannot look/);
  });
});
