import { factsOf, type Command, type DossierBody, type EventData, type Participant } from '#contracts';
import { checkDeadline, clockMarks, earliestDue, localDate } from '../clock/index.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import { invalid, requireOrgans } from '../dossier/references.js';
import type { Decision, Setting } from '../setting.js';
import { askable, computeParticipants } from './participants.js';
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
    throw notByThisRole('An expedited round is opened by a SECR_APPROVER.', 'expedited-authority');
  if (!data.reason) throw guardRefused('expedited-reason', 'reason: say why the round is expedited.');
};

/** Everybody named must be an organ that can be asked, once. */
const requireNamed = ({ data, at }: Open, body: DossierBody, setting: Setting, date: string) => {
  const named = data.participants.map(({ organ }, i): [string, string] => [`participants.${i}.organ`, organ]);
  requireOrgans(named, at, setting);
  const possible = new Set(askable(body, setting.cabinet, date).map(({ slug }) => slug));
  const faults = named.flatMap(([path, slug], i) => {
    if (!possible.has(slug)) return [{ path, message: `${slug} leads this dossier or runs the round` }];
    const first = named.findIndex(([, other]) => other === slug);
    return first < i ? [{ path, message: `${slug} is named twice` }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
};

/** At least one organ must be asked for a position; informing is not consulting. */
const requireAsked = (participants: readonly Participant[]) => {
  if (participants.some(({ mode }) => mode !== 'INFORM')) return;
  throw guardRefused(
    'participants',
    'participants: nobody is asked for a position; name an organ with another mode than INFORM.',
  );
};

const dueTime = (command: Open, minimum: { days: number; hours: number }, { calendar }: Setting): string => {
  const { dueAt } = command.data;
  if (dueAt === undefined) return earliestDue(calendar, command.at, minimum.days, minimum.hours);
  const check = checkDeadline(calendar, command.at, dueAt, minimum);
  if (check.ok) return new Date(dueAt).toISOString();
  const detail = `dueAt ${dueAt} is ${check.reason.replaceAll('-', ' ')}; the earliest due time is ${check.earliest}.`;
  throw guardRefused('minimum-period', detail, { earliest: check.earliest });
};

/** Circulation: computes the participants, fixes the due time and starts the round's clock. */
export const openRound: Decision<'OpenRound'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { cabinet, calendar } = setting;
  const { data, at } = command;
  requireAuthority(command);
  const { body } = dossier.current;
  const date = localDate(at, calendar.timeZone);
  requireNamed(command, body, setting, date);
  const minimum = minimumPeriod(command, dossier, setting);
  const dueAt = dueTime(command, minimum, setting);
  const participants = computeParticipants(body, cabinet, date, data.participants);
  requireAsked(participants);
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
  const clock = {
    clock: roundClock(roundNo),
    epoch: 1,
    holder: body.head.lead,
    startedAt: at,
    dueAt,
    ...marks,
  };
  return [
    { type: 'RoundOpened', data: opened },
    { type: 'ClockStarted', data: clock },
  ];
};
