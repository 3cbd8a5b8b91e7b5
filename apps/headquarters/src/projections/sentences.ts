import type { EventName, LedgerEvent } from '#contracts';

/** What happened, for a person to read. Organs by their slugs; never a person's name, and no text of a ministry's own. */
export interface Sentence {
  ja: string;
  en: string;
}

type Say<Name extends EventName> = (
  data: LedgerEvent<Name>['data'],
  organ: string,
) => [ja: string, en: string];

/** Minutes are enough for a reader; UTC, since a cabinet's zone is the client's to show. */
const minute = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
const listed = (found: readonly string[]) => (found.length === 0 ? '' : `: ${found.join('; ')}`);

const words: { [Name in EventName]: Say<Name> } = {
  DossierDrafted: (_, organ) => [`${organ}が起案した。`, `${organ} drafted the dossier.`],
  DossierRevised: ({ version }, organ) => [
    `${organ}が第${version.no}版を作成した。`,
    `${organ} made version ${version.no}.`,
  ],
  ApprovalRequested: ({ versionNo }) => [
    `第${versionNo}版の決裁を求めた。`,
    `Ministry approval was requested for version ${versionNo}.`,
  ],
  DossierApproved: ({ versionNo }, organ) => [
    `${organ}が第${versionNo}版を決裁した。`,
    `${organ} approved version ${versionNo}.`,
  ],
  ApprovalRefused: ({ reason }, organ) => [
    `${organ}が決裁せず差し戻した。理由: ${reason}`,
    `${organ} refused approval: ${reason}`,
  ],
  InternallyConcurred: ({ division, acting }) => [
    `${division}が合議した${acting ? '(代決)' : ''}。`,
    `${division} concurred${acting ? ', a delegate acting' : ''}.`,
  ],
  ApprovalPostViewed: ({ versionNo }) => [
    `第${versionNo}版の代決を後閲した。`,
    `What a delegate had concurred with in version ${versionNo} was seen afterwards.`,
  ],
  OfficerRecused: ({ by }) => [
    by === 'self' ? '担当官が回避した。' : '統括官が担当官を外した。',
    by === 'self' ? 'An officer recused themself.' : 'The director took an officer off the dossier.',
  ],
  RecusalOverridden: ({ reason }) => [
    `統括官が回避を解いた。理由: ${reason}`,
    `The director overrode a recusal: ${reason}`,
  ],
  DossierFiled: ({ versionNo, sha256 }, organ) => [
    `${organ}が第${versionNo}版を提出した(${sha256.slice(0, 12)})。`,
    `${organ} filed version ${versionNo} (${sha256.slice(0, 12)}).`,
  ],
  CompletenessChecked: ({ versionNo, missing }) =>
    missing.length === 0
      ? [`第${versionNo}版の形式審査: 不足なし。`, `Version ${versionNo} was found complete.`]
      : [
          `第${versionNo}版の形式審査: 不足${missing.length}件${listed(missing)}`,
          `Version ${versionNo} lacks ${missing.length}${listed(missing)}`,
        ],
  OverlapsFound: ({ similar }) => [
    `類似する施策: ${similar.length}件。`,
    `Similar initiatives of other ministries: ${similar.length}.`,
  ],
  DossierAccepted: ({ unchecked }) =>
    unchecked
      ? [
          '形式審査の期限が過ぎ、未審査のまま受け付けられた。',
          'Received unchecked, the time for the check being over.',
        ]
      : ['事務局が受け付けた。', 'The secretariat received it.'],
  DossierReturned: ({ reasons }) => [
    `事務局が差し戻した${listed(reasons)}`,
    `The secretariat returned it${listed(reasons)}`,
  ],
  ReviewBegun: () => ['実質審査が始まった。', 'Substantive review began.'],
  RoundOpened: ({ roundNo, versionNo, participants, dueAt }) => [
    `第${roundNo}次協議を開始した: 第${versionNo}版、${participants.length}機関、期限 ${minute(dueAt)}。`,
    `Round ${roundNo} opened on version ${versionNo} with ${participants.length} organs, due ${minute(dueAt)}.`,
  ],
  PositionSet: ({ roundNo, organ, position, late }) => [
    `${organ}の回答(第${roundNo}次): ${position}${late ? '(期限後)' : ''}。`,
    `${organ} answered in round ${roundNo}: ${position}${late ? ' (late)' : ''}.`,
  ],
  RoundDeadlinePassed: ({ roundNo }) => [
    `第${roundNo}次協議の期限が過ぎた。`,
    `The due time of round ${roundNo} passed.`,
  ],
  SilenceRecorded: ({ roundNo, organ, as }) => [
    `${organ}は第${roundNo}次協議に回答がなかった: ${as}。`,
    `${organ} was silent in round ${roundNo}: ${as}.`,
  ],
  RoundConcluded: ({ roundNo }) => [`第${roundNo}次協議が終了した。`, `Round ${roundNo} was concluded.`],
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
  DossierWithdrawn: ({ reason }, organ) => [
    `${organ}が取り下げた。理由: ${reason}`,
    `${organ} withdrew it: ${reason}`,
  ],
  DossierLapsed: ({ clock }) => [`失効した(${clock})。`, `It lapsed (${clock}).`],
  ProcedureMoved: ({ from, to, reason }) => [
    `手続を第${from.version}版から第${to.version}版へ移した。理由: ${reason}`,
    `Moved from version ${from.version} to ${to.version} of its procedure: ${reason}`,
  ],
  ClockStarted: ({ clock, holder, dueAt }) => [
    `時計 ${clock} が${holder}について動き始めた。期限 ${minute(dueAt)}。`,
    `Clock ${clock} began to run for ${holder}, due ${minute(dueAt)}.`,
  ],
  ClockStopped: ({ clock }) => [`時計 ${clock} が止まった。`, `Clock ${clock} stopped.`],
  ClockWarned: ({ clock, holder, dueAt }) => [
    `${holder}の期限が近い: ${clock}、${minute(dueAt)}。`,
    `${holder} has until ${minute(dueAt)}: ${clock}.`,
  ],
  ClockDue: ({ clock, holder }) => [`${holder}の期限が来た: ${clock}。`, `${holder} was due: ${clock}.`],
  ClockOverdue: ({ clock, holder, dueAt }) => [
    `${holder}は期限(${minute(dueAt)})を過ぎている: ${clock}。`,
    `${holder} is overdue since ${minute(dueAt)}: ${clock}.`,
  ],
};

export const sentenceOf = (event: LedgerEvent): Sentence => {
  const say = words[event.type] as Say<EventName>;
  const [ja, en] = say(event.data, event.meta.actor.organ);
  return { ja, en };
};
