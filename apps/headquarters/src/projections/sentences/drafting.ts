import { listed, type Words } from './say.js';

/** From the first draft to the secretariat's receipt. */
export const draftingWords = {
  DossierDrafted: (_, organ) => [`${organ}が起案した。`, `${organ} drafted the dossier.`],
  DossierRevised: ({ version }, organ) => [
    `${organ}が第${version.no}版を作成した。`,
    `${organ} made version ${version.no}.`,
  ],
  ApprovalRequested: ({ versionNo }) => [
    `第${versionNo}版の決裁を求めた。`,
    `Ministry approval was requested for version ${versionNo}.`,
  ],
  InternallyConcurred: ({ division, acting }) => [
    `${division}が合議した${acting ? '(代決)' : ''}。`,
    `${division} concurred${acting ? ', a delegate acting' : ''}.`,
  ],
  ApprovalPostViewed: ({ versionNo }) => [
    `第${versionNo}版の代決を後閲した。`,
    `What a delegate had concurred with in version ${versionNo} was seen afterwards.`,
  ],
  DossierApproved: ({ versionNo }, organ) => [
    `${organ}が第${versionNo}版を決裁した。`,
    `${organ} approved version ${versionNo}.`,
  ],
  ApprovalRefused: ({ reason }, organ) => [
    `${organ}が決裁せず差し戻した。理由: ${reason}`,
    `${organ} refused approval: ${reason}`,
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
  DossierWithdrawn: ({ reason }, organ) => [
    `${organ}が取り下げた。理由: ${reason}`,
    `${organ} withdrew it: ${reason}`,
  ],
  DossierLapsed: ({ clock }) => [`失効した(${clock})。`, `It lapsed (${clock}).`],
  ProcedureMoved: ({ from, to, reason }) => [
    `手続を第${from.version}版から第${to.version}版へ移した。理由: ${reason}`,
    `Moved from version ${from.version} to ${to.version} of its procedure: ${reason}`,
  ],
  PayloadErased: ({ position, reason }) => [
    `記録の位置${position}から文言を消去した。理由: ${reason}`,
    `Words were erased from the record at position ${position}: ${reason}`,
  ],
  EditorialMarked: ({ versionNo, clauseIds }) => [
    `第${versionNo}版の字句整理: ${clauseIds.join('、')}。`,
    `Changes of wording only were marked in version ${versionNo}: ${clauseIds.join(', ')}.`,
  ],
  VersionSigned: ({ versionNo, sha256, organ }) => [
    `${organ}が第${versionNo}版に署名した(${sha256.slice(0, 12)})。`,
    `${organ} signed version ${versionNo} (${sha256.slice(0, 12)}).`,
  ],
  SignaturesVoided: ({ versionNo, organs }) => [
    `第${versionNo}版ができたため、前の版への署名は無効になった: ${organs.join('、')}。`,
    `Signatures of the text before version ${versionNo} are void: ${organs.join(', ')}.`,
  ],
  CoLeadWithdrawn: ({ organ, reason }) => [
    `${organ}が共同主管から退いた。理由: ${reason}`,
    `${organ} left the joint lead: ${reason}`,
  ],
} satisfies Words;
