import type { Command } from '#contracts';
import { addBusinessDays, addCalendarDays, dueAtOn, epochOf, isBusinessDay } from '../clock/index.js';
import { consultationOf } from '../consultation/round.js';
import type { Setting } from '../setting.js';
import { today } from './days.js';
import { guardRefused } from './refusals.js';
import type { Dossier } from './state.js';

/** When and how a body is to decide. */
export type Meeting = { body: string; meetingOn: string } & Pick<Command<'LodgeItem'>['data'], 'manner'>;

/** The regular cabinet sits on Tuesdays and Fridays (定例閣議). */
const cabinetDays: ReadonlySet<number> = new Set([2, 5]);

/** Days ahead within which a possible meeting is looked for. */
const HORIZON = 400;

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** Until when the papers of a meeting must be in: some business days before a sitting; a circulation has until its own day. */
export const lodgingDeadline = ({ manner, meetingOn }: Meeting, { calendar, cabinet }: Setting): string => {
  const days = manner === 'SITTING' ? cabinet.policy.lodgingDays : 0;
  return dueAtOn(calendar, addBusinessDays(calendar, meetingOn, -days));
};

/** 二週間ルール: the first day on which the cabinet may decide what all ministries were sent. */
const cabinetFrom = ({ rounds }: Dossier, setting: Setting): string | undefined => {
  const circulated = consultationOf(rounds)[0]?.openedAt;
  return (
    circulated && addCalendarDays(today(circulated, setting), setting.cabinet.policy.cabinetCirculationDays)
  );
};

/** Why the body cannot decide on that day, if it cannot. */
const unfit = (
  dossier: Dossier,
  { body, manner, meetingOn }: Meeting,
  setting: Setting,
): string | undefined => {
  if (manner === 'SITTING' && !isBusinessDay(setting.calendar, meetingOn)) return 'is not a business day';
  if (body !== 'CABINET') return undefined;
  if (manner === 'SITTING' && !cabinetDays.has(weekday(meetingOn)))
    return 'is neither a Tuesday nor a Friday';
  const from = cabinetFrom(dossier, setting);
  if (from === undefined) return 'comes before any circulation to all ministries';
  return meetingOn < from ? `is before ${from}, the end of the time after the circulation` : undefined;
};

const earliest = (dossier: Dossier, meeting: Meeting, at: string, setting: Setting): string | undefined => {
  const now = today(at, setting);
  for (let days = 0; days <= HORIZON; days += 1) {
    const candidate = { ...meeting, meetingOn: addCalendarDays(now, days) };
    const inTime = epochOf(at) <= epochOf(lodgingDeadline(candidate, setting));
    if (inTime && unfit(dossier, candidate, setting) === undefined) return candidate.meetingOn;
  }
  return undefined;
};

/** The lodging deadline of a meeting on which the body may decide. Throws guard-refused with the earliest such day. */
export const requireMeeting = (dossier: Dossier, meeting: Meeting, at: string, setting: Setting): string => {
  const deadline = lodgingDeadline(meeting, setting);
  const late = epochOf(at) > epochOf(deadline) ? `had its lodging deadline at ${deadline}` : undefined;
  const why = unfit(dossier, meeting, setting) ?? late;
  if (why === undefined) return deadline;
  const first = earliest(dossier, meeting, at, setting);
  const hint = first ? ` The earliest is ${first}.` : '';
  throw guardRefused('meeting-day', `meetingOn: ${meeting.meetingOn} ${why}.${hint}`, {
    ...(first && { earliest: first }),
  });
};

/** For what is lodged already: only the day itself must fit. Throws guard-refused. */
export const requireMeetingDay = (dossier: Dossier, meeting: Meeting, setting: Setting): void => {
  const why = unfit(dossier, meeting, setting);
  if (why) throw guardRefused('meeting-day', `meetingOn: ${meeting.meetingOn} ${why}.`);
};
