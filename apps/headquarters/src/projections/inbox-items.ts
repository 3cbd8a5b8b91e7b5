import { type Cabinet, type LedgerEvent, type Role } from '#contracts';
import { procedureOf, stageOf, type Case } from './case.js';
import { approvalChanges } from './inbox-approval.js';
import { isAsked, type InboxCase } from './inbox-case.js';

/** What an event means for the inboxes depends on these too. */
export interface Around {
  cabinet: Cabinet;
  /** Of the similar dossiers an OverlapsFound names, those that the lead may know. */
  knownSimilar: number;
}

export interface Opening {
  organ: string;
  role: Role | null;
  kind: string;
  /** Asks for nothing; it is there to be known. */
  notice: boolean;
  /** Groups items that end together, e.g. the notices of one clock. */
  ref: string;
  dueAt?: string;
  mandatoryExplicit?: boolean;
}

/** Which items end; an absent field stands for any. */
export interface Closing {
  kinds?: string[];
  organ?: string;
  ref?: string;
}

export interface Changes {
  close: Closing[];
  open: Opening[];
}

interface Task {
  command: string;
  kind: string;
  role: Role;
  at: 'lead' | 'headquarters';
}

/** Whose turn it is while a command is the next step; of several in this list the first is the way ahead. */
const steps: Task[] = [
  { command: 'ApproveDossier', kind: 'approval-wanted', role: 'MIN_APPROVER', at: 'lead' },
  { command: 'FileDossier', kind: 'filing-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'AcceptDossier', kind: 'check-wanted', role: 'SECR_INTAKE', at: 'headquarters' },
  { command: 'BeginReview', kind: 'review-wanted', role: 'SECR_REVIEWER', at: 'headquarters' },
  { command: 'EndorseDossier', kind: 'endorsement-wanted', role: 'SECR_APPROVER', at: 'headquarters' },
  { command: 'DecideDossier', kind: 'decision-wanted', role: 'SECR_DIRECTOR', at: 'headquarters' },
  { command: 'OpenRound', kind: 'round-wanted', role: 'LIAISON', at: 'lead' },
];

/** Steps that stand beside the way ahead. */
const sideSteps: Task[] = [
  { command: 'PublishDossier', kind: 'publication-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'ActivateDossier', kind: 'activation-wanted', role: 'LIAISON', at: 'lead' },
];

const tasksOf = (dossier: InboxCase, event: LedgerEvent): Task[] => {
  if (event.type === 'DossierReturned')
    return [{ command: 'ReviseDossier', kind: 'correction-wanted', role: 'LIAISON', at: 'lead' }];
  if (event.type === 'ApprovalRefused')
    return [{ command: 'ReviseDossier', kind: 'redraft-wanted', role: 'DESK', at: 'lead' }];
  const { transitions } = procedureOf(dossier);
  const isPossible = ({ command }: Task) =>
    transitions.some((t) => t.command === command && t.from.includes(dossier.stage));
  const beside = sideSteps.filter(
    (task) => isPossible(task) && !(task.kind === 'publication-wanted' && dossier.published),
  );
  return [...steps.filter(isPossible).slice(0, 1), ...beside];
};

const taskItem = (dossier: InboxCase, headquarters: string, { at, role, kind }: Task): Opening => ({
  organ: at === 'lead' ? dossier.lead : headquarters,
  role: kind === 'endorsement-wanted' && dossier.heavy ? 'SECR_DIRECTOR' : role,
  ...{ kind, notice: false, ref: 'task' },
});

const notice = (kind: string, ref: string, organs: string[], dueAt?: string): Opening[] =>
  [...new Set(organs)].map((organ) => ({
    organ,
    role: null,
    kind,
    notice: true,
    ref,
    ...(dueAt && { dueAt }),
  }));

const clockKinds = ['clock-warned', 'clock-due', 'clock-overdue'];

/** Who is to know that a clock comes to its end: its holder, for a round whoever is still silent, and the secretariat. */
const warned = (dossier: InboxCase, clock: string, holder: string, headquarters: string): string[] => {
  const silent = /^round-\d+$/.test(clock) ? dossier.awaited : [];
  return dossier.open === 'lead' ? [holder] : [holder, headquarters, ...silent];
};

const clockChanges = (dossier: InboxCase, event: LedgerEvent, headquarters: string): Changes => {
  switch (event.type) {
    case 'ClockWarned':
    case 'ClockDue':
    case 'ClockOverdue': {
      const { clock, epoch, holder, dueAt } = event.data;
      const ref = `clock:${clock}:${epoch}`;
      const organs = warned(dossier, clock, holder, headquarters);
      const kind = { ClockWarned: 'clock-warned', ClockDue: 'clock-due', ClockOverdue: 'clock-overdue' }[
        event.type
      ];
      return { close: [{ ref }], open: notice(kind, ref, organs, dueAt) };
    }
    case 'ClockStopped':
      return { close: [{ ref: `clock:${event.data.clock}:${event.data.epoch}` }], open: [] };
    default:
      return { close: [], open: [] };
  }
};

const circulated = ({ data: { dueAt, participants, roundNo } }: LedgerEvent<'RoundOpened'>): Opening[] => {
  const ref = `round:${roundNo}`;
  const informed = participants.filter((one) => !isAsked(one)).map(({ organ }) => organ);
  const wanted = participants.filter(isAsked).map(({ organ, mandatoryExplicit }): Opening => ({
    ...{ organ, role: 'LIAISON', kind: 'position-wanted', notice: false, ref },
    ...{ dueAt, mandatoryExplicit },
  }));
  return [...wanted, ...notice('round-opened', ref, informed, dueAt)];
};

const roundChanges = (event: LedgerEvent): Changes => {
  const kinds = ['position-wanted'];
  switch (event.type) {
    case 'RoundOpened':
      return { close: [], open: circulated(event) };
    case 'PositionSet':
      return { close: [{ kinds: [...kinds, ...clockKinds], organ: event.data.organ }], open: [] };
    case 'SilenceRecorded':
      return {
        close: event.data.as === 'OVERDUE_EXPLICIT' ? [] : [{ kinds, organ: event.data.organ }],
        open: [],
      };
    case 'RoundConcluded':
    case 'DossierReturned':
      return { close: [{ kinds: [...kinds, 'round-opened'] }], open: [] };
    default:
      return { close: [], open: [] };
  }
};

const outcomes: Partial<Record<LedgerEvent['type'], string>> = {
  DossierEndorsed: 'endorsed',
  EndorsementDeclined: 'endorsement-declined',
  DossierDecided: 'decided',
  DossierLapsed: 'lapsed',
};

const noticeChanges = (dossier: Case, event: LedgerEvent, { cabinet, knownSimilar }: Around): Changes => {
  const overlap = { kinds: ['overlap-found'] };
  const outcome = outcomes[event.type];
  if (outcome) return { close: [overlap], open: notice(outcome, 'outcome', [dossier.lead]) };
  if (event.type === 'DossierReturned') return { close: [overlap], open: [] };
  if (event.type !== 'OverlapsFound') return { close: [], open: [] };
  // A notice to the lead of what it may not know would say that somebody has filed something of the kind.
  const organs = [
    ...(knownSimilar > 0 ? [dossier.lead] : []),
    ...(event.data.similar.length > 0 ? [cabinet.headquarters] : []),
  ];
  return { close: [overlap], open: notice('overlap-found', 'overlap', organs) };
};

const moved = (before: InboxCase | undefined, after: InboxCase, event: LedgerEvent, headquarters: string) => {
  if (before?.stage === after.stage && event.type !== 'DossierPublished')
    return { tasks: after.tasks, close: [], open: [] };
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

/** The lead may look at concluding when the time is over or nobody is left to be heard. */
const concludes = (before: InboxCase | undefined, after: InboxCase, event: LedgerEvent): boolean => {
  if (after.tasks.includes(CONCLUDE.kind)) return false;
  const wasAwaited =
    event.type === 'RoundOpened' || (event.type === 'PositionSet' && before!.awaited.length > 0);
  return (wasAwaited && after.awaited.length === 0) || event.type === 'RoundDeadlinePassed';
};

/** What an event opens and closes in the inboxes, and the case with its open tasks. Pure. Close first, then open. */
export const changesOf = (
  before: InboxCase | undefined,
  after: InboxCase,
  event: LedgerEvent,
  around: Around,
): Changes & { next: InboxCase } => {
  const { headquarters } = around.cabinet;
  const stage = moved(before, after, event, headquarters);
  const conclude = concludes(before, after, event);
  const all = [
    stage,
    clockChanges(after, event, headquarters),
    roundChanges(event),
    noticeChanges(after, event, around),
    approvalChanges(event),
  ];
  return {
    next: { ...after, tasks: conclude ? [...stage.tasks, CONCLUDE.kind] : stage.tasks },
    close: all.flatMap(({ close }) => close),
    open: [
      ...all.flatMap(({ open }) => open),
      ...(conclude ? [taskItem(after, headquarters, CONCLUDE)] : []),
    ],
  };
};
