import { ProblemDocument } from '#contracts';
import fc from 'fast-check';
import { newDossierId, newKey, type Answered, type Sent, type TestApp } from '../support/app';
import { commandAccess, fullBodies } from './access-table';

/** What must never leave the process: places in the code, statements, names of the database, stacks. */
const leak =
  /\bat [\w.<>]+ \(|node_modules|\/(work|home|root|usr|app)\/|\.(ts|js|sql):\d|\b(SELECT|INSERT|UPDATE|DELETE) |append_events|kyogi_(app|owner|reader)|postgres|pg_|SQLSTATE|syntax error|ECONN|Error:|undefined/i;

/** A refusal is a problem document of a known type that tells nothing of the inside; never a 500. */
export const expectSoundRefusal = ({ status, headers, text, json }: Answered): void => {
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(ProblemDocument.safeParse(json).error).toBeUndefined();
  expect(json.status).toBe(status);
  expect(json.instance).toBe(
    `urn:kyogi:request:${headers.get('x-correlation-id') ?? json.instance.split(':').at(-1)}`,
  );
  const { faults: _faults, ...own } = json;
  expect(JSON.stringify(own)).not.toMatch(leak);
  expect({ status, text }).not.toMatchObject({ status: 500 });
};

const jsonText = fc.oneof(
  fc.json(),
  fc.json().map((text) => text.slice(0, Math.max(1, text.length - 3))),
  fc.constantFrom(
    '',
    '{',
    '[',
    'null',
    '0',
    '""',
    '{"a":1,}',
    "{'a':1}",
    '{"__proto__":{}}',
    '{"a":"\\u0000"}',
    '{"a":"\\ud800"}',
    '['.repeat(10_000),
  ),
  fc.string({ unit: 'binary' }),
);
const mutated = fc
  .constantFrom(...fullBodies())
  .chain(([path, body]) => fc.record({ path: fc.constant(path), text: mutationOf(JSON.stringify(body)) }));
const mutationOf = (text: string) =>
  fc
    .record({
      at: fc.nat(text.length),
      cut: fc.nat(20),
      put: fc.oneof(fc.string(), fc.constantFrom('"', '{', '}', 'null', '-1e999', '\\u0000')),
    })
    .map(({ at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut));

const headerText = fc.string({ unit: fc.constantFrom(...'abcXYZ019 "*/;=,-_.%$\''), maxLength: 60 });
const contentType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/json; charset=shift_jis',
    'application/json;',
    'text/csv',
    '/',
  ),
);
const path = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...Object.keys(commandAccess))
      .map((name) => `/v1/dossiers/${newDossierId()}/${name}`),
  },
  fc.webPath(),
  fc.constantFrom(
    '/',
    '/v1',
    '/v1/dossiers',
    '/v1/dossiers//x',
    '/v1/dossiers/%00/file-dossier',
    '/v1/%zz',
    '/v1/../../etc/passwd',
    `/v1/dossiers/${'x'.repeat(5_000)}/y`,
  ),
  fc.string().map((text) => `/v1/dossiers/${encodeURIComponent(text)}/file-dossier`),
);

interface Fuzzed extends Sent {
  path: string;
}

const request: fc.Arbitrary<Fuzzed> = fc
  .record({
    path,
    whole: mutated,
    text: jsonText,
    useWhole: fc.boolean(),
    method: fc.constantFrom(
      'POST',
      'POST',
      'POST',
      'POST',
      'GET',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'HEAD',
    ),
    type: contentType,
    key: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, headerText),
    match: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('*', '"1"') }, headerText),
    correlation: fc.option(headerText, { nil: undefined }),
  })
  .map(({ path: anyPath, whole, text, useWhole, method, type, key, match, correlation }) => ({
    path: useWhole ? `/v1/dossiers/${newDossierId()}/${whole.path}` : anyPath,
    method,
    ...(!['GET', 'HEAD'].includes(method) && { body: useWhole ? whole.text : text }),
    headers: {
      'content-type': type,
      'idempotency-key': key || newKey(),
      'if-match': useWhole && whole.path === 'draft-dossier' ? undefined : match,
      'x-correlation-id': correlation,
    },
  }));

/** Sends random and broken requests of a person who may do a lot; counts answers by status. */
export const fuzz = async (app: TestApp, runs: number, seed: number): Promise<Record<number, number>> => {
  const token = await app.tokenOf('meti-desk');
  const seen: Record<number, number> = {};
  await fc.assert(
    fc.asyncProperty(request, async ({ path: address, ...sent }) => {
      const answered = await app.send(address, { token, ...sent });
      seen[answered.status] = (seen[answered.status] ?? 0) + 1;
      if (answered.status >= 400 && sent.method !== 'HEAD') expectSoundRefusal(answered);
    }),
    { numRuns: runs, seed },
  );
  return seen;
};
