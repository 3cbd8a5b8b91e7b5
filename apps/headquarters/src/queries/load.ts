import { Problem, type Cabinet, type LoadView } from '#contracts';
import { addBusinessDays, addCalendarDays, localDate } from '#domain';
import { calendarFor } from '../business-time.js';
import type { LoadQuery } from '../http/time-requests.js';
import type { Rows } from '../read-models/readers.js';

export interface Due {
  organ: string;
  day: string;
  returns: number;
}

/** Returns that organs owe on each day of a span, from running rounds of all dossiers: numbers only. */
export const returnsDue = (
  rows: Rows,
  {
    organs,
    from,
    to,
    timeZone,
  }: { organs?: readonly string[] | undefined; from: string; to: string; timeZone: string },
): Promise<Due[]> =>
  rows<Due>(
    `SELECT organ, to_char(day, 'YYYY-MM-DD') AS day, returns
     FROM returns_due($1::text[], $2::date::timestamp AT TIME ZONE $4, $3::date::timestamp AT TIME ZONE $4, $4)`,
    [organs ?? null, from, addCalendarDays(to, 1), timeZone],
  );

const USUAL_DAYS = 20;

/** What each organ owes and when. Throws invalid-request when the span ends before it begins. */
export async function readLoad(rows: Rows, query: LoadQuery, cabinet: Cabinet, now: Date): Promise<LoadView> {
  const calendar = calendarFor(cabinet);
  const { timeZone } = calendar;
  const from = query.from ?? localDate(now.toISOString(), timeZone);
  const to = query.to ?? addBusinessDays(calendar, from, USUAL_DAYS);
  if (to < from)
    throw new Problem('invalid-request', `to: ${to} is before ${from}.`, {
      faults: [{ path: 'to', message: 'before from' }],
    });
  const due = await returnsDue(rows, { organs: query.organs, from, to, timeZone });
  const warnFrom = cabinet.policy.loadWarning;
  const organs = [...new Set(due.map(({ organ }) => organ))].sort();
  return {
    ...{ from, to, warnFrom },
    organs: organs.map((organ) => ({
      organ,
      days: due
        .filter((one) => one.organ === organ)
        .map(({ day, returns }) => ({ day, returns, heavy: returns >= warnFrom })),
    })),
  };
}
