import { Problem, type Command, type EventData } from '#contracts';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import { invalid } from '../dossier/references.js';
import { leads, type Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { threadInPlay } from './in-play.js';
import type { Round } from './round.js';
import { requireMovingRound } from './running.js';
import type { Thread } from './thread.js';
import { clauseIn } from './wording.js';

type Recording = Command<'RecordMemorandum'>['data'];

const requireRecorder = (dossier: Dossier, round: Round, organ: string, threads: readonly Thread[]): void => {
  if (leads(dossier).includes(organ)) return;
  if (threads.length > 0 && threads.some((thread) => thread.organ === organ)) return;
  if (threads.length === 0 && round.stands.some((stand) => stand.organ === organ)) return;
  const who = threads.length > 0 ? 'the ministries of its threads' : 'the participants of the round';
  throw notByThisRole(`A memorandum is recorded by the lead or ${who}.`, 'memorandum-parties');
};

const requireClauses = ({ current }: Dossier, { clauseIds }: Recording): void => {
  const faults = clauseIds.flatMap((id, i) =>
    clauseIn(current.body, id)
      ? []
      : [{ path: `clauseIds.${i}`, message: `there is no clause ${id} in version ${current.no}` }],
  );
  if (faults.length > 0) throw invalid(faults);
};

/** 覚書・確認事項. Whoever records it has agreed; the lead and the other ministries of its threads confirm it. */
export const recordMemorandum: Decision<'RecordMemorandum'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const round = requireMovingRound(dossier);
  const { data, actor } = command;
  const { organ, text, clauseIds } = data;
  if (actor.organ !== organ) throw notByThisRole(`You do not act for ${organ}.`, 'memorandum-parties');
  const refs = [...new Set(data.threads)];
  const threads = refs.map((ref) => threadInPlay(dossier, ref));
  requireRecorder(dossier, round, organ, threads);
  requireClauses(dossier, data);
  const concerned = new Set([dossier.current.body.head.lead, ...threads.map((thread) => thread.organ)]);
  const parties = [...concerned].filter((party) => party !== organ);
  if (parties.length === 0)
    throw guardRefused('memorandum-parties', 'threads: name a thread of the ministry that you agreed with.');
  const recorded: EventData<'MemorandumRecorded'> = {
    memorandumNo: dossier.memoranda.length + 1,
    organ,
    parties,
    level: Math.max(0, ...threads.map(({ level }) => level)),
    threads: refs,
    clauseIds: [...new Set(clauseIds)],
    text,
  };
  return [{ type: 'MemorandumRecorded', data: recorded }];
};

/** Confirms the words as they stand, once for each party. */
export const confirmMemorandum: Decision<'ConfirmMemorandum'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const { organ, memorandumNo } = command.data;
  if (command.actor.organ !== organ)
    throw notByThisRole(`You do not act for ${organ}.`, 'memorandum-parties');
  const memorandum = dossier.memoranda.find((one) => one.memorandumNo === memorandumNo);
  if (!memorandum) throw new Problem('not-found', `There is no memorandum ${memorandumNo}.`);
  if (memorandum.confirmedBy.includes(organ))
    throw guardRefused('confirmed-already', `${organ} has confirmed memorandum ${memorandumNo}.`);
  if (!memorandum.parties.includes(organ))
    throw notByThisRole(`${organ} is no party to memorandum ${memorandumNo}.`, 'memorandum-parties');
  return [{ type: 'MemorandumConfirmed', data: { memorandumNo, organ } }];
};
