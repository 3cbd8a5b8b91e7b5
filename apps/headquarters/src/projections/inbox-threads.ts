import type { LedgerEvent } from '#contracts';
import { stageOf } from '#sight';
import type { InboxCase } from './inbox-case.js';
import { nothing, notice, type Changes, type Opening } from './inbox-changes.js';
import { threadOfClock } from './clock-names.js';
import { clockChanges } from './inbox-clocks.js';

const wanted = (organ: string, role: 'DESK' | 'LIAISON', kind: string, thread: string): Opening => ({
  ...{ organ, role, kind, notice: false, ref: thread, about: { thread } },
});

/** The ministry that raised a thread. */
const raiserOf = (thread: string): string => thread.slice(0, thread.lastIndexOf('#'));

const ends: ReadonlySet<LedgerEvent['type']> = new Set([
  ...(['RoundConcluded', 'RoundAbandoned', 'DossierReturned'] as const),
]);

/** Whether nothing is asked on any thread any more. */
const endsThreads = (after: InboxCase, event: LedgerEvent): boolean =>
  ends.has(event.type) || stageOf(after).final;

const answered = (
  lead: string,
  { thread, disposition, proof }: LedgerEvent<'ThreadAnswered'>['data'],
): Changes => {
  const adopts = disposition === 'ADOPTED' || disposition === 'PARTLY_ADOPTED';
  return {
    close: [{ kinds: ['answer-wanted', 'answer-received', 'proof-wanted'] }],
    open: [
      wanted(raiserOf(thread), 'LIAISON', 'answer-received', thread),
      ...(adopts && !proof ? [wanted(lead, 'DESK', 'proof-wanted', thread)] : []),
    ],
  };
};

const negotiated = (dossier: InboxCase, event: LedgerEvent): Changes => {
  const both = (thread: string) => [dossier.lead, raiserOf(thread)];
  switch (event.type) {
    case 'EscalationProposed':
    case 'ThreadEscalated': {
      const { thread, level } = event.data;
      const kind = event.type === 'ThreadEscalated' ? 'thread-escalated' : 'escalation-proposed';
      const open = notice(kind, thread, both(thread), { about: { thread, level } });
      return { close: [{ kinds: ['thread-escalated', 'escalation-proposed'] }], open };
    }
    case 'ThreadReserved': {
      const { thread, level } = event.data;
      return {
        close: [{}],
        open: notice('thread-reserved', thread, both(thread), { about: { thread, level } }),
      };
    }
    default:
      return nothing;
  }
};

const timed = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  if (!('clock' in event.data)) return nothing;
  const { clock } = event.data;
  if (event.type !== 'ClockStarted')
    return threadOfClock(clock) ? clockChanges(dossier, event, headquarters) : nothing;
  const { dueAt: at } = event.data;
  if (clock.startsWith('reopen ')) return { ...nothing, due: [{ kinds: ['answer-received'], at }] };
  if (/^(answer |answers-)/.test(clock)) return { ...nothing, due: [{ kinds: ['answer-wanted'], at }] };
  return clock.startsWith('escalation ')
    ? { ...nothing, due: [{ kinds: ['thread-escalated'], at }] }
    : nothing;
};

/** What an event opens and closes among the items of one thread. */
export const threadChanges = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  if (endsThreads(dossier, event)) return { close: [{}], open: [] };
  switch (event.type) {
    case 'ThreadRaised':
      return { close: [], open: [wanted(dossier.lead, 'DESK', 'answer-wanted', event.data.thread)] };
    case 'ThreadAnswered':
      return answered(dossier.lead, event.data);
    case 'DispositionProved':
      return { close: [{ kinds: ['proof-wanted'] }], open: [] };
    case 'ThreadReopened':
      return {
        close: [{ kinds: ['answer-received', 'proof-wanted'] }],
        open: [wanted(dossier.lead, 'DESK', 'answer-wanted', event.data.thread)],
      };
    case 'ThreadClosed':
      return { close: [{ kinds: ['answer-wanted', 'answer-received', 'thread-escalated'] }], open: [] };
    case 'ThreadWithdrawn':
      return { close: [{}], open: [] };
    case 'EscalationProposed':
    case 'ThreadEscalated':
    case 'ThreadReserved':
      return negotiated(dossier, event);
    default:
      return timed(dossier, event, headquarters);
  }
};

/** The threads whose items an event may change. */
export const threadsTouched = (before: InboxCase | undefined, event: LedgerEvent): string[] => {
  if ('thread' in event.data) return [event.data.thread];
  const clock = 'clock' in event.data ? event.data.clock : '';
  const one = threadOfClock(clock);
  if (one) return [one];
  const all = ends.has(event.type) || 'stage' in event.data || clock.startsWith('answers-');
  return all ? (before?.openThreads ?? []) : [];
};
