import type { Cabinet, Calendar, LateView } from '#contracts';
import { addBusinessDays, businessDaysBetween, dueAtOn, localDate } from '#domain';
import { calendarFor } from '../business-time.js';
import type { LateQuery } from '../http/time-requests.js';
import { threadOfClock } from '../projections/clock-names.js';
import type { Row } from '../projections/dossier-row.js';
import { unansweredMusts } from '../projections/musts.js';
import type { Rows } from '../read-models/readers.js';
import { clocksFor, EYES } from './veil.js';

type Item = LateView['late'][number];
type Found = Pick<Item, 'organ' | 'kind' | 'clock' | 'dueAt' | 'mark' | 'roundNo' | 'threads'>;
type Clock = Row['clocks'][number];

const UPCOMING_DAYS = 5;

const kindOf = (clock: string): Found['kind'] => {
  if (clock.startsWith('answers-')) return 'answers';
  if (clock.startsWith('answer ')) return 'answer';
  if (clock.startsWith('reopen ')) return 'reopening';
  return clock.startsWith('escalation ') ? 'escalation' : 'clock';
};

const ofClock = ({ clock, holder, dueAt, mark }: Clock, { musts, round }: Row): Found => {
  const thread = threadOfClock(clock);
  const kind = kindOf(clock);
  return {
    ...{ organ: holder, kind, clock, dueAt, mark },
    roundNo: kind === 'answers' ? (round?.no ?? null) : null,
    threads: kind === 'answers' ? unansweredMusts(musts) : thread ? [thread] : [],
  };
};

/** A round is on the clock of those who are asked and have not spoken; after the due time, of those whose silence never counts. */
const ofRound = ({ round }: Row): Found[] => {
  if (!round || !['OPEN', 'ANSWERING'].includes(round.state)) return [];
  const { no, dueAt, deadlinePassed } = round;
  return round.participants
    .filter(({ mode, position, silence }) =>
      deadlinePassed
        ? silence === 'OVERDUE_EXPLICIT' && position === null
        : round.state === 'OPEN' && mode !== 'INFORM' && position === null,
    )
    .map(({ organ, mandatoryExplicit }) => ({
      ...{ organ, kind: mandatoryExplicit ? ('explicit-position' as const) : ('position' as const) },
      ...{ clock: `round-${no}`, dueAt, mark: deadlinePassed ? ('overdue' as const) : ('running' as const) },
      ...{ roundNo: no, threads: [] },
    }));
};

const itemsOf = (row: Row, calendar: Calendar, asOf: string): Item[] => {
  const today = localDate(asOf, calendar.timeZone);
  const { dossierId, number, type, title, lead, stage } = row;
  const clocks = row.clocks.filter(({ clock }) => !/^round-\d+$/.test(clock));
  return [...clocks.map((clock) => ofClock(clock, row)), ...ofRound(row)].map((found) => ({
    ...{ dossierId, number, type, title, lead, stage },
    ...found,
    businessDays: Math.abs(businessDaysBetween(calendar, localDate(found.dueAt, calendar.timeZone), today)),
  }));
};

/** Who is late and on whose clock, and what is due soon, as far as it is open to the reader. */
export async function readLate(
  rows: Rows,
  { organ, asOf }: LateQuery,
  cabinet: Cabinet,
  now: Date,
): Promise<LateView> {
  const calendar = calendarFor(cabinet);
  const moment = new Date(asOf ?? now).toISOString();
  const horizon = dueAtOn(
    calendar,
    addBusinessDays(calendar, localDate(moment, calendar.timeZone), UPCOMING_DAYS),
  );
  const found = await rows<{ doc: Row; readers: string[]; eyes: string[] }>(
    `SELECT doc, readers, ${EYES} FROM register WHERE next_due <= $1::timestamptz
       OR (stage_class = 'underway' AND doc @? '$.round.participants[*] ? (@.silence == "OVERDUE_EXPLICIT" && @.position == null)')`,
    [horizon],
  );
  const items = found
    .flatMap(({ doc, readers, eyes }) =>
      itemsOf({ ...doc, clocks: clocksFor(doc, readers, eyes) }, calendar, moment),
    )
    .filter((item) => (organ === undefined || item.organ === organ) && item.dueAt <= horizon);
  const byDue = (a: Item, b: Item) =>
    a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.dossierId < b.dossierId ? -1 : 1;
  return {
    asOf: moment,
    late: items.filter(({ dueAt }) => dueAt <= moment).sort(byDue),
    upcoming: items.filter(({ dueAt }) => dueAt > moment).sort(byDue),
  };
}
