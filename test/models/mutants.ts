import type { Command, DomainEvent } from '#contracts';
import { decide, holdsIn, unsettled, type Dossier, type Setting } from '#domain';
import { substitutes } from './calendar';
import type { Decide } from './driver';

/** The rules with one known fault, put in from outside: another state is decided on, or the events are changed. */
const seeing =
  (names: Command['name'][], blind: (dossier: Dossier, command: Command) => Dossier): Decide =>
  (dossier, command, setting) =>
    decide(dossier && names.includes(command.name) ? blind(dossier, command) : dossier, command, setting);

const saying =
  (change: (event: DomainEvent) => DomainEvent): Decide =>
  (...asked) =>
    decide(...asked).map(change);

const threads = (dossier: Dossier, change: (thread: Dossier['threads'][number]) => object): Dossier => ({
  ...dossier,
  threads: dossier.threads.map((thread) => ({ ...thread, ...change(thread) })),
});

const isLost = ({ current }: Dossier, { proof }: Dossier['threads'][number]) =>
  proof !== undefined && !holdsIn(current.body, proof);

const moved = new Set([...substitutes(2026), ...substitutes(2027)]);
/** The calendar without the holidays that stand in for others. */
export const blind = ({ calendar, ...world }: Setting): Setting => ({
  ...world,
  calendar: { ...calendar, holidays: new Set([...calendar.holidays].filter((day) => !moved.has(day))) },
});

/** Known-bad variants; each must be caught. */
export const mutants: Record<string, Decide> = {
  'a MUST keeps no round from being concluded': seeing(['ConcludeRound'], (dossier) => {
    const open = new Set(unsettled(dossier).map(({ thread }) => thread));
    return threads(dossier, ({ ref, weight }) => ({ weight: open.has(ref) ? 'SHOULD' : weight }));
  }),
  'an explicit consultee is deemed at the deadline': saying((event) =>
    event.type === 'SilenceRecorded' && event.data.as === 'OVERDUE_EXPLICIT'
      ? { ...event, data: { ...event.data, as: 'DEEMED_NO_OPINION' } }
      : event,
  ),
  'an explicit consultee need not speak': seeing(['ConcludeRound'], (dossier) => ({
    ...dossier,
    rounds: dossier.rounds.map((round) => ({
      ...round,
      stands: round.stands.map((stand) => ({ ...stand, mandatoryExplicit: false })),
    })),
  })),
  'a commenter is forgotten in the delta set': saying((event) =>
    event.type === 'RoundOpened'
      ? {
          ...event,
          data: {
            ...event.data,
            participants: event.data.participants.map((one) =>
              one.reasons.every((reason) => reason.startsWith('commented on')) && !one.mandatoryExplicit
                ? { ...one, mode: 'INFORM' }
                : one,
            ),
          },
        }
      : event,
  ),
  'silence closes a MUST': seeing(['TickClock'], (dossier) => threads(dossier, () => ({ weight: 'SHOULD' }))),
  'a proof is believed that a later version lost': seeing(['ConcludeRound', 'SetPosition'], (dossier) =>
    threads(dossier, (thread) =>
      isLost(dossier, thread) && thread.state === 'CLOSED' ? { disposition: 'EXPLAINED' } : {},
    ),
  ),
  'a substitute holiday is skipped': (dossier, command, setting) => decide(dossier, command, blind(setting)),
};
