import { Catalogue, CommandAnswer, ProblemDocument } from '#contracts';
import fc from 'fast-check';
import { newDossierId, TestApp } from '../support/app';
import { initiativeBody } from '../support/journey';
import { commandAccess, fullBodies } from './access-table';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
}, 60_000);
afterAll(() => app?.close());

type Steps = (string | number)[];
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Places of all objects within a body. */
const places = (value: unknown, path: Steps = []): Steps[] => {
  if (Array.isArray(value)) return value.flatMap((each, i) => places(each, [...path, i]));
  if (!isObject(value)) return [];
  return [path, ...Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]))];
};

const withSurplus = (body: unknown, [step, ...rest]: Steps, key: string, value: unknown): unknown => {
  if (step !== undefined) {
    const inner = (body as Record<string, unknown>)[step];
    const changed = withSurplus(inner, rest, key, value);
    return Array.isArray(body)
      ? body.map((each, i) => (i === step ? changed : (each as unknown)))
      : { ...(body as object), [step]: changed };
  }
  // Object.fromEntries keeps a key named __proto__ as a key.
  return Object.fromEntries([...Object.entries(body as object), [key, value]]);
};

const secrets = [
  'authorityEpoch',
  'person',
  'actor',
  'role',
  'version',
  'stage',
  'isAdmin',
  '__proto__',
  'constructor',
  'toString',
];

describe('a field that a schema does not name', () => {
  it.each(fullBodies())('is refused by %s wherever it stands', async (path, body) => {
    const token = await app.tokenOf(commandAccess[path]?.right[0] ?? '');
    const surplus = fc.record({
      at: fc.constantFrom(...places(body)),
      key: fc.oneof(fc.constantFrom(...secrets), fc.string({ minLength: 1, maxLength: 20 })),
      value: fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.object({ maxDepth: 1 })),
    });
    await fc.assert(
      fc.asyncProperty(surplus, async ({ at, key, value }) => {
        const holder = at.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], body);
        // Fields that are named, though absent from this body, are no surplus ones.
        fc.pre(!Object.hasOwn(holder as object, key) && !declared.has(key));
        const sent = withSurplus(body, at, key, value);
        const refused = await app.command('', newDossierId(), path, sent, { token });
        expect(refused.status).toBe(400);
        if (refused.json.faults)
          expect(JSON.stringify(refused.json.faults)).toContain(JSON.stringify([...at, key].join('.')));
      }),
      { numRuns: 30, seed: 20261125 },
    );
  });
});

const declared = new Set([
  'coLeads',
  'measureRefs',
  'budgetProjectIds',
  'externalId',
  'marking',
  'note',
  'content',
  'head',
  'children',
  'heading',
]);

describe('an answer', () => {
  it('to a command has the declared fields and no other', async () => {
    const made = await app.command('meti-desk', newDossierId(), 'draft-dossier', initiativeBody());
    expect(Object.keys(made.json).sort()).toEqual(Object.keys(CommandAnswer.shape).sort());
    expect(CommandAnswer.safeParse(made.json).success).toBe(true);
  });

  it('of the catalogue has the declared fields and no other', async () => {
    const { json } = await app.send('/v1/catalogue', { token: await app.tokenOf('meti-desk') });
    expect(Catalogue.safeParse(json).error).toBeUndefined();
  });

  it('that is a problem has the five members of RFC 9457', async () => {
    const { json } = await app.command('mic-desk', newDossierId(), 'draft-dossier', initiativeBody());
    expect(ProblemDocument.safeParse(json).error).toBeUndefined();
    expect(Object.keys(json).sort()).toEqual(['by', 'detail', 'instance', 'status', 'title', 'type']);
  });
});
