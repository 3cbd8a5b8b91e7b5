import { listed, minute, type Words } from './say.js';

/** Review, public comment, the meeting, and what follows. */
export const outcomeWords = {
  ReviewBegun: () => ['実質審査が始まった。', 'Substantive review began.'],
  OfficerRecused: ({ by }) => [
    by === 'self' ? '担当官が回避した。' : '統括官が担当官を外した。',
    by === 'self' ? 'An officer recused themself.' : 'The director took an officer off the dossier.',
  ],
  RecusalOverridden: ({ reason }) => [
    `統括官が回避を解いた。理由: ${reason}`,
    `The director overrode a recusal: ${reason}`,
  ],
  DossierEndorsed: ({ conditions }) => [
    `承認された${conditions.length > 0 ? `(条件${conditions.length}件)` : ''}。`,
    `It was endorsed${conditions.length > 0 ? ` with ${conditions.length} conditions` : ''}.`,
  ],
  EndorsementDeclined: ({ reason }) => [
    `承認されなかった。理由: ${reason}`,
    `It was not endorsed: ${reason}`,
  ],
  DossierDecided: ({ body, decidedOn, reference }) => [
    `${body}が${decidedOn}に決定した(${reference})。`,
    `${body} decided it on ${decidedOn} (${reference}).`,
  ],
  DossierActivated: (_, organ) => [`${organ}が実施(適用)を開始した。`, `${organ} put it into effect.`],
  DossierPublished: ({ url, publishedOn }) => [
    `${publishedOn}に公表された: ${url}`,
    `It was published on ${publishedOn}: ${url}`,
  ],
  LegalCheckRequested: ({ why }) => [
    `法令審査に付された${listed(why)}`,
    `It was sent to the legal check${listed(why)}`,
  ],
  LegalCheckRecorded: ({ organ, finding }) => [
    `${organ}の法令審査: ${finding === 'PASSED' ? '異議なし' : '指摘あり'}。`,
    `${organ} found in the legal check: ${finding === 'PASSED' ? 'passed' : 'objections'}.`,
  ],
  ReviewReported: () => ['審査の結果が報告された。', 'The findings of the review were reported.'],
  PublicCommentOpened: ({ kind, closeAt, days }) => [
    `意見公募を開始した(${kind}、${days}日間、${minute(closeAt)}まで)。`,
    `Public comment opened (${kind}) for ${days} days, until ${minute(closeAt)}.`,
  ],
  PublicCommentClosed: ({ received, unique }) => [
    `意見公募が終わった: ${received}件(重複を除き${unique}件)。`,
    `Public comment closed with ${received} comments, ${unique} of them different.`,
  ],
  CommentGroupDisposed: ({ groupNo, count, changeMade }) => [
    `意見群${groupNo}(${count}件)に対応を付した${changeMade ? '(修正あり)' : ''}。`,
    `Group ${groupNo} of ${count} comments was answered${changeMade ? ', with a change' : ''}.`,
  ],
  CommentResultPublished: ({ url, publishedOn, received }) => [
    `意見公募の結果(${received}件)が${publishedOn}に公表された: ${url}`,
    `The result of the public comment (${received}) was published on ${publishedOn}: ${url}`,
  ],
  CommentAbandoned: ({ reason }) => [
    `意見公募の後に取りやめた。理由: ${reason}`,
    `It was given up after public comment: ${reason}`,
  ],
  FinalApprovalRequested: ({ versionNo, sha256 }) => [
    `第${versionNo}版(${sha256.slice(0, 12)})の最終決裁を求めた。`,
    `Final approval of version ${versionNo} (${sha256.slice(0, 12)}) was requested.`,
  ],
  ItemLodged: ({ body, meetingOn }) => [
    `${meetingOn}の${body}に付議した。`,
    `It was lodged for the meeting of ${body} on ${meetingOn}.`,
  ],
  ItemPlaced: ({ agenda }) => [
    agenda === 'DRAFT' ? '議題案に載った。' : '議題に載った。',
    `It is on the ${agenda === 'DRAFT' ? 'draft' : 'final'} agenda.`,
  ],
  ItemDeferred: ({ meetingOn, reason }) => [
    `付議を${meetingOn}に延期した。理由: ${reason}`,
    `The item was put off to ${meetingOn}: ${reason}`,
  ],
  ItemWithdrawn: ({ reason }) => [`付議を取り下げた。理由: ${reason}`, `The item was withdrawn: ${reason}`],
  ReviewFellDue: () => ['見直しの時期が来た。', 'Its review is due.'],
  DossierConfirmed: ({ reviewBy }) => [
    `見直しの上、維持された${reviewBy ? `(次回 ${reviewBy})` : ''}。`,
    `It was confirmed after its review${reviewBy ? `; the next is by ${reviewBy}` : ''}.`,
  ],
  DossierAmending: (_, organ) => [`${organ}が改定に着手した。`, `${organ} began to amend it.`],
  DossierRepealed: ({ reason }) => [`廃止された。理由: ${reason}`, `It was repealed: ${reason}`],
} satisfies Words;
