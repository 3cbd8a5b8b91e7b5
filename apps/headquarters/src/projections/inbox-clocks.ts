import { isHeadquartersRole, type LedgerEvent } from '#contracts';
import { threadOfClock } from './clock-names.js';
import type { InboxCase } from './inbox-case.js';
import { nothing, notice, type Changes } from './inbox-changes.js';

export const clockKinds = ['clock-warned', 'clock-due', 'clock-overdue'];

const LEGAL = 'legal-check';

const refOf = ({ clock, epoch }: { clock: string; epoch: number }) => `clock:${clock}:${epoch}`;

/**
 * Who is to know that a clock comes to its end: its holder, for a round whoever is still silent, and the secretariat; of a
 * negotiation both sides. A thread is the secretariat's affair only when it is overdue.
 */
const warned = (
  dossier: InboxCase,
  event: LedgerEvent,
  clock: string,
  holder: string,
  headquarters: string,
) => {
  if (dossier.open === 'lead') return [holder];
  const thread = threadOfClock(clock);
  const silent = /^round-\d+$/.test(clock) ? dossier.awaited : [];
  const lead = clock === LEGAL ? [dossier.lead] : [];
  if (thread === undefined) return [holder, headquarters, ...lead, ...silent];
  const sides = clock.startsWith('escalation') ? [dossier.lead, thread.slice(0, thread.indexOf('#'))] : [];
  return [holder, ...sides, ...(event.type === 'ClockOverdue' ? [headquarters] : [])];
};

const kindOf = { ClockWarned: 'clock-warned', ClockDue: 'clock-due', ClockOverdue: 'clock-overdue' };

export const clockChanges = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  switch (event.type) {
    case 'ClockWarned':
    case 'ClockDue':
    case 'ClockOverdue': {
      const { clock, holder, dueAt } = event.data;
      const ref = refOf(event.data);
      const thread = threadOfClock(clock);
      const organs = warned(dossier, event, clock, holder, headquarters);
      const more = { dueAt, ...(thread && { about: { thread } }) };
      return { close: [{ ref, kinds: clockKinds }], open: notice(kindOf[event.type], ref, organs, more) };
    }
    case 'ClockEscalated': {
      const { to, holder, dueAt } = event.data;
      const organ = isHeadquartersRole(to) ? headquarters : holder;
      const ref = refOf(event.data);
      return {
        close: [],
        open: [
          {
            ...{ organ, role: to, kind: 'clock-escalated', notice: true, ref, dueAt },
            about: { organ: holder },
          },
        ],
      };
    }
    case 'ClockStopped':
      return { close: [{ ref: refOf(event.data) }], open: [] };
    default:
      return nothing;
  }
};

/** A stage's clock says until when its holder's task wants to be done, an objection's when it is ruled on. */
export const dueChanges = (event: LedgerEvent): Changes => {
  if (event.type !== 'ClockStarted') return nothing;
  const { clock, holder, dueAt: at } = event.data;
  const [, objection] = /^allocation-(\d+)$/.exec(clock) ?? [];
  if (objection) return { ...nothing, due: [{ ref: `objection:${objection}`, at }] };
  if (threadOfClock(clock)) return nothing;
  // The bureau and the lead's own jurists.
  if (clock === LEGAL) return { ...nothing, due: ['task', LEGAL].map((ref) => ({ ref, at })) };
  return { ...nothing, due: [{ ref: 'task', organ: holder, at }] };
};
