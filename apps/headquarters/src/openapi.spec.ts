import { projectRoot } from '#platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from './openapi.js';

type Json = Record<string, unknown>;

const document = JSON.parse(JSON.stringify(openapi())) as Json;

const objectsIn = (value: unknown, path = ''): [string, Json][] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => objectsIn(each, `${path}/${key}`));
  return (value as Json).type === 'object' ? [[path, value as Json], ...inner] : inner;
};

describe('the OpenAPI document of headquarters', () => {
  it('is the one that is checked in (npm run specs writes it)', () => {
    const path = join(projectRoot(), 'docs', 'api', 'headquarters.openapi.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(document);
  });

  it('refers only to what it has', () => {
    const schemas = (document.components as { schemas: Json }).schemas;
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([\w-]+)"/g)];
    expect(references.length).toBeGreaterThan(10);
    for (const [, name] of references) expect(schemas).toHaveProperty([name as string]);
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('declares every field of an answer', () => {
    const open = objectsIn(document).filter(
      ([path, schema]) =>
        schema.properties && schema.additionalProperties !== false && !path.endsWith('/Problem'),
    );
    expect(open.map(([path]) => path)).toEqual([]);
  });
});
