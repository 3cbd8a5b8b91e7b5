import { ownersOf } from '#sight';
import { threadOfClock } from '../projections/clock-names.js';
import type { Row } from '../projections/dossier-row.js';
import { MINE } from '../projections/read-model.js';

/** The names under which the reader looks. */
export const EYES = `${MINE} AS eyes`;

/**
 * The clocks of a row that are the reader's to see. While a round hides names, the clock of a thread would name who raised it to the
 * other participants; its owners and the secretariat see them all.
 */
export const clocksFor = (row: Row, readers: readonly string[], eyes: readonly string[]): Row['clocks'] => {
  if (!row.round?.namesHidden) return row.clocks;
  const owners = ownersOf(row);
  const seesAll = eyes.some(
    (eye) => owners.includes(eye) || (readers.includes(eye) && !row.consulted.includes(eye)),
  );
  if (seesAll) return row.clocks;
  return row.clocks.filter(({ clock }) => {
    const thread = threadOfClock(clock);
    return thread === undefined || eyes.includes(thread.slice(0, thread.indexOf('#')));
  });
};
