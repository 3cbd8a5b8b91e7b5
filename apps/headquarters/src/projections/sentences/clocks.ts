import { minute, type Words } from './say.js';

/** Of whom a clock speaks: a round's belongs to nobody, as its lead holds it and others are awaited. */
const whose = (clock: string, holder: string): [ja: string, en: string] => {
  const [, no] = /^round-(\d+)$/.exec(clock) ?? [];
  return no ? [`第${no}次協議`, `Round ${no}`] : [holder, holder];
};

/** What time does. */
export const clocksWords = {
  ClockStarted: ({ clock, holder, dueAt }) => [
    `時計 ${clock} が${holder}について動き始めた。期限 ${minute(dueAt)}。`,
    `Clock ${clock} began to run for ${holder}, due ${minute(dueAt)}.`,
  ],
  ClockStopped: ({ clock }) => [`時計 ${clock} が止まった。`, `Clock ${clock} stopped.`],
  ClockWarned: ({ clock, holder, dueAt }) => {
    const [ja, en] = whose(clock, holder);
    return [`${ja}の期限が近い: ${clock}、${minute(dueAt)}。`, `${en} has until ${minute(dueAt)}: ${clock}.`];
  },
  ClockDue: ({ clock, holder }) => {
    const [ja, en] = whose(clock, holder);
    return [`${ja}の期限が来た: ${clock}。`, `${en} was due: ${clock}.`];
  },
  ClockOverdue: ({ clock, holder, dueAt }) => {
    const [ja, en] = whose(clock, holder);
    return [
      `${ja}は期限(${minute(dueAt)})を過ぎている: ${clock}。`,
      `${en} is overdue since ${minute(dueAt)}: ${clock}.`,
    ];
  },
  ClockEscalated: ({ clock, holder, to, rule }) => [
    `${holder}の期限超過(${clock})が${to}に上がった(${rule})。`,
    `${clock} of ${holder} went to ${to}, being overdue (${rule}).`,
  ],
} satisfies Words;
