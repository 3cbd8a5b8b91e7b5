import type { Disposition, EventData, Proof, ThreadState, Weight } from '#contracts';
import type { Folds } from '../dossier/fold.js';
import { unchanged } from '../dossier/fold.js';
import type { Dossier } from '../dossier/state.js';

/** A question or an opinion of one ministry. Threads belong to the consultation, not to a round. */
export interface Thread {
  ref: string;
  organ: string;
  roundNo: number;
  kind: 'QUESTION' | 'OPINION';
  weight: Weight;
  clauseId?: string;
  body: string;
  state: ThreadState;
  /** Re-questions and re-opinions so far. */
  reopened: number;
  /** Level of negotiation, 0 when it was not escalated. */
  level: number;
  disposition?: Disposition;
  proof?: Proof;
  closedBy?: 'commenter' | 'silence';
  /** Why it is maintained, when it is reserved. */
  reservation?: string;
}

/** What was agreed (覚書); it counts when every party has confirmed it. */
export interface Memorandum extends EventData<'MemorandumRecorded'> {
  confirmedBy: readonly string[];
}

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

const withThread = (dossier: Dossier, ref: string, change: Partial<Thread>): Dossier => ({
  ...dossier,
  threads: dossier.threads.map((thread) => (thread.ref === ref ? { ...thread, ...change } : thread)),
});

const raised = (data: EventData<'ThreadRaised'>): Thread => ({
  ref: data.thread,
  organ: data.organ,
  roundNo: data.roundNo,
  kind: data.kind,
  weight: data.weight,
  ...(data.clauseId && { clauseId: data.clauseId }),
  body: data.body,
  state: 'OPEN',
  reopened: 0,
  level: 0,
});

export const threadFolds: Folds<ThreadEvent> = {
  ThreadRaised: (dossier, data) => ({ ...dossier, threads: [...dossier.threads, raised(data)] }),
  ThreadAnswered: (dossier, { thread, disposition, proof }) =>
    withThread(dossier, thread, {
      state: 'ANSWERED',
      ...(disposition && { disposition }),
      ...(proof && { proof }),
    }),
  DispositionProved: (dossier, { thread, proof }) => withThread(dossier, thread, { proof }),
  ThreadClosed: (dossier, { thread, by }) => withThread(dossier, thread, { state: 'CLOSED', closedBy: by }),
  ThreadReopened: (dossier, { thread, times }) =>
    withThread(dossier, thread, { state: 'REOPENED', reopened: times }),
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
