import { breaches } from './feed-change.js';
import type { FeedContract } from './feed-schema.js';
import type { Json } from './openapi.js';

/** What was released, by CloudEvents `type`: the strict schema of the data, and the SHA-256 of its canonical JSON. */
export type ReleasedFeed = Record<string, { sha256: string; schema: Json }>;

const next = (type: string): string => {
  const [, v = '1'] = /\.v(\d+)$/.exec(type) ?? [];
  return `give the event a new version (v${Number(v) + 1}) and keep v${v}`;
};

/** What breaks the promise to consumers, one sentence each that says where and what to do; empty: it holds. */
export const feedFaults = (
  released: ReleasedFeed,
  current: Pick<FeedContract, 'type' | 'strict'>[],
): string[] => {
  const now = new Map(current.map(({ type, strict }) => [type, strict]));
  return Object.entries(released).flatMap(([type, { schema }]) => {
    const strict = now.get(type);
    if (!strict) return [`${type} was released and is gone: keep it among the earlier versions`];
    return breaches(schema, strict).map(({ path, what }) => `${type}: ${path}: ${what}; ${next(type)}`);
  });
};
