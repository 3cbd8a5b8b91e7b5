import type { EventData } from '#contracts';
import { unchanged, type Folds } from '../dossier/fold.js';
import type { Dossier } from '../dossier/state.js';
import type { Thread } from './thread.js';

type ThreadEvent =
  | 'ThreadRaised'
  | 'ThreadAnswered'
  | 'DispositionProved'
  | 'ThreadClosed'
  | 'ThreadReopened'
  | 'ThreadWithdrawn'
  | 'EscalationProposed'
  | 'ThreadEscalated'
  | 'ThreadReserved'
  | 'MemorandumRecorded'
  | 'MemorandumConfirmed'
  | 'AnswersOverdue';

const changed = (dossier: Dossier, ref: string, change: (thread: Thread) => Thread): Dossier => ({
  ...dossier,
  threads: dossier.threads.map((thread) => (thread.ref === ref ? change(thread) : thread)),
});

const withThread = (dossier: Dossier, ref: string, change: Partial<Thread>): Dossier =>
  changed(dossier, ref, (thread) => ({ ...thread, ...change }));

/** A new answer replaces the former one as a whole: its disposition, its proof and what it was closed by. */
const unanswered = ({ disposition: _, proof: __, closedBy: ___, ...thread }: Thread): Thread => thread;

const raised = (data: EventData<'ThreadRaised'>): Thread => ({
  ref: data.thread,
  organ: data.organ,
  roundNo: data.roundNo,
  kind: data.kind,
  weight: data.weight,
  ...(data.clauseId && { clauseId: data.clauseId }),
  body: data.body,
  ...(data.proposedText && { proposedText: data.proposedText }),
  state: 'OPEN',
  reopened: 0,
  level: 0,
});

/** Whoever raises it again is not content with the words it proposed before. */
const unsatisfied = ({ proposedText: _, ...thread }: Thread): Thread => thread;

export const threadFolds: Folds<ThreadEvent> = {
  ThreadRaised: (dossier, data) => ({ ...dossier, threads: [...dossier.threads, raised(data)] }),
  ThreadAnswered: (dossier, { thread, disposition, proof }) =>
    changed(dossier, thread, (old) => ({
      ...unanswered(old),
      state: 'ANSWERED',
      ...(disposition && { disposition }),
      ...(proof && { proof }),
    })),
  DispositionProved: (dossier, { thread, proof }) => withThread(dossier, thread, { proof }),
  ThreadClosed: (dossier, { thread, by }) => withThread(dossier, thread, { state: 'CLOSED', closedBy: by }),
  ThreadReopened: (dossier, { thread, times, proposedText }) =>
    changed(dossier, thread, (old) => ({
      ...unsatisfied(old),
      state: 'REOPENED',
      reopened: times,
      ...(proposedText && { proposedText }),
    })),
  ThreadWithdrawn: (dossier, { thread }) => withThread(dossier, thread, { state: 'WITHDRAWN' }),
  EscalationProposed: unchanged,
  ThreadEscalated: (dossier, { thread, level }) => withThread(dossier, thread, { state: 'ESCALATED', level }),
  ThreadReserved: (dossier, { thread, reason }) =>
    withThread(dossier, thread, { state: 'RESERVED', reservation: reason }),
  MemorandumRecorded: (dossier, data) => ({
    ...dossier,
    memoranda: [...dossier.memoranda, { ...data, confirmedBy: [data.organ] }],
  }),
  MemorandumConfirmed: (dossier, { memorandumNo, organ }) => ({
    ...dossier,
    memoranda: dossier.memoranda.map((memorandum) =>
      memorandum.memorandumNo === memorandumNo
        ? { ...memorandum, confirmedBy: [...memorandum.confirmedBy, organ] }
        : memorandum,
    ),
  }),
  AnswersOverdue: unchanged,
};
