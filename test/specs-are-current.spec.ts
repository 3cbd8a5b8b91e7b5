import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierTypes } from '#contracts';
import { envExample, projectRoot } from '#platform';
import { openapi as delivery } from '../apps/delivery/src/openapi';
import { openapi as evidence } from '../apps/evidence/src/openapi';
import { openapi as headquarters } from '../apps/headquarters/src/openapi';
import { intakeDocument } from '../apps/intake/src/openapi';
import { procedurePage } from '../apps/intake/src/procedure-page';

const checkedIn = (path: string) => readFileSync(join(projectRoot(), path), 'utf8');
type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const document: Json = intakeDocument();
const documents: Record<string, Json> = {
  ...{ intake: plain(document), headquarters: plain(headquarters()) },
  ...{ delivery: plain(delivery()), evidence: plain(evidence()) },
};

const objectsIn = (value: unknown, path = ''): [string, Json][] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => objectsIn(each, `${path}/${key}`));
  const isSchema = (value as Json).type === 'object' && !Array.isArray(value);
  return isSchema ? [[path, value], ...inner] : inner;
};

describe('what is generated and checked in (npm run specs writes it)', () => {
  it.each(Object.keys(documents))('has the OpenAPI document of %s', (name) => {
    expect(JSON.parse(checkedIn(`docs/api/${name}.openapi.json`))).toEqual(documents[name]);
  });

  it('has every setting in .env.example', () => {
    expect(checkedIn('.env.example')).toBe(envExample());
  });

  it.each(dossierTypes.map((type) => [type.type, type] as const))(
    'has the matrix of stages and commands of %s',
    (name, type) => {
      expect(checkedIn(`docs/procedures/${name}.md`)).toBe(procedurePage(type));
    },
  );
});

describe('an OpenAPI document', () => {
  it.each(Object.keys(documents))('of %s refers only to what it has', (name) => {
    const text = JSON.stringify(documents[name]);
    const references = [...text.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, section, part] of references)
      expect(documents[name]!.components[section as string]).toHaveProperty([part as string]);
    expect(text).not.toContain('$defs');
  });
});

describe('the OpenAPI document of the command door', () => {
  it('describes the clause tree by reference to itself', () => {
    expect(document.components.schemas.Clause.properties.children.items).toEqual({
      $ref: '#/components/schemas/Clause',
    });
  });

  it('takes no surplus field anywhere in a request', () => {
    const answers = ['Problem', 'Catalogue', 'CommandAnswer', 'Fault'];
    for (const [name, schema] of Object.entries<Json>(document.components.schemas)) {
      if (answers.includes(name)) continue;
      const open = objectsIn(schema, name).filter(
        ([, each]) => each.properties && each.additionalProperties !== false,
      );
      expect(open.map(([path]) => path)).toEqual([]);
    }
  });

  it('says who may issue each command, and what every route may answer', () => {
    for (const [path, { post }] of Object.entries<Json>(document.paths)) {
      if (!path.startsWith('/v1/dossiers/')) continue;
      expect(Object.keys(post['x-kyogi-by']).length).toBeGreaterThan(0);
      // A sheet of threads and an erasure name no version: they meet the version they find.
      const stale = /opinion-table|erase-payload/.test(path) ? [] : ['412'];
      expect(Object.keys(post.responses)).toEqual(
        expect.arrayContaining(['400', '401', '403', '404', '409', '422', '500', ...stale]),
      );
    }
  });
});
