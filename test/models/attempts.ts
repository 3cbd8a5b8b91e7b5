import type { Actor, CommandName } from '#contracts';
import type { Dossier } from '#domain';
import { actor, desk, liaison } from '../../libs/domain/src/testing';
import type { Consultation } from './consultation';
import { mayFit } from './sense';
import type { Step } from './steps';
import type { Thread, Words } from './world';

/** A command for the code, and the same for the reference. */
export interface Attempt {
  name: CommandName;
  data: object;
  by: Actor;
  refer: (it: Consultation) => void;
}

/** What a command has to know of the code's side. */
interface Scene {
  dossier: Dossier;
  named: object[];
  members: string[];
  at: (hour: 'due', day: number) => string;
}

export type Commanding = Exclude<Step, { do: 'everybody' | 'settle' | 'pass' }>;
type Of<What extends Step['do']> = Extract<Step, { do: What }>;
type Attempts = { [What in Commanding['do']]: (step: Of<What>, it: Consultation, scene: Scene) => Attempt };

export const head = 'LED';
export const lead = liaison(head);
const approver = actor('SECR_APPROVER', 'HQ');
const either = (by: string) => (by === 'lead' ? lead : approver);
const because = { reason: '理由' };
const first = '当初の案。';

const roundNo = (it: Consultation) => it.running?.no ?? 1;

/** Three in four numbers mean an organ that takes part. */
const organOf = (i: number, it: Consultation, { members }: Scene): string => {
  const asked = it.running?.seats.map(({ organ }) => organ) ?? [];
  const among = i < 9 && asked.length > 0 ? asked : members;
  return among[i % among.length]!;
};

/** Three in four numbers mean a thread with which it may succeed, if there is one; the others any. */
const threadOf = (step: { do: Step['do']; thread: number }, it: Consultation) => {
  const fits = step.thread < 9 ? mayFit(step.do, it) : [];
  const among = fits.length > 0 ? fits : it.threads;
  return among[step.thread % Math.max(among.length, 1)] ?? ({ ref: 'O1#1', organ: 'O1' } as Thread);
};

/** Whose voice it is: the commenter's, the lead's, or that of somebody else by name. */
const voice = (by: string, { organ }: Thread) => ({ commenter: organ, lead: head })[by] ?? by;

/** Without words, those that stand there. */
const wordsOf = ({ clause, text }: { clause: string; text?: string }, it: Consultation): Words => ({
  clause,
  text: text ?? it.text[clause] ?? first,
});
const proofOf = ({ clause, text }: Words, { dossier }: Scene) => ({
  proof: { versionNo: dossier.current.no, clauseId: clause, text },
});

const editOf = (clause: string, text: string | undefined, it: Consultation): object => {
  if (text === undefined) return { op: 'remove', clauseId: clause };
  if (clause in it.text) return { op: 'replace', clauseId: clause, text };
  return { op: 'insert', parent: null, after: 'c', clause: { id: clause, text, tags: [], children: [] } };
};

const ending = (how: 'close' | 'withdraw', ref: string, by: string): Attempt => ({
  name: how === 'close' ? 'CloseThread' : 'WithdrawThread',
  data: { thread: ref },
  by: liaison(by),
  refer: (it) => it[how](ref, by),
});
const endingOf = (step: Of<'close'> | Of<'withdraw'>, it: Consultation): Attempt => {
  const thread = threadOf(step, it);
  return ending(step.do, thread.ref, voice(step.by, thread));
};

const attempts: Attempts = {
  open: (step, it, scene) => {
    const { by, days } = step;
    const again = it.stage !== 'ACCEPTED';
    const kind = step.kind ?? (again ? 'DELTA' : 'FULL');
    const named = step.named ? [[organOf(step.named[0], it, scene), step.named[1]] as const] : [];
    const participants = again ? named.map(([organ, mode]) => ({ organ, mode })) : scene.named;
    const dueAt = days === undefined ? {} : { dueAt: scene.at('due', it.from + days) };
    return {
      name: 'OpenRound',
      data: { kind, participants, ...because, ...dueAt },
      by: either(by),
      refer: (one) => one.open({ kind, by, named, ...(days !== undefined && { days }) }),
    };
  },
  say: ({ organ: i, position }, it, scene) => saying(organOf(i, it, scene), position, it),
  raise: (step, it, scene) => {
    const organ = organOf(step.organ, it, scene);
    const { weight, question, clause } = step;
    const proposed = question ? undefined : step.proposed;
    const said = {
      ...{ kind: question ? 'QUESTION' : 'OPINION', weight, body: '意見' },
      ...(clause && { clauseId: clause }),
      ...(proposed && { proposedText: proposed }),
    };
    const thread = { weight, question, ...(clause && { clause }), ...(proposed && { proposed }) };
    return {
      name: 'RaiseThread',
      data: { roundNo: roundNo(it), organ, thread: said },
      by: liaison(organ),
      refer: (one) => one.raise(organ, thread),
    };
  },
  answer: (step, it, scene) => {
    const { ref } = threadOf(step, it);
    const { disposition } = step;
    const proof = step.proof && wordsOf(step.proof, it);
    const said = { ...(disposition && { disposition }), ...(proof && proofOf(proof, scene)) };
    return {
      name: 'AnswerThread',
      data: { thread: ref, answer: '回答', ...said },
      by: desk(head),
      refer: (one) => one.answer(ref, disposition, proof),
    };
  },
  prove: (step, it, scene) => {
    const { ref } = threadOf(step, it);
    const proof = wordsOf(step.proof, it);
    return {
      name: 'ProveDisposition',
      data: { thread: ref, ...proofOf(proof, scene) },
      by: lead,
      refer: (one) => one.prove(ref, proof),
    };
  },
  object: (step, it, scene) => {
    const organ = organOf(step.organ, it, scene);
    const also = step.also === undefined ? undefined : scene.members[step.also % scene.members.length];
    const claim = also ? { claim: 'ALSO', also } : { claim: 'NOT_OURS' };
    return {
      name: 'ObjectAllocation',
      data: { roundNo: roundNo(it), organ, ...claim, ...because },
      by: liaison(organ),
      refer: (one) => one.object(organ, also),
    };
  },
  rule: (step, it) => {
    const objections = it.running?.objections ?? [];
    const pending = objections.filter(({ decided }) => !decided);
    const no = (pending[step.no] ?? pending[0] ?? objections[0])?.no ?? 1;
    const ruling = step.upheld ? 'UPHELD' : 'DISMISSED';
    return {
      name: 'RuleOnAllocation',
      data: { roundNo: roundNo(it), objectionNo: no, ruling, ...because },
      by: approver,
      refer: (one) => one.rule(no, step.upheld),
    };
  },
  close: endingOf,
  withdraw: endingOf,
  reopen: (step, it) => {
    const thread = threadOf(step, it);
    const [{ ref }, by, { proposed }] = [thread, voice(step.by, thread), step];
    return {
      name: 'ReopenThread',
      data: { thread: ref, body: '再意見', ...(proposed && { proposedText: proposed }) },
      by: liaison(by),
      refer: (one) => one.reopen(ref, by, proposed),
    };
  },
  escalate: (step, it) => {
    const thread = threadOf(step, it);
    const [{ ref }, by] = [thread, voice(step.by, thread)];
    const data = { thread: ref, organ: by, ...because };
    return { name: 'EscalateThread', data, by: liaison(by), refer: (one) => one.escalate(ref, by) };
  },
  reserve: (step, it) => {
    const thread = threadOf(step, it);
    const [{ ref }, by] = [thread, voice(step.by, thread)];
    const who = by === 'secretariat' ? approver : liaison(by);
    const data = { thread: ref, ...because };
    return { name: 'ReserveThread', data, by: who, refer: (one) => one.reserve(ref, by) };
  },
  suspend: ({ by }, it) => ({
    name: 'SuspendRound',
    data: { roundNo: roundNo(it), ...because },
    by: either(by),
    refer: (one) => one.suspend(by),
  }),
  resume: ({ right }, it) => {
    const by = (it.running?.suspended?.by === 'lead') === right > 0 ? 'lead' : 'secretariat';
    const data = { roundNo: roundNo(it), ...because };
    return { name: 'ResumeRound', data, by: either(by), refer: (one) => one.resume(by) };
  },
  extend: ({ by, days }, it, scene) => ({
    name: 'ExtendRound',
    data: { roundNo: roundNo(it), dueAt: scene.at('due', (it.running?.due ?? 0) + days), ...because },
    by: either(by),
    refer: (one) => one.extend(by, days),
  }),
  revise: (step, it) => {
    const { clause } = step;
    // Only the last clause is ever taken out and put back.
    const text = clause === 'e' ? step.text : (step.text ?? first);
    const data = { type: 'guideline', clauseEdits: [editOf(clause, text, it)] };
    return { name: 'ReviseDossier', data, by: desk(head), refer: (one) => one.revise(clause, text) };
  },
  mark: ({ clause }, _, { dossier }) => ({
    name: 'MarkEditorial',
    data: { versionNo: dossier.current.no, clauseIds: [clause], ...because },
    by: actor('SECR_REVIEWER', 'HQ'),
    refer: (one) => one.mark(clause),
  }),
  conclude: (_, it) => ({
    name: 'ConcludeRound',
    data: { roundNo: roundNo(it) },
    by: lead,
    refer: (one) => one.conclude(),
  }),
  abandon: (_, it) => ({
    name: 'AbandonRound',
    data: { roundNo: roundNo(it), ...because },
    by: lead,
    refer: (one) => one.abandon(),
  }),
};

export const saying = (organ: string, position: Of<'say'>['position'], it: Consultation): Attempt => ({
  name: 'SetPosition',
  data: { roundNo: roundNo(it), organ, position },
  by: liaison(organ),
  refer: (one) => one.position(organ, position),
});

/** A commenter ends its own thread. */
export const settling = (how: 'close' | 'withdraw', { ref, organ }: Thread): Attempt =>
  ending(how, ref, organ);

export const attemptOf = (step: Commanding, it: Consultation, scene: Scene): Attempt =>
  (attempts[step.do] as (step: Commanding, it: Consultation, scene: Scene) => Attempt)(step, it, scene);
