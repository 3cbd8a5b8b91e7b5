import { Frontier, leafHash, sameHash } from '#transparency';
import type { Pool } from 'pg';
import type { Head } from './heads.js';
import { entriesOf } from './leaf-rows.js';
import { insist } from './refused.js';

const CHUNK = 5_000;

function compare(tree: Frontier, heads: readonly Head[]): void {
  for (const { where, size, root } of heads)
    if (size === tree.size)
      insist(
        sameHash(root, tree.root()),
        `the first ${size} leaves of the database are others than ${where} says`,
      );
}

/**
 * Goes on from `base` over the leaves of the database, and holds them on the way against all that was said before. Throws Refused when
 * they lead to another root, or end before: an older database was restored, or leaves were altered.
 */
export async function foldLeaves(pool: Pool, base: Frontier, heads: readonly Head[]): Promise<Frontier> {
  const tree = Frontier.parse(base.toString());
  compare(tree, heads);
  for (;;) {
    const entries = await entriesOf(pool, tree.size, tree.size + CHUNK);
    for (const entry of entries) {
      tree.append(leafHash(entry));
      compare(tree, heads);
    }
    if (entries.length < CHUNK) break;
  }
  for (const { where, size } of heads)
    insist(
      size <= tree.size,
      `${where} says that ${size} entries were signed, and the database has ${tree.size}`,
    );
  return tree;
}
