import type { Words } from './say.js';

/** Questions, opinions and memoranda, by their numbers: what they say is in the consultation sheet. */
export const threadsWords = {
  ThreadRaised: ({ roundNo, thread, kind, weight, clauseId, late }) => [
    `第${roundNo}次協議の${kind === 'QUESTION' ? '質問' : `意見(${weight})`} ${thread}${clauseId ? `: ${clauseId}` : ''}${late ? '(期限後)' : ''}。`,
    `${thread}, ${kind === 'QUESTION' ? 'a question' : `an opinion (${weight})`}${clauseId ? ` on ${clauseId}` : ''}, was raised in round ${roundNo}${late ? ' (late)' : ''}.`,
  ],
  ThreadAnswered: ({ thread, disposition }, organ) => [
    `${organ}が${thread}に回答した${disposition ? `: ${disposition}` : ''}。`,
    `${organ} answered ${thread}${disposition ? `: ${disposition}` : ''}.`,
  ],
  DispositionProved: ({ thread, proof }) => [
    `${thread}の反映箇所: 第${proof.versionNo}版 ${proof.clauseId}。`,
    `${thread} is satisfied by ${proof.clauseId} of version ${proof.versionNo}.`,
  ],
  ThreadClosed: ({ thread, by }) =>
    by === 'silence'
      ? [`${thread}は再意見がなく終了した。`, `${thread} was closed: nothing was said to the answer in time.`]
      : [`${thread}は了となった。`, `${thread} was closed: the answer is accepted.`],
  ThreadReopened: ({ thread, times }) => [
    `${thread}に再意見(${times}回目)があった。`,
    `${thread} was reopened (${times}).`,
  ],
  ThreadWithdrawn: ({ thread }) => [`${thread}は取り下げられた。`, `${thread} was withdrawn.`],
  EscalationProposed: ({ thread, level }) => [
    `${thread}を第${level}段階で折衝することを提案する。`,
    `Level ${level} of negotiation is proposed for ${thread}.`,
  ],
  ThreadEscalated: ({ thread, level, by }) => [
    `${thread}は第${level}段階の折衝に上がった(${by})。`,
    `${thread} went to level ${level} of negotiation (${by}).`,
  ],
  ThreadReserved: ({ thread, level }) => [
    `${thread}は第${level}段階で留保とされた。`,
    `${thread} is reserved, on level ${level}.`,
  ],
  MemorandumRecorded: ({ memorandumNo, organ, parties, threads }) => [
    `${organ}が覚書第${memorandumNo}号を記録した(${[organ, ...parties.filter((one) => one !== organ)].join('、')}; ${threads.join('、')})。`,
    `${organ} recorded memorandum ${memorandumNo} of ${[organ, ...parties.filter((one) => one !== organ)].join(', ')} on ${threads.join(', ') || 'the text'}.`,
  ],
  MemorandumConfirmed: ({ memorandumNo, organ }) => [
    `${organ}が覚書第${memorandumNo}号を確認した。`,
    `${organ} confirmed memorandum ${memorandumNo}.`,
  ],
  AnswersOverdue: ({ roundNo, threads }) => [
    `第${roundNo}次協議の必須意見に未回答: ${threads.join('、')}。`,
    `MUST opinions of round ${roundNo} are unanswered: ${threads.join(', ')}.`,
  ],
} satisfies Words;
