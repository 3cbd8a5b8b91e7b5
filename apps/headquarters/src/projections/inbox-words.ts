/** What an inbox item says, by its kind. */
export const inboxWords: Record<string, { ja: string; en: string }> = {
  'approval-wanted': { ja: '決裁をお願いします。', en: 'Please approve the version, or refuse it.' },
  'concurrence-wanted': { ja: '合議をお願いします。', en: 'Please concur for your division.' },
  'post-view-wanted': {
    ja: '代決されました。後閲をお願いします。',
    en: 'A delegate concurred in your absence: please see it.',
  },
  'redraft-wanted': {
    ja: '決裁されませんでした。修正してください。',
    en: 'Approval was refused: please revise.',
  },
  'filing-wanted': { ja: '決裁済です。提出してください。', en: 'Approved by the ministry: please file it.' },
  'check-wanted': { ja: '形式審査をお願いします。', en: 'Please check the filing and accept or return it.' },
  'correction-wanted': {
    ja: '差し戻されました。補正してください。',
    en: 'Returned: please correct it and file again.',
  },
  'review-wanted': { ja: '実質審査を始めてください。', en: 'Please begin the substantive review.' },
  'round-wanted': { ja: '各省協議を開始してください。', en: 'Please open the consultation round.' },
  'position-wanted': { ja: '協議の回答をお願いします。', en: "Please state your ministry's position." },
  'round-opened': {
    ja: '協議の参考送付です。',
    en: 'Circulated for your information; no answer is asked for.',
  },
  'conclusion-wanted': {
    ja: '協議の終了を検討してください。',
    en: 'Please see whether the round can be concluded.',
  },
  'endorsement-wanted': { ja: '承認の可否を判断してください。', en: 'Please endorse it or decline.' },
  'decision-wanted': { ja: '決定を記録してください。', en: 'Please record the decision.' },
  'publication-wanted': { ja: '公表し、記録してください。', en: 'Please publish it and record where.' },
  'activation-wanted': {
    ja: '実施(適用)の開始を記録してください。',
    en: 'Please record when it takes effect.',
  },
  'delta-wanted': {
    ja: '修正案の再協議です。回答をお願いします。',
    en: 'The text changed: please look at the changes and state your position.',
  },
  'delta-opened': { ja: '修正の参考送付です。', en: 'The text changed; no answer is asked for.' },
  'informal-wanted': {
    ja: '事前相談です。意見があればお知らせください。',
    en: 'An informal consultation: say what you think, it binds nobody.',
  },
  'round-suspended': { ja: '協議が停止されました。', en: 'The round is suspended.' },
  'resumption-wanted': {
    ja: '停止した協議です。解消したら再開してください。',
    en: 'The round stands still: resume it when what stopped it is settled.',
  },
  'round-abandoned': { ja: '協議は取りやめになりました。', en: 'The round was given up.' },
  'allocation-ruling-wanted': {
    ja: '割振り異議があります。裁定してください。',
    en: 'Please rule on the objection to the allocation.',
  },
  'allocation-ruled': {
    ja: '割振り異議が裁定されました。',
    en: 'The objection to the allocation was decided.',
  },
  'explicit-overdue': {
    ja: '明示同意が必要な府省の回答がありません。',
    en: 'A ministry whose explicit position is needed has not spoken.',
  },
  'answer-wanted': { ja: '意見・質問への回答をお願いします。', en: 'Please answer the thread.' },
  'answer-received': {
    ja: '回答がありました。了とするか、再意見を出してください。',
    en: 'Your thread was answered: please accept the answer, or reopen it.',
  },
  'proof-wanted': {
    ja: '採用した意見の反映箇所を示してください。',
    en: 'Please point to the text that satisfies the adopted opinion.',
  },
  'escalation-proposed': {
    ja: '上の段階での折衝が提案されています。',
    en: 'A higher level is proposed for a thread.',
  },
  'thread-escalated': {
    ja: '折衝の段階が上がりました。',
    en: 'A thread went to a higher level of negotiation.',
  },
  'thread-reserved': { ja: '留保とされました。', en: 'An objection is maintained as a reservation.' },
  'memorandum-to-confirm': { ja: '覚書の確認をお願いします。', en: 'Please confirm the memorandum.' },
  'answers-overdue': {
    ja: '必須意見への回答が遅れています。',
    en: 'MUST opinions are left without an answer.',
  },
  'signature-wanted': {
    ja: '共同主管としての署名をお願いします。',
    en: 'Please sign this version as a co-lead.',
  },
  'co-lead-left': { ja: '共同主管が退きました。', en: 'A co-lead left the dossier.' },
  'editorial-marked': {
    ja: '字句整理のお知らせです。',
    en: 'Changes of wording only; nobody is asked again.',
  },
  'legal-check-request-wanted': {
    ja: '法令審査に付してください。',
    en: 'Please send it to the legal check.',
  },
  'legal-objections': {
    ja: '法令審査で指摘がありました。修正してください。',
    en: 'The legal check raised objections: please revise the text.',
  },
  'delta-round-wanted': {
    ja: '協議後に修正があります。再協議を開始するか、字句整理の確認を受けてください。',
    en: 'The text changed after it was agreed on: please open a delta round, or have the change marked as one of wording.',
  },
  'legal-check-wanted': { ja: '法令審査の結果を記録してください。', en: 'Please record the legal check.' },
  'report-wanted': { ja: '審査結果を報告してください。', en: 'Please report the findings of the review.' },
  'public-comment-wanted': {
    ja: '意見公募または最終決裁の手続を進めてください。',
    en: 'Please open public comment, or request the final approval where none is needed.',
  },
  'comments-to-dispose': {
    ja: '提出意見への対応を付してください。',
    en: 'Please answer the comments received.',
  },
  'comment-result-wanted': {
    ja: '意見公募の結果を公表してください。',
    en: 'Please publish the result of the comment.',
  },
  'final-request-wanted': { ja: '最終決裁を求めてください。', en: 'Please request the final approval.' },
  'item-wanted': { ja: '付議してください。', en: 'Please lodge it for a meeting of the deciding body.' },
  'agenda-wanted': { ja: '議題に載せてください。', en: 'Please place the item on the agenda.' },
  'review-due': { ja: '見直しの時期です。', en: 'Its review is due: confirm, amend or repeal it.' },
  'clock-escalated': { ja: '期限超過のため上位者に上がりました。', en: 'An overdue matter has come to you.' },
  'overlap-found': {
    ja: '他府省に類似する施策があります。',
    en: 'Similar initiatives of other ministries were found.',
  },
  endorsed: { ja: '承認されました。', en: 'It was endorsed.' },
  'endorsement-declined': {
    ja: '承認されませんでした。',
    en: 'It was not endorsed; the ministry stays free to act.',
  },
  lapsed: { ja: '期限までに動きがなく失効しました。', en: 'It lapsed: nothing was done in time.' },
  decided: { ja: '決定されました。', en: 'It was decided.' },
  'subscription-gone': {
    ja: '受信側が配信を拒否(410)したため、配信を停止しました。宛先を直して再開するか、終了してください。',
    en: 'Its webhook answered 410, so the subscription was stopped: please mend and enable it, or end it.',
  },
  'subscription-failing': {
    ja: '受信側が数日間応答しないため、配信を停止しました。復旧後に再開してください。未達分は保存期間内なら届きます。',
    en: 'Its webhook took nothing for days, so the subscription was stopped: please mend and enable it; what is still kept will come.',
  },
  'subscription-no-consent': {
    ja: '受信側が配信に同意しないため、配信を停止しました。受信側の設定を確認してください。',
    en: 'Its webhook does not consent to be called, so the subscription was stopped: please have the receiver allow it.',
  },
  'clock-warned': { ja: '期限が近づいています。', en: 'The due time is near.' },
  'clock-due': { ja: '期限が来ました。', en: 'The due time is here.' },
  'clock-overdue': { ja: '期限を過ぎています。', en: 'The due time has passed.' },
};
