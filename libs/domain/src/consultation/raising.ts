import type { Command, DossierBody, EventData } from '#contracts';
import { invalid } from '../dossier/references.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { requireCommenter, requireState, threadInPlay } from './in-play.js';
import { requireMovingRound, requireStand } from './running.js';
import { startThread, stopAll } from './thread-clocks.js';
import { clauseIn, standsIn } from './wording.js';

type Raised = Command<'RaiseThread'>['data']['thread'];

/** The clause and the quotation must be found in the text that is consulted on. */
const requireAnchor = (thread: Raised, body: DossierBody, versionNo: number): void => {
  const { clauseId, quotedText } = thread;
  const refuse = (path: string, message: string) => invalid([{ path: `thread.${path}`, message }]);
  if (clauseId === undefined) {
    if (quotedText !== undefined) throw refuse('clauseId', 'say which clause you quote');
    if ('proposedText' in thread && thread.proposedText !== undefined)
      throw refuse('clauseId', 'say which clause your text is for');
    return;
  }
  const clause = clauseIn(body, clauseId);
  if (!clause) throw refuse('clauseId', `there is no clause ${clauseId} in version ${versionNo}`);
  if (quotedText !== undefined && !standsIn(clause, quotedText))
    throw refuse('quotedText', `it is not found in clause ${clauseId} of version ${versionNo}`);
};

const nextRef = ({ threads }: Dossier, organ: string): string =>
  `${organ}#${threads.filter((thread) => thread.organ === organ).length + 1}`;

/** 質問・意見. One that comes when answers are being written already has a clock of its own. */
export const raiseThread: Decision<'RaiseThread'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at } = command;
  const { organ, thread } = data;
  const round = requireMovingRound(dossier, data.roundNo);
  requireStand(round, organ);
  const { no: versionNo, body } = round.version;
  requireAnchor(thread, body, versionNo);
  const ref = nextRef(dossier, organ);
  const raised: EventData<'ThreadRaised'> = {
    roundNo: round.no,
    thread: ref,
    organ,
    versionNo,
    ...thread,
    late: at > round.dueAt,
  };
  const holder = dossier.current.body.head.lead;
  const days = setting.cabinet.policy.clockDays.answer;
  const clock = { kind: 'answer', ref, roundNo: round.no, holder, days } as const;
  return [
    { type: 'ThreadRaised', data: raised },
    ...(round.state === 'ANSWERING' ? startThread(dossier, clock, at, setting) : []),
  ];
};

/** 取下げ. */
export const withdrawThread: Decision<'WithdrawThread'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const thread = threadInPlay(dossier, command.data.thread);
  requireCommenter(thread, command.actor);
  requireState(thread, ['OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED'], 'withdrawn');
  return [{ type: 'ThreadWithdrawn', data: command.data }, ...stopAll(dossier, thread.ref)];
};
