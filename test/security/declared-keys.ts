type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A tree that contains itself is written with its branches as its root: clauses[].children[].id is clauses[].id. */
const plain = (path: string) => path.replaceAll('.children[]', '');

/** Paths of all keys in an answer, e.g. `items[].title.ja`; what lies below `open` paths is another schema's affair. */
export const keysIn = (value: unknown, open: readonly string[], path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((each) => keysIn(each, open, `${path}[]`));
  if (!isObject(value) || open.includes(path)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const here = plain(path ? `${path}.${key}` : key);
    return [here, ...keysIn(each, open, here)];
  });
};

/** Paths of all keys that a schema of an OpenAPI document declares, and of the objects whose keys it leaves open. */
export const keysDeclared = (document: Json, root: Json): { keys: string[]; open: string[] } => {
  const keys = new Set<string>();
  const open: string[] = [];
  const schemas = (document.components as { schemas: Record<string, Json> }).schemas;
  const walk = (schema: Json, path: string, within: readonly string[]): void => {
    if (typeof schema.$ref === 'string') {
      const name = schema.$ref.split('/').at(-1) ?? '';
      if (!within.includes(name)) walk(schemas[name] ?? {}, path, [...within, name]);
      return;
    }
    for (const one of [schema.anyOf, schema.oneOf, schema.allOf].flat())
      if (isObject(one)) walk(one, path, within);
    if (isObject(schema.items)) walk(schema.items, `${path}[]`, within);
    if (isObject(schema.additionalProperties)) open.push(path);
    for (const [key, inner] of Object.entries((schema.properties ?? {}) as Record<string, Json>)) {
      const here = plain(path ? `${path}.${key}` : key);
      keys.add(here);
      walk(inner, here, within);
    }
  };
  walk(root, '', []);
  return { keys: [...keys], open };
};
