import { type LedgerEvent, type Role } from '#contracts';
import { procedureOf, stageOf, type Case } from './case.js';

/** What the inbox must know of a dossier besides the case. */
export interface InboxCase extends Case {
  /** Kinds of tasks open now. */
  tasks: string[];
  /** Organs whose position is awaited. */
  awaited: string[];
  published: boolean;
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

const taskItem = (dossier: Case, headquarters: string, { at, role, kind }: Task): Opening => ({
  organ: at === 'lead' ? dossier.lead : headquarters,
  ...{ role, kind, notice: false, ref: 'task' },
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

const clockChanges = (dossier: Case, event: LedgerEvent, headquarters: string): Changes => {
  switch (event.type) {
    case 'ClockWarned':
    case 'ClockDue':
    case 'ClockOverdue': {
      const { clock, epoch, holder, dueAt } = event.data;
      const ref = `clock:${clock}:${epoch}`;
      const organs = dossier.open === 'lead' ? [holder] : [holder, headquarters];
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

const roundChanges = (dossier: InboxCase, event: LedgerEvent): Changes => {
  const kinds = ['position-wanted'];
  switch (event.type) {
    case 'RoundOpened': {
      const { dueAt, participants, roundNo } = event.data;
      const open = participants.map(({ organ, mandatoryExplicit }): Opening => ({
        ...{ organ, role: 'LIAISON', kind: 'position-wanted', notice: false, ref: `round:${roundNo}` },
        ...{ dueAt, mandatoryExplicit },
      }));
      return { close: [], open };
    }
    case 'PositionSet':
      return { close: [{ kinds, organ: event.data.organ }], open: [] };
    case 'SilenceRecorded':
      return {
        close: event.data.as === 'OVERDUE_EXPLICIT' ? [] : [{ kinds, organ: event.data.organ }],
        open: [],
      };
    case 'RoundConcluded':
      return { close: [{ kinds }], open: [] };
    default:
      return { close: [], open: [] };
  }
};

const outcomes: Partial<Record<LedgerEvent['type'], string>> = {
  DossierEndorsed: 'endorsed',
  EndorsementDeclined: 'endorsement-declined',
  DossierDecided: 'decided',
};

const noticeChanges = (dossier: Case, event: LedgerEvent, headquarters: string): Changes => {
  const overlap = { kinds: ['overlap-found'] };
  const outcome = outcomes[event.type];
  if (outcome) return { close: [overlap], open: notice(outcome, 'outcome', [dossier.lead]) };
  if (event.type === 'DossierReturned') return { close: [overlap], open: [] };
  if (event.type !== 'OverlapsFound') return { close: [], open: [] };
  const organs = event.data.similar.length > 0 ? [dossier.lead, headquarters] : [];
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

/** The lead may look at concluding when the time is over or everyone has spoken. */
const concludes = (before: InboxCase | undefined, after: InboxCase, event: LedgerEvent): boolean => {
  if (after.tasks.includes(CONCLUDE.kind)) return false;
  const allSpoke = event.type === 'PositionSet' && before!.awaited.length > 0 && after.awaited.length === 0;
  return allSpoke || event.type === 'RoundDeadlinePassed';
};

/** What an event opens and closes in the inboxes, and the case with its open tasks. Pure. Close first, then open. */
export const changesOf = (
  before: InboxCase | undefined,
  after: InboxCase,
  event: LedgerEvent,
  headquarters: string,
): Changes & { next: InboxCase } => {
  const stage = moved(before, after, event, headquarters);
  const conclude = concludes(before, after, event);
  const all = [
    stage,
    clockChanges(after, event, headquarters),
    roundChanges(after, event),
    noticeChanges(after, event, headquarters),
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

/** The case after an event, before its tasks are looked at. */
export const inboxCase = (before: InboxCase | undefined, followed: Case, event: LedgerEvent): InboxCase => {
  const { tasks = [], published = false } = before ?? {};
  return {
    ...followed,
    tasks,
    published: published || event.type === 'DossierPublished',
    awaited: awaitedAfter(before?.awaited ?? [], event),
  };
};

const awaitedAfter = (awaited: string[], event: LedgerEvent): string[] => {
  if (event.type === 'RoundOpened') return event.data.participants.map(({ organ }) => organ);
  if (event.type === 'PositionSet') return awaited.filter((organ) => organ !== event.data.organ);
  return event.type === 'RoundConcluded' ? [] : awaited;
};
