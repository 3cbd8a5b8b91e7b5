import { minute, type Words } from './say.js';

/** What time does. */
export const clocksWords = {
  ClockStarted: ({ clock, holder, dueAt }) => [
    `時計 ${clock} が${holder}について動き始めた。期限 ${minute(dueAt)}。`,
    `Clock ${clock} began to run for ${holder}, due ${minute(dueAt)}.`,
  ],
  ClockStopped: ({ clock }) => [`時計 ${clock} が止まった。`, `Clock ${clock} stopped.`],
  ClockWarned: ({ clock, holder, dueAt }) => [
    `${holder}の期限が近い: ${clock}、${minute(dueAt)}。`,
    `${holder} has until ${minute(dueAt)}: ${clock}.`,
  ],
  ClockDue: ({ clock, holder }) => [`${holder}の期限が来た: ${clock}。`, `${holder} was due: ${clock}.`],
  ClockOverdue: ({ clock, holder, dueAt }) => [
    `${holder}は期限(${minute(dueAt)})を過ぎている: ${clock}。`,
    `${holder} is overdue since ${minute(dueAt)}: ${clock}.`,
  ],
  ClockEscalated: ({ clock, holder, to, rule }) => [
    `${holder}の期限超過(${clock})が${to}に上がった(${rule})。`,
    `${clock} of ${holder} went to ${to}, being overdue (${rule}).`,
  ],
} satisfies Words;
