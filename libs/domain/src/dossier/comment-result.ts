import type { Decision } from '../setting.js';
import { notInTheFuture } from './days.js';
import { disposed } from './outcome-facts.js';
import type { HeldComment } from './outcome-state.js';
import { clauseIds, invalid } from './references.js';
import { guardRefused } from './refusals.js';
import type { Dossier } from './state.js';
import { transition } from './transition.js';

/** The comment whose number is known. Throws guard-refused. */
const counted = ({ outcome: { comment } }: Dossier): HeldComment & { received: number; unique: number } => {
  const { received, unique } = comment ?? {};
  if (comment && received !== undefined && unique !== undefined) return { ...comment, received, unique };
  throw guardRefused('comment-counted', 'No public comment has been held and counted.');
};

/** 意見に対する考え方: the latest answer for a group counts. */
export const disposeComments: Decision<'DisposeComments'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const comment = counted(dossier);
  const { groupNo, count, changeMade, clauseId } = command.data;
  if (comment.resultPublished)
    throw guardRefused('comment-result-final', 'The result is published; its answers are final.');
  const left = comment.received - disposed(comment, groupNo);
  if (count > left)
    throw guardRefused(
      'comments-received',
      `count: ${comment.received} comments were received and ${left} of them are not in another group.`,
      { received: comment.received, left },
    );
  if (changeMade && clauseId === undefined)
    throw invalid([{ path: 'clauseId', message: 'name the clause that was changed' }]);
  if (clauseId !== undefined && !clauseIds(dossier.current.body.clauses).includes(clauseId))
    throw invalid([{ path: 'clauseId', message: `there is no clause ${clauseId}` }]);
  return [{ type: 'CommentGroupDisposed', data: command.data }];
};

/** Art. 43: zero is stated too. */
const statementOf = ({ received, unique }: { received: number; unique: number }, abandoned: boolean) => {
  const number =
    received === 0
      ? '提出された意見はなかった。 No comments were received.'
      : `提出された意見は${received}件であった(同一内容を除き${unique}件)。 ${received} ${received === 1 ? 'comment was' : 'comments were'} received, ${unique} of them different.`;
  return abandoned ? `${number} 命令等は定めないこととした。 The instrument was given up.` : number;
};

/** 結果の公示: once; after the instrument was given up once more, which says so (Art. 43(4)). */
export const publishCommentResult: Decision<'PublishCommentResult'> = (dossier, command, setting) => {
  const abandoned = dossier.stage === 'ABANDONED_AFTER_COMMENT';
  const stage = transition(dossier, command, setting);
  const comment = counted(dossier);
  if (comment.resultPublished && !abandoned)
    throw guardRefused('comment-result-final', 'The result has been published.');
  notInTheFuture('publishedOn', command.data.publishedOn, command.at, setting);
  const { received, unique } = comment;
  const statement = statementOf(comment, abandoned);
  return [
    {
      type: 'CommentResultPublished',
      data: { stage, ...command.data, received, unique, statement, abandoned },
    },
  ];
};

export const abandonAfterComment: Decision<'AbandonAfterComment'> = (dossier, command, setting) => [
  {
    type: 'CommentAbandoned',
    data: { stage: transition(dossier, command, setting), reason: command.data.reason },
  },
];
