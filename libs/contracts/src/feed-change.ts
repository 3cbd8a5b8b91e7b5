import { findings } from './change/compare.js';
import { bookOf } from './change/side.js';
import type { Way } from './change/words.js';
import type { Json } from './openapi.js';

/** What somebody outside who relied on a released schema would meet: where, and what. */
export interface Breach {
  path: string;
  what: string;
}

const dotted = (steps: string[]): string =>
  steps.reduce((path, step) => (step === '[]' || path === '' ? path + step : `${path}.${step}`), '');

/**
 * What of a schema would surprise whoever relied on the released one (both as `feedContracts` gives them, shared parts in `$defs`).
 * Empty: they need not notice. `sent`: a consumer; a further member is no surprise, nor is a further value where the schema grows.
 * `taken`: a caller; whatever the released schema allowed must be allowed.
 */
export const breaches = (released: Json, current: Json, way: Way = 'sent'): Breach[] =>
  findings(way, { schema: released, book: bookOf(released) }, { schema: current, book: bookOf(current) }).map(
    ({ at, what }) => ({ path: at.length === 0 ? '(the data itself)' : dotted(at), what }),
  );
