import type { LedgerEvent } from '#contracts';
import { procedureOf, stageOf } from '#sight';
import type { InboxCase } from './inbox-case.js';
import type { Changes, Opening } from './inbox-changes.js';
import { sideSteps, steps, type Task } from './inbox-steps.js';

const tasksOf = (dossier: InboxCase, event: LedgerEvent): Task[] => {
  if (event.type === 'DossierReturned')
    return [{ command: 'ReviseDossier', kind: 'correction-wanted', role: 'LIAISON', at: 'lead' }];
  if (event.type === 'ApprovalRefused')
    return [{ command: 'ReviseDossier', kind: 'redraft-wanted', role: 'DESK', at: 'lead' }];
  const { transitions } = procedureOf(dossier);
  // An informal round is the lead's choice, and nobody's turn.
  const isPossible = ({ command, when, variant }: Task) =>
    (when?.(dossier) ?? true) &&
    transitions.some(
      (t) =>
        t.command === command &&
        t.from.includes(dossier.stage) &&
        (command !== 'OpenRound' || t.variant === variant),
    );
  return [...steps.filter(isPossible).slice(0, 1), ...sideSteps.filter(isPossible)];
};

const taskItem = (dossier: InboxCase, headquarters: string, { at, role, kind }: Task): Opening => ({
  organ: at === 'lead' ? dossier.lead : headquarters,
  role: kind === 'endorsement-wanted' && dossier.heavy ? 'SECR_DIRECTOR' : role,
  ...{ kind, notice: false, ref: 'task' },
});

/** Facts after which another step may be next, though the stage stays. */
const turning: ReadonlySet<LedgerEvent['type']> = new Set([
  ...(['DossierPublished', 'DossierApproved', 'LegalCheckRecorded'] as const),
  ...(['ItemLodged', 'ItemPlaced', 'ItemDeferred', 'ItemWithdrawn'] as const),
  ...(['CommentGroupDisposed', 'CommentResultPublished'] as const),
  ...(['DossierRevised', 'EditorialMarked'] as const),
]);

/** Whose turn it is after an event; the kinds of the tasks that are open then. */
export const taskChanges = (
  before: InboxCase | undefined,
  after: InboxCase,
  event: LedgerEvent,
  headquarters: string,
): Changes & { tasks: string[] } => {
  // A draft is revised as often as its desk likes, and stays what it was.
  const turns = turning.has(event.type) && (event.type !== 'DossierRevised' || after.open !== 'lead');
  if (before?.stage === after.stage && !turns) return { tasks: after.tasks, close: [], open: [] };
  const wanted = tasksOf(after, event);
  const tasks = wanted.map(({ kind }) => kind);
  const ended = after.tasks.filter((kind) => !tasks.includes(kind));
  const begun = wanted.filter(({ kind }) => !after.tasks.includes(kind));
  return {
    tasks,
    close: [
      ...(stageOf(after).final ? [{}] : []),
      ...(ended.length > 0 ? [{ kinds: ended, ref: 'task' }] : []),
    ],
    open: begun.map((task) => taskItem(after, headquarters, task)),
  };
};

const CONCLUDE: Task = { command: 'ConcludeRound', kind: 'conclusion-wanted', role: 'LIAISON', at: 'lead' };
export const conclusionWanted = CONCLUDE.kind;

const spoken: ReadonlySet<LedgerEvent['type']> = new Set(['PositionSet', 'ParticipantReleased'] as const);

/** The lead may look at concluding when the time is over or nobody is left to be heard. */
const concludes = (before: InboxCase | undefined, after: InboxCase, event: LedgerEvent): boolean => {
  if (event.type === 'RoundOpened') return after.awaited.length === 0;
  if (after.tasks.includes(CONCLUDE.kind)) return false;
  const wasAwaited = spoken.has(event.type) && before!.awaited.length > 0;
  return (wasAwaited && after.awaited.length === 0) || event.type === 'RoundDeadlinePassed';
};

/** The task of concluding; a new round takes the one of the round before away. */
export const conclusionChanges = (
  before: InboxCase | undefined,
  after: InboxCase,
  event: LedgerEvent,
  headquarters: string,
): Changes => ({
  close: event.type === 'RoundOpened' ? [{ kinds: [CONCLUDE.kind] }] : [],
  open: concludes(before, after, event) ? [taskItem(after, headquarters, CONCLUDE)] : [],
});
