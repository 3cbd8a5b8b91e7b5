import type { LedgerEvent, Role } from '#contracts';
import { procedureOf, stageOf } from './case.js';
import type { InboxCase } from './inbox-case.js';
import type { Changes, Opening } from './inbox-changes.js';

interface Task {
  command: string;
  kind: string;
  role: Role;
  at: 'lead' | 'headquarters';
  variant?: 'delta';
  /** What else must hold. */
  when?: (dossier: InboxCase) => boolean;
}

/** Whose turn it is while a command is the next step; of several in this list the first is the way ahead. */
const steps: Task[] = [
  {
    command: 'ApproveDossier',
    kind: 'approval-wanted',
    role: 'MIN_APPROVER',
    at: 'lead',
    when: ({ outcome }) => !outcome.approved,
  },
  { command: 'FileDossier', kind: 'filing-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'AcceptDossier', kind: 'check-wanted', role: 'SECR_INTAKE', at: 'headquarters' },
  {
    command: 'ReviseDossier',
    kind: 'legal-objections',
    role: 'DESK',
    at: 'lead',
    when: ({ outcome }) => outcome.legalObjections,
  },
  {
    command: 'OpenRound',
    kind: 'delta-round-wanted',
    role: 'LIAISON',
    at: 'lead',
    variant: 'delta',
    // While a round runs, its end is what is awaited.
    when: (dossier) => dossier.outcome.changed && stageOf(dossier).holder !== 'participants',
  },
  {
    command: 'RequestLegalCheck',
    kind: 'legal-check-request-wanted',
    role: 'SECR_REVIEWER',
    at: 'headquarters',
    when: ({ outcome }) => outcome.needsLegalCheck && !outcome.legallyChecked,
  },
  {
    command: 'RecordLegalCheck',
    kind: 'legal-check-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome }) => !outcome.legallyChecked,
  },
  { command: 'BeginReview', kind: 'review-wanted', role: 'SECR_REVIEWER', at: 'headquarters' },
  { command: 'ReportReview', kind: 'report-wanted', role: 'SECR_REVIEWER', at: 'headquarters' },
  {
    command: 'EndorseDossier',
    kind: 'endorsement-wanted',
    role: 'SECR_APPROVER',
    at: 'headquarters',
    when: ({ mustConsult, outcome }) => !mustConsult || outcome.agreed,
  },
  {
    command: 'LodgeItem',
    kind: 'item-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome }) => outcome.meets && !outcome.lodged,
  },
  {
    command: 'PlaceOnAgenda',
    kind: 'agenda-wanted',
    role: 'SECR_APPROVER',
    at: 'headquarters',
    when: ({ outcome }) => outcome.meets && outcome.agenda !== 'FINAL',
  },
  {
    command: 'DecideDossier',
    kind: 'decision-wanted',
    role: 'SECR_DIRECTOR',
    at: 'headquarters',
  },
  {
    command: 'OpenPublicComment',
    kind: 'public-comment-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome }) => !outcome.comment,
  },
  { command: 'RequestFinalApproval', kind: 'final-request-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'OpenRound', kind: 'round-wanted', role: 'LIAISON', at: 'lead' },
];

const undisposed = ({ outcome: { comment } }: InboxCase): boolean => {
  if (!comment || comment.received === null) return false;
  return Object.values(comment.groups).reduce((sum, count) => sum + count, 0) < comment.received;
};

/** Steps that stand beside the way ahead. */
const sideSteps: Task[] = [
  {
    command: 'PublishDossier',
    kind: 'publication-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ published }) => !published,
  },
  { command: 'ActivateDossier', kind: 'activation-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'DisposeComments', kind: 'comments-to-dispose', role: 'DESK', at: 'lead', when: undisposed },
  {
    command: 'PublishCommentResult',
    kind: 'comment-result-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome: { comment } }) => comment !== null && comment.received !== null && !comment.published,
  },
  {
    command: 'ConfirmDossier',
    kind: 'review-due',
    role: 'LIAISON',
    at: 'lead',
    when: ({ stage }) => stage === 'REVIEW_DUE',
  },
];

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
