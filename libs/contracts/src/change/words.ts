/** What is compared: what we send (whoever reads it must know it), or what we take (whoever sends it must not be refused). */
export type Way = 'sent' | 'taken';

/** Names of what differs, in the words of those outside. `allowed` and `coming` are values of the two schemas. */
export interface Words {
  anyValue: string;
  value: (value: unknown) => string;
  keyword: (key: string, allowed: unknown, coming: unknown) => string;
  limit: (key: string, allowed: number, coming: number | undefined) => string;
  gone: string;
  absent: string;
  others: string;
  alternative: (tag: string) => string;
}

const json = (value: unknown): string => JSON.stringify(value ?? 'none');
const another = (key: string, was: unknown, is: unknown): string =>
  `another ${key}: ${json(was)} became ${json(is)}`;

const comparatives: Record<string, string> = {
  ...{ maxLength: 'shorter', minLength: 'longer', maxItems: 'fewer', minItems: 'more' },
  ...{ maxProperties: 'fewer', minProperties: 'more', maximum: 'smaller', minimum: 'larger' },
  ...{ exclusiveMaximum: 'smaller', exclusiveMinimum: 'larger' },
};

export const words: Record<Way, Words> = {
  sent: {
    anyValue: 'any value, where the values were known',
    value: (value) => `the further value ${JSON.stringify(value)}`,
    keyword: another,
    limit: (key, allowed, coming) => `a wider ${key}: ${allowed} became ${coming ?? 'none'}`,
    gone: 'it is gone',
    absent: 'it may be absent',
    others: 'members of any kind',
    alternative: (tag) => `a further alternative ${tag}`,
  },
  taken: {
    anyValue: 'only certain values, where any was taken',
    value: (value) => `the value ${JSON.stringify(value)} is refused now`,
    keyword: (key, allowed, coming) => another(key, coming, allowed),
    limit: (key, allowed, coming) =>
      `${comparatives[key]} than before: ${key} ${coming ?? 'none'} became ${allowed}`,
    gone: 'it is refused now',
    absent: 'it is required now',
    others: 'further members are refused now',
    alternative: (tag) => `the alternative ${tag} is refused now`,
  },
};
