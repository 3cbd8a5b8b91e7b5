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
  'clock-warned': { ja: '期限が近づいています。', en: 'The due time is near.' },
  'clock-due': { ja: '期限が来ました。', en: 'The due time is here.' },
  'clock-overdue': { ja: '期限を過ぎています。', en: 'The due time has passed.' },
};
