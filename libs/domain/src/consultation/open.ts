import { Problem, factsOf, type Command, type EventData } from '#contracts';
import { checkDeadline, clockMarks, earliestDue, localDate } from '../clock/index.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import { requireOrgans } from '../dossier/references.js';
import type { Decision, Setting } from '../setting.js';
import { computeParticipants } from './participants.js';
import { roundClock } from './round.js';

type Open = Command<'OpenRound'>;

/** The least number of business days, and what it rests on (20-page rule). */
const minimumPeriod = ({ data }: Open, { current: { body } }: Dossier, { cabinet: { policy } }: Setting) => {
  const { expedited, over20Pages, upTo20Pages } = policy.minimumDays;
  if (data.kind === 'EXPEDITED') return { days: expedited, hours: 0, basis: 'expedited' };
  const hours = policy.minimumWorkingHours;
  const long = (factsOf(body).pages ?? 0) > 20;
  return long
    ? { days: over20Pages, hours, basis: 'more than 20 pages' }
    : { days: upTo20Pages, hours, basis: 'up to 20 pages' };
};

const requireAuthority = ({ data, actor }: Open) => {
  if (data.kind !== 'EXPEDITED') return;
  if (actor.role !== 'SECR_APPROVER')
    throw new Problem('not-permitted', 'An expedited round is opened by a SECR_APPROVER.', {
      rule: 'expedited-authority',
    });
  if (!data.reason)
    throw new Problem('guard-refused', 'reason: say why the round is expedited.', {
      rule: 'expedited-reason',
    });
};

const dueTime = (command: Open, minimum: { days: number; hours: number }, { calendar }: Setting): string => {
  const { dueAt } = command.data;
  if (dueAt === undefined) return earliestDue(calendar, command.at, minimum.days, minimum.hours);
  const check = checkDeadline(calendar, command.at, dueAt, minimum);
  if (check.ok) return new Date(dueAt).toISOString();
  const detail = `dueAt ${dueAt} is ${check.reason.replaceAll('-', ' ')}; the earliest due time is ${check.earliest}.`;
  throw new Problem('guard-refused', detail, { rule: 'minimum-period', earliest: check.earliest });
};

/** Circulation: computes the participants, fixes the due time and starts the round's clock. */
export const openRound: Decision<'OpenRound'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { cabinet, calendar } = setting;
  const { data, at } = command;
  requireAuthority(command);
  requireOrgans(
    data.participants.map(({ organ }, i) => [`participants.${i}.organ`, organ]),
    at,
    setting,
  );
  const minimum = minimumPeriod(command, dossier, setting);
  const dueAt = dueTime(command, minimum, setting);
  const { head } = dossier.current.body;
  const everyMinistry = factsOf(dossier.current.body).everyMinistry ?? false;
  const date = localDate(at, calendar.timeZone);
  const participants = computeParticipants(head, cabinet, date, everyMinistry, data.participants);
  if (participants.length === 0)
    throw new Problem('guard-refused', 'participants: no organ is concerned; name at least one.', {
      rule: 'participants',
    });
  const roundNo = dossier.rounds.length + 1;
  const opened: EventData<'RoundOpened'> = {
    stage,
    roundNo,
    kind: data.kind,
    versionNo: dossier.current.no,
    sha256: dossier.current.sha256,
    openedAt: at,
    dueAt,
    minimumDays: minimum.days,
    basis: minimum.basis,
    participants,
    ...(data.reason && { reason: data.reason }),
  };
  const marks = clockMarks(calendar, at, dueAt, cabinet.policy.reminders);
  const clock = { clock: roundClock(roundNo), epoch: 1, holder: head.lead, startedAt: at, dueAt, ...marks };
  return [
    { type: 'RoundOpened', data: opened },
    { type: 'ClockStarted', data: clock },
  ];
};
