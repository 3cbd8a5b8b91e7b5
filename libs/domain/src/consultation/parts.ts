import type { DossierBody } from '#contracts';

/** Parts of the head that are agreed on like the clauses. Contact, marking and references are the lead's own. */
const agreedHead = ['title', 'competenceTags', 'legalBasis'] as const;

/** Follows from the text, and says nothing of its own. */
const derived = new Set(['pages']);

const same = (a: unknown, b: unknown): boolean => sorted(a) === sorted(b);

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';

/**
 * Parts of head and content that differ and concern those who are consulted, e.g. `content.scope`. A co-lead that came in
 * concerns nobody else; one that left becomes a consultee.
 */
export const partsChanged = (before: DossierBody, after: DossierBody): string[] => {
  const head = agreedHead.filter((part) => !same(before.head[part], after.head[part]));
  const left = before.head.coLeads.some((organ) => !after.head.coLeads.includes(organ));
  const [old, next] = [before.content as Record<string, unknown>, after.content as Record<string, unknown>];
  const content = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter(
    (part) => !derived.has(part) && !same(old[part], next[part]),
  );
  return [
    ...head.map((part) => `head.${part}`),
    ...(left ? ['head.coLeads'] : []),
    ...content.map((part) => `content.${part}`),
  ];
};
