import { z } from 'zod';

const marks = z.registry<{ personal: true }>();

/** Says of a member that it names a person, says how to reach one, or tells of one. Whatever leaves by the feed is without it. */
export const personal = <Schema extends z.ZodType>(schema: Schema): Schema => {
  const marked = schema.clone();
  marks.add(marked, { personal: true });
  return marked;
};

type Def = z.core.$ZodTypeDef & {
  innerType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  options?: readonly z.ZodType[];
  discriminator?: string;
  getter?: () => z.ZodType;
  valueType?: z.ZodType;
};
const defOf = (schema: z.core.$ZodType): Def => schema._zod.def;

/** What a schema with parts consists of, by its kind; a kind that is in neither list is refused, so that nothing passes unseen. */
const parts: Record<string, (def: Def) => z.ZodType[]> = {
  object: ({ shape = {} }) => Object.values(shape),
  array: ({ element }) => (element ? [element] : []),
  union: ({ options = [] }) => [...options],
  lazy: ({ getter }) => (getter ? [getter()] : []),
  record: ({ valueType }) => (valueType ? [valueType] : []),
};
const whole = new Set(['string', 'number', 'boolean', 'enum', 'literal', 'null']);

const partsOf = (schema: z.ZodType): z.ZodType[] => {
  const def = defOf(schema);
  if (def.innerType) return [def.innerType];
  const split = parts[def.type];
  if (!split && !whole.has(def.type))
    throw new Error(`the feed cannot look into a schema of kind ${def.type}`);
  return split?.(def) ?? [];
};

/** Whether a schema, or what it wraps as optional or with a default, is marked. */
export const isPersonal = (schema: z.core.$ZodType): boolean => {
  if (marks.get(schema)) return true;
  const { innerType } = defOf(schema);
  return innerType !== undefined && isPersonal(innerType);
};

/** Whether something marked can be reached from a schema. */
const mentions = (schema: z.ZodType, seen = new Set<z.ZodType>()): boolean => {
  if (isPersonal(schema)) return true;
  if (seen.has(schema)) return false;
  seen.add(schema);
  return partsOf(schema).some((part) => mentions(part, seen));
};

type Strip = (value: unknown) => unknown;
type Json = Record<string, unknown>;
const asIs: Strip = (value) => value;

const ofObject = (shape: Record<string, z.ZodType>): Strip => {
  const members = Object.entries(shape)
    .filter(([, schema]) => !isPersonal(schema))
    .map(([key, schema]) => [key, stripper(schema)] as const);
  return (value) => {
    const kept: Json = {};
    for (const [key, strip] of members) {
      const member = (value as Json)[key];
      if (member !== undefined) kept[key] = strip(member);
    }
    return kept;
  };
};

const ofUnion = (def: Def): Strip => {
  const { discriminator, options = [] } = def;
  if (discriminator === undefined) throw new Error('a union with something personal needs a discriminator');
  const byTag = new Map(
    options.flatMap((option) => {
      const tag = defOf(defOf(option).shape?.[discriminator] as z.ZodType) as unknown as {
        values: unknown[];
      };
      return tag.values.map((value) => [value, stripper(option)] as const);
    }),
  );
  return (value) => {
    const strip = byTag.get((value as Json)[discriminator]);
    if (!strip) throw new Error(`no option for ${discriminator} ${String((value as Json)[discriminator])}`);
    return strip(value);
  };
};

/** Makes, once, what takes out of a value of the schema whatever is marked. Values are never changed; unmarked parts are shared. */
export const stripper = (schema: z.ZodType): Strip => {
  if (isPersonal(schema)) throw new Error('mark the member of an object as personal, not what it holds');
  if (!mentions(schema)) return asIs;
  const def = defOf(schema);
  if (def.shape) return ofObject(def.shape);
  if (def.options) return ofUnion(def);
  if (def.getter) throw new Error('something personal in a schema that may contain itself');
  const strip = stripper(partsOf(schema)[0] as z.ZodType);
  if (def.element) return (value) => (value as unknown[]).map(strip);
  if (def.valueType)
    return (value) =>
      Object.fromEntries(Object.entries(value as Json).map(([key, each]) => [key, strip(each)]));
  return (value) => (value === null || value === undefined ? value : strip(value));
};
