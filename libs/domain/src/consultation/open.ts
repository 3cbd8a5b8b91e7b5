import type { Command, DomainEvent, EventData, Participant } from '#contracts';
import { checkDeadline, earliestDue, localDate } from '../clock/index.js';
import { guardRefused } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { startClock, stopClocks } from '../dossier/timing.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { affectedParticipants } from './delta.js';
import { deltaOf, partsSince } from './since.js';
import { minimumOf, type Minimum } from './minimum.js';
import * as opening from './opening.js';
import { computeParticipants } from './participants.js';
import { consultationOf, roundClock, runningRound } from './round.js';

type Open = Command<'OpenRound'>;

const dueTime = (command: Open, minimum: Minimum, { calendar }: Setting): string => {
  const { dueAt } = command.data;
  if (dueAt === undefined) return earliestDue(calendar, command.at, minimum.days, minimum.hours);
  const check = checkDeadline(calendar, command.at, dueAt, minimum);
  if (check.ok) return new Date(dueAt).toISOString();
  const detail = `dueAt ${dueAt} is ${check.reason.replaceAll('-', ' ')}; the earliest due time is ${check.earliest}.`;
  throw guardRefused('minimum-period', detail, { earliest: check.earliest });
};

/** What a delta round asks about again. Throws when there is nothing to ask about. */
const changeAskedAbout = (dossier: Dossier): EventData<'RoundOpened'>['delta'] => {
  const delta = deltaOf(dossier);
  if (delta.changes.length > 0 || partsSince(dossier).length > 0) return delta;
  const detail = `Nothing but wording has changed since version ${delta.fromVersionNo}, which was asked about: revise the text (ReviseDossier) or go on with it.`;
  throw guardRefused('nothing-changed', detail, { fromVersionNo: delta.fromVersionNo });
};

/** An explicit consultee that is asked again is as explicit as before: nobody is deemed by being asked twice. */
const explicitAgain = ({ rounds }: Dossier, participants: readonly Participant[]): Participant[] => {
  const stands = consultationOf(rounds).flatMap((round) => round.stands);
  const explicit = stands.filter(({ mandatoryExplicit, mode }) => mandatoryExplicit && mode !== 'INFORM');
  return participants.map((one) =>
    one.mode !== 'INFORM' && explicit.some(({ organ }) => organ === one.organ)
      ? { ...one, mode: 'CONCUR', mandatoryExplicit: true }
      : one,
  );
};

const participantsOf = (
  { data }: Open,
  delta: EventData<'RoundOpened'>['delta'],
  dossier: Dossier,
  setting: Setting,
  date: string,
): Participant[] => {
  const named = data.participants;
  if (data.kind === 'INFORMAL')
    return named.map((one) => ({ ...one, mandatoryExplicit: false, reasons: ['named at opening'] }));
  if (delta) return explicitAgain(dossier, affectedParticipants(dossier, setting, date, named));
  return computeParticipants(dossier.current.body, setting.cabinet, date, named);
};

/** A round that goes on in the next one reminds nobody any more. */
const formerClock = (dossier: Dossier): DomainEvent[] => {
  const former = runningRound(dossier.rounds);
  return former ? stopClocks(dossier, [roundClock(former.no)]) : [];
};

/** Circulation: computes the participants, fixes the due time and starts the round's clock. */
export const openRound: Decision<'OpenRound'> = (dossier, command, setting) => {
  const variant = opening.variantOf(dossier, command);
  const stage = transition(dossier, command, setting, 'OpenRound', variant);
  opening.requireAuthority(command);
  const { data, at } = command;
  const { body, no: versionNo, sha256 } = dossier.current;
  const date = localDate(at, setting.calendar.timeZone);
  opening.requireNamed(command, body, setting, date);
  const delta = variant === 'delta' ? changeAskedAbout(dossier) : undefined;
  const minimum = minimumOf(
    data.kind,
    body,
    delta?.changes ?? [],
    setting.cabinet.policy,
    partsSince(dossier),
  );
  const dueAt = dueTime(command, minimum, setting);
  const participants = participantsOf(command, delta, dossier, setting, date);
  if (!delta) opening.requireAsked(participants);
  const roundNo = dossier.rounds.length + 1;
  const opened: EventData<'RoundOpened'> = {
    ...{ stage, roundNo, kind: data.kind, versionNo, sha256, openedAt: at, dueAt },
    minimumDays: minimum.days,
    basis: minimum.basis,
    participants,
    ...(data.reason && { reason: data.reason }),
    ...(data.hideNames && { hideNames: true }),
    ...(delta && { delta }),
  };
  const clock = { clock: roundClock(roundNo), holder: body.head.lead, dueAt };
  return [
    ...formerClock(dossier),
    { type: 'RoundOpened', data: opened },
    startClock(dossier, clock, at, setting),
  ];
};
