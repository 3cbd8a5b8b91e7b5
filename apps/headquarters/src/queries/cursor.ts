import { Problem } from '#contracts';

/** An opaque place in a list: the sort key of its last item. */
export const cursorOf = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

const bad = () =>
  new Problem('invalid-request', 'cursor: not one that this list gave; begin again without it.', {
    faults: [{ path: 'cursor', message: 'not a cursor of this list' }],
  });

/** What PostgreSQL takes for a bigint or a text. */
const isStorable = (value: unknown) =>
  typeof value === 'number' ? Number.isSafeInteger(value) : !String(value).includes('\0');

/** The sort key in a cursor, its types checked against `like`. Throws invalid-request. */
export const keyIn = <Key extends readonly (string | number)[]>(
  cursor: string | undefined,
  like: Key,
): Key | undefined => {
  if (cursor === undefined) return undefined;
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw bad();
  }
  const fits =
    Array.isArray(key) &&
    key.length === like.length &&
    like.every((one, i) => typeof one === typeof key[i] && isStorable(key[i]));
  if (!fits) throw bad();
  return key as Key;
};

/** A page of at most `limit` from rows of which one more was asked for. */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  key: (row: Row) => readonly (string | number)[],
  item: (row: Row) => Item,
): { items: Item[]; next: string | null } => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? cursorOf(key(last)) : null };
};
