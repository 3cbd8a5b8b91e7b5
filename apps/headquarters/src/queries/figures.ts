import type { Calendar } from '#contracts';
import { spanOf, type Span } from '../business-time.js';

/** A span of time that somebody held a dossier, cut to the window that was asked about. */
export interface Stretch extends Span {
  /** It has not ended. */
  open: boolean;
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const tenths = (number: number) => Math.round(number * 10) / 10;

/** Between the two nearest, as percentile_cont of SQL does. */
const quantile = (sorted: number[], share: number): number => {
  if (sorted.length === 0) return 0;
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return tenths(low + (high - low) * (at - Math.floor(at)));
};

export const figuresOf = (stretches: readonly Stretch[]) => {
  const days = stretches.map(({ businessDays }) => businessDays).sort((a, b) => a - b);
  return {
    days: tenths(sum(stretches.map((one) => one.days))),
    businessDays: sum(days),
    workingHours: tenths(sum(stretches.map(({ workingHours }) => workingHours))),
    count: stretches.length,
    medianBusinessDays: quantile(days, 0.5),
    p90BusinessDays: quantile(days, 0.9),
    openNow: stretches.filter(({ open }) => open).length,
  };
};

/** A held interval as it is stored; `to` is null while it goes on. */
export interface Held {
  from: string;
  to: string | null;
  businessDays: number | null;
  workingHours: number | null;
}

/** Spans that overlap as one: what several hold at a time is still one time of the dossier. */
export const united = <One extends Held>(all: readonly One[]): Held[] => {
  const sorted = [...all].sort((a, b) => (a.from < b.from ? -1 : 1));
  const spans: Held[] = [];
  for (const { from, to, businessDays, workingHours } of sorted) {
    const last = spans.at(-1);
    if (!last || (last.to !== null && last.to < from)) {
      spans.push({ from, to, businessDays, workingHours });
      continue;
    }
    const end = last.to === null || to === null ? null : to > last.to ? to : last.to;
    spans[spans.length - 1] = { from: last.from, to: end, businessDays: null, workingHours: null };
  }
  return spans;
};

/** What was held, cut to the window; undefined when nothing of it lies there. What began and ended at one instant has no length. */
const cut = ({ from, to }: Held, { since, until }: { since: string; until: string }) => {
  const start = from < since ? since : from;
  const end = to === null || to > until ? until : to;
  return end < start || (end === start && to !== null && from !== to) ? undefined : { start, end };
};

/** The part of what was held that lies between two instants; undefined when none does. */
export const stretchOf = (
  calendar: Calendar,
  held: Held,
  window: { since: string; until: string },
): Stretch | undefined => {
  const part = cut(held, window);
  if (!part) return undefined;
  const { start, end } = part;
  const { businessDays, workingHours } = held;
  const open = held.to === null;
  const isWhole = start === held.from && end === held.to;
  if (isWhole && businessDays !== null && workingHours !== null)
    return { days: (Date.parse(end) - Date.parse(start)) / 86_400_000, businessDays, workingHours, open };
  const span = spanOf(calendar, start, end);
  return span ? { ...span, open } : undefined;
};
