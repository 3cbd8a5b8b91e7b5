import { setTimeout as delay } from 'node:timers/promises';
import { DossierRow, type FilingLine } from '#contracts';
import { z } from 'zod';
import { addressOf, tokenFor } from './access.js';
import type { FileSettings } from './settings.js';
import { say } from './summary.js';

const Page = z.object({
  items: z.array(DossierRow.pick({ dossierId: true, lead: true, title: true, overlaps: true })),
  next: z.string().nullable(),
});
type Item = z.infer<typeof Page>['items'][number];

/** Milliseconds between looks while the review is still comparing, and looks at most. */
const every = 3_000;
const maxLooks = 40;
const quietLooks = 4;
const shown = 5;

const readAll = async (ids: ReadonlySet<string>, token: string): Promise<Item[]> => {
  const found: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = new URLSearchParams({ type: 'initiative', limit: '200', ...(cursor && { cursor }) });
    const response: Response = await fetch(
      `${addressOf('KYOGI_HEADQUARTERS_URL')}/v1/dossiers?${query.toString()}`,
      {
        headers: { authorization: `Bearer ${token}` },
      },
    );
    const page: z.infer<typeof Page> = Page.parse(await response.json());
    found.push(...page.items.filter(({ dossierId }) => ids.has(dossierId)));
    cursor = page.next;
  }
  return found;
};

const pairsOf = (items: readonly Item[]) => {
  const pairs = items.flatMap((item) => item.overlaps.map((other) => ({ item, other, score: other.score })));
  return pairs.sort((a, b) => b.score - a.score);
};

/** Looks until the review has found nothing more for a while: comparing goes on after a filing is taken. */
const settled = async (ids: ReadonlySet<string>, token: string, isFresh: boolean): Promise<Item[]> => {
  let before = -1;
  let quiet = 0;
  for (let look = 1; ; look += 1) {
    const items = await readAll(ids, token);
    const count = pairsOf(items).length;
    quiet = count === before ? quiet + 1 : 0;
    if (!isFresh || quiet === quietLooks || look === maxLooks) return items;
    before = count;
    await delay(every);
  }
};

const named = ({
  title,
  lead,
}: {
  title: { ja?: string | undefined; en?: string | undefined };
  lead: string;
}) => `${lead} "${title.en ?? title.ja ?? ''}"`;

/** Says which filings resemble those of other ministries, as headquarters shows them to the secretariat; nothing when it cannot be asked. */
export const sayOverlaps = async (
  { secretariat }: FileSettings,
  lines: readonly FilingLine[],
): Promise<void> => {
  const ids = new Set(
    lines.flatMap(({ dossierId, outcome }) => (dossierId && outcome !== 'rejected' ? [dossierId] : [])),
  );
  if (ids.size === 0) return;
  try {
    const items = await settled(
      ids,
      await tokenFor('KYOGI_TOKEN', secretariat),
      lines.some(({ outcome }) => outcome === 'filed'),
    );
    const pairs = pairsOf(items);
    const resembling = items.filter(({ overlaps }) => overlaps.length > 0).length;
    say(
      `${resembling} of ${ids.size} resemble filings of other ministries so far${pairs.length > 0 ? '; the likest:' : ' (the review may still be comparing)'}`,
    );
    for (const { item, other, score } of pairs.slice(0, shown))
      say(`  ${score.toFixed(2)}  ${named(item)} and ${named(other)}`);
  } catch {
    say('Headquarters could not be asked for overlaps.');
  }
};
