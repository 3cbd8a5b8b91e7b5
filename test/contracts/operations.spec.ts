import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { operationFaults, promised, type Json, type ReleasedOperations } from '#contracts';

const folder = path.join(__dirname, '../../docs/api');
const released: ReleasedOperations = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.openapi.json'))
    .map((name) => [
      name.split('.')[0] ?? '',
      promised(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Json),
    ]),
);

type Edit = (node: any) => void; // eslint-disable-line @typescript-eslint/no-explicit-any
/** One document, and what it would be after a change at a place in it. */
const after = (document: string, place: string[], edit: Edit): [ReleasedOperations, ReleasedOperations] => {
  const whole = released[document] as Json;
  const current = structuredClone(whole);
  edit(place.reduce<Json>((node, step) => node[step] as Json, current));
  return [{ [document]: whole }, { [document]: current }];
};
const schema = (name: string, ...member: string[]) => ['components', 'schemas', name, ...member];
const operation = (address: string, ...member: string[]) => {
  const [method = '', url = ''] = address.split(' ');
  return ['paths', url, method.toLowerCase(), ...member];
};

const file = 'POST /v1/dossiers/{id}/file-dossier';
const draft = 'POST /v1/dossiers/{id}/draft-dossier';
const register = 'GET /v1/dossiers';
const text = { type: 'string' };

const breaking: [string, string, string[], Edit, string][] = [
  [
    'a member of an answer is gone',
    'headquarters',
    schema('DossierRow', 'properties'),
    (all) => delete all.title,
    `${register}: answer 200 /items/*/title: it is gone`,
  ],
  [
    'a member of an answer may be null',
    'headquarters',
    schema('DossierRow', 'properties'),
    (all) => (all.title = { anyOf: [all.title, { type: 'null' }] }),
    `${register}: answer 200 /items/*/title: another type: "object" became "null"`,
  ],
  [
    'a header is required',
    'headquarters',
    operation(register, 'parameters'),
    (all) => all.push({ name: 'X-Reason', in: 'header', required: true, schema: text }),
    `${register}: header parameter x-reason: it is required now`,
  ],
  [
    'an optional parameter is required',
    'headquarters',
    operation(register, 'parameters', '0'),
    (parameter) => (parameter.required = true),
    `${register}: query parameter q: it is required now`,
  ],
  [
    'a parameter is gone',
    'headquarters',
    operation(register, 'parameters'),
    (all) => all.shift(),
    `${register}: query parameter q: it is refused now`,
  ],
  [
    'a value of a parameter is gone',
    'headquarters',
    operation(register, 'parameters'),
    (all) => all.find(({ name }: Json) => name === 'pillar').schema.enum.pop(),
    `${register}: query parameter pillar: the value "P4" is refused now`,
  ],
  [
    'a text is shorter in a request',
    'intake',
    schema('Head', 'properties', 'summary'),
    (summary) => (summary.maxLength = 10),
    `${draft}: request body /head/summary: shorter than before: maxLength 400 became 10`,
  ],
  [
    'a member more is required in a request',
    'intake',
    schema('FileDossier'),
    (body) => {
      body.properties.reason = text;
      body.required = [...(body.required ?? []), 'reason'];
    },
    `${file}: request body /reason: it is required now`,
  ],
  [
    'a pattern is stricter in a header that many operations share',
    'intake',
    ['components', 'parameters', 'IfMatch', 'schema'],
    (each) => (each.pattern = '^"[1-9][0-9]*"$'),
    'header parameter if-match: another pattern',
  ],
  [
    'a content type is taken no longer',
    'intake',
    operation('POST /v1/filings', 'requestBody', 'content'),
    (all) => {
      all['application/json'] = all['text/csv'];
      delete all['text/csv'];
    },
    'POST /v1/filings: request body (text/csv): it is refused now',
  ],
  [
    'a content type is sent no longer',
    'headquarters',
    operation('GET /open-data/dossiers', 'responses', '200', 'content'),
    (all) => delete all['text/csv'],
    'GET /open-data/dossiers: answer 200 (text/csv): it is gone',
  ],
  [
    'a header is sent no longer',
    'intake',
    operation(file, 'responses', '200', 'headers'),
    (all) => delete all.ETag,
    `${file}: answer 200 header etag: it is gone`,
  ],
  [
    'an answer has another status',
    'intake',
    operation(file, 'responses'),
    (all) => {
      all['202'] = all['200'];
      delete all['200'];
    },
    `${file}: answer 202: it may come from now on`,
  ],
  [
    'a problem has another status',
    'intake',
    ['components', 'responses', 'Problem409', 'content', 'application/problem+json', 'schema', 'allOf', '1'],
    (each) => each.properties.type.enum.push('https://kyogi.example/problems/key-reused'),
    'answer 409 /type: the further value "https://kyogi.example/problems/key-reused"',
  ],
  [
    'a token is needed',
    'evidence',
    operation('GET /checkpoint'),
    (each) => delete each.security,
    'GET /checkpoint: authentication: it is required now',
  ],
  [
    'another token is needed',
    'headquarters',
    ['components', 'securitySchemes', 'accessToken'],
    (scheme) => (scheme.scheme = 'dpop'),
    'authentication: accessToken is not enough now',
  ],
  [
    'a role may do less',
    'intake',
    operation(file, 'x-kyogi-by'),
    (by) => delete by.LIAISON,
    `${file}: role LIAISON: it may do less now`,
  ],
  [
    'an operation is gone',
    'intake',
    ['paths'],
    (paths) => delete paths['/v1/filings'],
    'POST /v1/filings was released and is gone',
  ],
  [
    'something that nobody here understands',
    'intake',
    operation(file),
    (each) => (each.callbacks = {}),
    `${file}: operation: "callbacks" differs, which is not understood`,
  ],
];

const harmless: [string, string, string[], Edit][] = [
  ['nothing', 'intake', [], () => undefined],
  [
    'a member more in an answer',
    'headquarters',
    schema('DossierRow'),
    (row) => {
      row.properties.colour = text;
      row.required.push('colour');
    },
  ],
  [
    'an optional member more in a request',
    'intake',
    schema('FileDossier', 'properties'),
    (all) => (all.n = text),
  ],
  [
    'an optional parameter more',
    'headquarters',
    operation(register, 'parameters'),
    (all) => all.unshift({ name: 'colour', in: 'query', required: false, schema: text }),
  ],
  [
    'a longer text in a request',
    'intake',
    schema('Head', 'properties', 'summary'),
    (each) => (each.maxLength = 999),
  ],
  [
    'a content type for whoever asks for it',
    'headquarters',
    operation(register, 'responses', '200', 'content'),
    (all) => (all['text/csv'] = { schema: text }),
  ],
  ['a role more in a list that grows', 'intake', schema('Role', 'enum'), (all) => all.push('AUDITOR')],
  ['no token needed', 'headquarters', operation(register), (each) => (each.security = [])],
  ['a problem less', 'intake', operation(file, 'responses'), (all) => delete all['413']],
  [
    'an operation more',
    'intake',
    ['paths'],
    (all) => (all['/v2/filings'] = structuredClone(all['/v1/filings'])),
  ],
  [
    'a component written in place',
    'intake',
    operation(file, 'requestBody', 'content', 'application/json'),
    (media) => (media.schema = structuredClone((released['intake'] as any).components.schemas.FileDossier)), // eslint-disable-line @typescript-eslint/no-explicit-any
  ],
];

describe('a change of an operation', () => {
  it.each(breaking)('breaks with callers, and the place is named: %s', (_, document, place, edit, fault) => {
    const faults = operationFaults(...after(document, place, edit));
    expect(faults.join('\n')).toContain(fault);
    // One change is one sentence, or as many as there are places, not one for each of a hundred operations.
    expect(faults.length).toBeLessThan(20);
  });

  it.each(harmless)('is nothing to callers: %s', (_, document, place, edit) => {
    expect(operationFaults(...after(document, place, edit))).toEqual([]);
  });
});

describe('what is kept of a document', () => {
  it('is not what people read, and a member that is called like it', () => {
    const document = {
      info: { title: 'x' },
      paths: { '/x': { get: { summary: 'x', responses: { 200: { description: 'x' } } } } },
      components: {
        schemas: { A: { description: 'x', properties: { title: text, summary: { ...text, title: 'x' } } } },
      },
    };
    expect(promised(document)).toEqual({
      paths: { '/x': { get: { responses: { 200: {} } } } },
      components: { schemas: { A: { properties: { title: text, summary: text } } } },
    });
  });
});
