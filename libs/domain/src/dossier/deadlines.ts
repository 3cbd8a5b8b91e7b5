import type { Command, DomainEvent } from '#contracts';
import { allocationStands } from '../consultation/allocation-ruling.js';
import { answersOverdue } from '../consultation/answering.js';
import { closeBySilence } from '../consultation/ending.js';
import { climb } from '../consultation/negotiation.js';
import { passDeadline } from '../consultation/silence.js';
import { roundClock, runningRound } from '../consultation/round.js';
import { pinnedProcedure } from '../procedures.js';
import type { Setting } from '../setting.js';
import type { Dossier } from './state.js';
import { transition } from './transition.js';

type Tick = Command<'TickClock'>;
type Consequence = (dossier: Dossier, command: Tick, setting: Setting) => DomainEvent[];

/** What the due time of a stage's clock does, by the name that procedures use. None of them approves anything. */
const onDue: Record<string, Consequence> = {
  AcceptUnchecked: (dossier, command, setting) => {
    const stage = transition(dossier, command, setting, 'AcceptDossier');
    return [{ type: 'DossierAccepted', data: { stage, unchecked: true } }];
  },
  Lapse: (dossier, command, setting) => {
    const stage = transition(dossier, command, setting, 'Lapse');
    return [{ type: 'DossierLapsed', data: { stage, clock: command.data.clock } }];
  },
  Archive: (dossier, command, setting) => {
    const stage = transition(dossier, command, setting, 'Archive');
    return [{ type: 'DossierLapsed', data: { stage, clock: command.data.clock } }];
  },
  BecomeReviewDue: (dossier, command, setting) => {
    const stage = transition(dossier, command, setting, 'BecomeReviewDue');
    return [{ type: 'ReviewFellDue', data: { stage } }];
  },
};

/** What the due time of a clock of a round, a thread or an objection does, by the beginning of the clock's name. */
const byClock: [prefix: string, Consequence][] = [
  [
    'round-',
    (dossier, command, setting) => {
      const round = runningRound(dossier.rounds);
      return round && command.data.clock === roundClock(round.no)
        ? passDeadline(dossier, round, command, setting)
        : [];
    },
  ],
  ['allocation-', allocationStands],
  ['answers-', (dossier, command) => answersOverdue(dossier, command.data.clock)],
  ['answer ', (dossier, command) => answersOverdue(dossier, command.data.clock)],
  ['reopen ', (dossier, command) => closeBySilence(dossier, command.data.clock)],
  ['escalation ', (dossier, command, setting) => climb(dossier, command.data.clock, command.at, setting)],
];

/** The facts that follow when a clock runs out. */
export const atDeadline: Consequence = (dossier, command, setting) => {
  const { clock } = command.data;
  const ofClock = byClock.find(([prefix]) => clock.startsWith(prefix));
  if (ofClock) return ofClock[1](dossier, command, setting);
  const clocks = Object.values(pinnedProcedure(dossier.procedure).stages).flatMap((stage) => stage.clocks);
  const named = clocks.find((declared) => declared.clock === clock)?.onDue;
  return (named && onDue[named]?.(dossier, command, setting)) || [];
};
