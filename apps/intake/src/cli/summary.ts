import type { FilingLine, FilingOutcome } from '#contracts';

/** What the program has to say goes to standard output; progress does not. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);

const words: Record<FilingOutcome, string> = {
  drafted: 'drafted',
  approved: 'approved',
  filed: 'filed',
  already: 'already done before',
  rejected: 'rejected',
};

/** Such as `1646 filed, 160 rejected`. */
export const totalsOf = (lines: readonly FilingLine[]): string => {
  const counts = new Map<FilingOutcome, number>();
  for (const { outcome } of lines) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const parts = (Object.keys(words) as FilingOutcome[])
    .filter((outcome) => counts.has(outcome))
    .map((outcome) => `${counts.get(outcome)} ${words[outcome]}`);
  return parts.join(', ') || 'no rows';
};

/** Rejections by reason, the most frequent first, with the first rows of each. */
export const reasonsOf = (rejected: Iterable<FilingLine>): string[] => {
  const groups = new Map<string, FilingLine[]>();
  for (const line of rejected) {
    const reason = `${line.column ? `${line.column}: ` : ''}${line.reason ?? ''}`;
    groups.set(reason, [...(groups.get(reason) ?? []), line]);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, lines]) => {
      const rows = lines.slice(0, 3).map(({ row }) => row);
      return `${lines.length} × ${reason} (row${rows.length > 1 ? 's' : ''} ${rows.join(', ')}${lines.length > 3 ? ', …' : ''})`;
    });
};
