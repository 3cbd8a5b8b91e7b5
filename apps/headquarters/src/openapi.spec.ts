import { openapi } from './openapi.js';

type Json = Record<string, unknown>;

const document = JSON.parse(JSON.stringify(openapi())) as Json;

const objectsIn = (value: unknown, path = ''): [string, Json][] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => objectsIn(each, `${path}/${key}`));
  return (value as Json).type === 'object' ? [[path, value as Json], ...inner] : inner;
};

describe('the OpenAPI document of headquarters', () => {
  it('declares every field of an answer', () => {
    const open = objectsIn(document).filter(
      ([path, schema]) =>
        schema.properties && schema.additionalProperties !== false && !path.endsWith('/Problem'),
    );
    expect(open.map(([path]) => path)).toEqual([]);
  });
});
