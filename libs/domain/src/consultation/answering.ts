import { type Command, type DomainEvent, type Proof } from '#contracts';
import { dueAfterDeadline, dueInstant } from '../clock/index.js';
import { guardRefused } from '../dossier/refusals.js';
import { invalid } from '../dossier/references.js';
import type { Dossier } from '../dossier/state.js';
import { startClock } from '../dossier/timing.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { acceptedByItsOwnWords, adopts, unproved } from './comment-ledger.js';
import { threadInPlay, requireState } from './in-play.js';
import type { Round } from './round.js';
import { requireMovingRound } from './running.js';
import {
  answersClock,
  clockOfAnswer,
  startThread,
  stopAnswers,
  stopThread,
  waiting,
} from './thread-clocks.js';
import type { Thread } from './thread.js';
import { clauseIn, sameWords, standsIn } from './wording.js';

/** Only the present text can be looked at, and the words must stand in the clause that is named. */
const requireProof = ({ current }: Dossier, { versionNo, clauseId, text }: Proof): void => {
  const refuse = (detail: string) => guardRefused('proof-not-in-text', `proof: ${detail}`);
  if (versionNo !== current.no)
    throw refuse(`only the present text, version ${current.no}, can be verified, not version ${versionNo}.`);
  const clause = clauseIn(current.body, clauseId);
  if (!clause) throw refuse(`there is no clause ${clauseId} in version ${versionNo}.`);
  if (!standsIn(clause, text))
    throw refuse(`the text is not found in clause ${clauseId} of version ${versionNo}.`);
};

/** An opinion gets a disposition; a question is explained, or just answered. */
const requireDisposition = (
  { kind, ref }: Thread,
  { disposition, proof }: Command<'AnswerThread'>['data'],
) => {
  const refuse = (path: string, message: string) => invalid([{ path, message }]);
  if (kind === 'OPINION' && !disposition)
    throw refuse('disposition', `${ref} is an opinion; answer it with a disposition`);
  if (kind === 'QUESTION' && disposition && disposition !== 'EXPLAINED')
    throw refuse('disposition', `${ref} is a question; answer it with EXPLAINED or without a disposition`);
  if (proof && disposition !== 'ADOPTED' && disposition !== 'PARTLY_ADOPTED')
    throw refuse('proof', 'only an adopted or partly adopted opinion is proved by the text');
};

/** A closed thread is answered anew only when the text that it was closed on is missing, e.g. after a later edit. */
const requireAnswerable = (dossier: Dossier, thread: Thread): void => {
  if (thread.state === 'CLOSED' && unproved(dossier, thread)) return;
  requireState(thread, ['OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED'], 'answered');
};

/** 回答・対処方針. Answering again corrects the answer, and the commenter's window begins anew. */
export const answerThread: Decision<'AnswerThread'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const { data, at } = command;
  const thread = threadInPlay(dossier, data.thread);
  requireAnswerable(dossier, thread);
  requireDisposition(thread, data);
  if (data.proof) requireProof(dossier, data.proof);
  const { ref, roundNo, organ } = thread;
  const window = {
    kind: 'reopen',
    ref,
    roundNo,
    holder: organ,
    days: setting.cabinet.policy.clockDays.reopen,
  } as const;
  return [
    { type: 'ThreadAnswered', data },
    ...stopThread(dossier, ref, ['answer', 'reopen']),
    ...stopAnswers(dossier, ref),
    ...startThread(dossier, window, at, setting),
  ];
};

/** What the commenter of a closed MUST has accepted: the words it was shown, else its own in their clause, and no others behind its back. */
const requireAccepted = (thread: Thread, proof: Proof): void => {
  const { state, proof: shown, ref, organ, weight } = thread;
  if (state !== 'CLOSED' || (!shown && weight !== 'MUST')) return;
  if (shown ? sameWords(shown.text, proof.text) : acceptedByItsOwnWords({ ...thread, proof })) return;
  const than = shown ? 'on another text' : 'before it was shown a text';
  throw guardRefused('accepted-text', `${organ} closed ${ref} ${than}; answer it anew (AnswerThread).`);
};

/** Points to the text that satisfies an adopted opinion; after it was closed, to words that were accepted. */
export const proveDisposition: Decision<'ProveDisposition'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const thread = threadInPlay(dossier, command.data.thread);
  requireState(thread, ['ANSWERED', 'ESCALATED', 'CLOSED'], 'proved');
  if (!adopts(thread))
    throw guardRefused('adopted', `${thread.ref} was not adopted; there is nothing to prove.`);
  requireAccepted(thread, command.data.proof);
  requireProof(dossier, command.data.proof);
  return [{ type: 'DispositionProved', data: command.data }];
};

/**
 * Starts the lead's clock for the answers, from the deadline of the round or, when all have spoken before, from now; a thread that
 * waits under a clock already gets no second one.
 */
export const beginAnswers = (dossier: Dossier, round: Round, at: string, setting: Setting): DomainEvent[] => {
  const isNew = waiting(dossier).some((thread) => !clockOfAnswer(dossier, thread));
  if (round.kind === 'INFORMAL' || !isNew) return [];
  const { calendar, cabinet } = setting;
  const days = cabinet.policy.clockDays.answer;
  const dueAt =
    at < round.dueAt ? dueInstant(calendar, at, days) : dueAfterDeadline(calendar, round.dueAt, days);
  const clock = { clock: answersClock(round.no), holder: dossier.current.body.head.lead, dueAt };
  return [startClock(dossier, clock, at, setting)];
};

/** Which MUSTs the lead has left without an answer until the end of this clock; the secretariat is warned. */
export const answersOverdue = (dossier: Dossier, clock: string): DomainEvent[] => {
  const late = waiting(dossier).filter(
    (thread) => thread.weight === 'MUST' && clockOfAnswer(dossier, thread) === clock,
  );
  const [first] = late;
  if (!first) return [];
  const ofRound = dossier.rounds.find(({ no }) => answersClock(no) === clock);
  const roundNo = ofRound?.no ?? first.roundNo;
  return [{ type: 'AnswersOverdue', data: { roundNo, threads: late.map(({ ref }) => ref) } }];
};
