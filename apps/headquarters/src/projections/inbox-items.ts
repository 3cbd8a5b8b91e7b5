import type { LedgerEvent } from '#contracts';
import { approvalChanges } from './inbox-approval.js';
import type { InboxCase } from './inbox-case.js';
import { merged, type Around, type Changes } from './inbox-changes.js';
import { threadOfClock } from './clock-names.js';
import { clockChanges, dueChanges } from './inbox-clocks.js';
import { agreementChanges, draftingChanges, legalChanges, noticeChanges } from './inbox-notices.js';
import { allocationChanges, roundChanges, standChanges } from './inbox-rounds.js';
import { conclusionChanges, conclusionWanted, taskChanges } from './inbox-tasks.js';

const isOfThread = (event: LedgerEvent): boolean =>
  'clock' in event.data && threadOfClock(event.data.clock) !== undefined;

/** What an event opens and closes in the inboxes, threads aside, and the case with its open tasks. Pure. Close first, then open. */
export const changesOf = (
  before: InboxCase | undefined,
  after: InboxCase,
  event: LedgerEvent,
  around: Around,
): Changes & { next: InboxCase } => {
  const { headquarters } = around.cabinet;
  const stage = taskChanges(before, after, event, headquarters);
  const conclusion = conclusionChanges(before, after, event, headquarters);
  const all = [
    stage,
    ...(isOfThread(event) ? [] : [clockChanges(after, event, headquarters)]),
    ...[roundChanges, standChanges, allocationChanges, agreementChanges, draftingChanges, legalChanges].map(
      (changes) => changes(after, event, headquarters),
    ),
    noticeChanges(after, event, around),
    approvalChanges(event),
    conclusion,
    dueChanges(event),
  ];
  const tasks = stage.tasks.filter(
    (kind) => kind !== conclusionWanted || !(event.type === 'RoundOpened' || event.type === 'RoundAbandoned'),
  );
  return {
    ...merged(all),
    next: { ...after, tasks: conclusion.open.length > 0 ? [...tasks, conclusionWanted] : tasks },
  };
};
