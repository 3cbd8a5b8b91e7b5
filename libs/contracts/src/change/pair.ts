import { at, type Side } from './side.js';
import type { Way } from './words.js';

/** Where two schemas differ (steps from the data down; `[]` any item, `*` any member), and what that is to those outside. */
export interface Finding {
  at: string[];
  what: string;
}

/** Two schemas: everything that is `coming` is to be `allowed`. */
export interface Pair {
  allowed: Side;
  coming: Side;
  way: Way;
  at: string[];
  /** Pairs that are being compared, and how far down, so that trees end. */
  open: Map<object, Map<object, number>>;
}

export type Rule = (pair: Pair, inner: Rule) => Finding[];

export const finding = ({ at: place }: Pair, what: string): Finding[] => [{ at: place, what }];

/** The pair one step further down. */
export const below = (pair: Pair, allowed: unknown, coming: unknown, ...step: string[]): Pair => ({
  ...pair,
  allowed: at(pair.allowed, allowed),
  coming: at(pair.coming, coming),
  at: [...pair.at, ...step],
});
