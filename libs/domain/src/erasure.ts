import { eventSpec, erased, Problem, type DataPath } from '#contracts';

const valueAt = (data: unknown, path: DataPath): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );

const replaced = (data: unknown, [step, ...rest]: readonly (string | number)[]): unknown => {
  if (step === undefined) return erased;
  if (Array.isArray(data))
    return data.map((value: unknown, i) => (i === Number(step) ? replaced(value, rest) : value));
  return { ...(data as object), [step]: replaced((data as Record<string, unknown>)[step], rest) };
};

const refuse = (path: DataPath, message: string): Problem =>
  new Problem('invalid-content', `At ${path.join('.')}: ${message}.`, {
    faults: [{ path: path.join('.'), message }],
  });

/** The texts that stand at places of an event's data. Throws a Problem where there is none. */
export const textsAt = (data: unknown, paths: readonly DataPath[]): string[] =>
  paths.map((path) => {
    const text = valueAt(data, path);
    if (typeof text !== 'string') throw refuse(path, 'there is no text to erase');
    if (text === erased) throw refuse(path, 'the text is erased already');
    return text;
  });

const removedAt = (data: unknown, [step, ...rest]: readonly (string | number)[]): unknown => {
  const { [step as string]: inner, ...others } = data as Record<string, unknown>;
  return rest.length === 0 ? others : { ...others, [step as string]: removedAt(inner, rest) };
};

/** Whether an event's data can be read. */
const reads = (type: string, data: unknown): boolean => eventSpec(type)?.data.safeParse(data).success ?? true;

/** What is left of an event's data, and which places could not keep a text and were taken away. */
export interface Rest {
  data: unknown;
  removed: DataPath[];
}

/**
 * An event's data with the texts at some places replaced by `erased`, or taken away where only a text of another form may stand.
 * Throws a Problem where the event could then no longer be read: an id, a date or a slug cannot be erased.
 */
export const withoutTexts = (type: string, data: unknown, paths: readonly DataPath[]): Rest =>
  paths.reduce<Rest>(
    (rest, path) => {
      const marked = replaced(rest.data, path);
      if (reads(type, marked)) return { ...rest, data: marked };
      const bare = path.every((step) => typeof step === 'string') ? removedAt(rest.data, path) : undefined;
      if (bare !== undefined && reads(type, bare)) return { data: bare, removed: [...rest.removed, path] };
      throw refuse(path, 'the record cannot be read without it; only texts can be erased');
    },
    { data, removed: [] },
  );

/** Every place of an event's data where one of the texts stands, whole or within another. */
export const placesOf = (data: unknown, texts: readonly string[], at: DataPath = []): DataPath[] => {
  if (typeof data === 'string') return texts.some((text) => data.includes(text)) ? [at] : [];
  if (Array.isArray(data)) return data.flatMap((value, i) => placesOf(value, texts, [...at, i]));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => placesOf(value, texts, [...at, key]));
};
