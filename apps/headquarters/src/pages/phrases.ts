/** What the ledger says in English words of its own, in Japanese; `$1` is what the first bracket found. */
const phrases: readonly [RegExp, string][] = [
  [/^default consultee$/, '通常の照会先'],
  [/^named by the lead$/, '主管が指定'],
  [/^(?:more than|above) (\d+) pages$/, '$1頁超'],
  [/^up to (\d+) pages$/, '$1頁以下'],
  [/^delta: (\d+) consulted clauses? changed, (\d+) new$/, '再協議: 変更$1条項、新設$2条項'],
  [/^expedited$/, '緊急'],
  [/^informal: no minimum but (\d+) working hours$/, '事前相談: 勤務時間$1時間以上'],
  [/^its opinion (\S+) is satisfied in (\S+)$/, '意見$1が$2に反映'],
  [/^mandatory on ([a-z-]+), which (\S+) touches$/, '$1($2)について明示回答必須'],
  [/^competent on ([a-z-]+), which (\S+) touches$/, '$1($2)を所掌'],
  [/^commented on (\S+) \((\S+)\), .*$/, '$1に意見($2)'],
  [/^mandatory on (.+)$/, '$1について明示回答必須'],
  [/^competent on (.+)$/, '$1を所掌'],
  [/^takes part, told of the change$/, '変更を通知'],
  [/^waits for an answer$/, '回答待ち'],
  [/^was raised again and waits for an answer$/, '再意見に対する回答待ち'],
  [/^is answered, and (?:.+) has not accepted the answer$/, '回答済みであるが、了承を得ていない'],
  [/^is being negotiated on level (\d)$/, '折衝中(L$1)'],
  [/^was adopted for (?:.+), and no text proves it yet$/, '採用としたが、本文への反映が確認されていない'],
  [/^the text that satisfied it is no longer in clause (.+)$/, '反映した文言が$1から失われている'],
  [/^was closed by silence, which settles no MUST$/, '必須意見は黙示では終わらない'],
  [/^objects$/, '不同意のままである'],
  [/^has an unmet condition$/, '条件が満たされていない'],
  [/^must state its position$/, '明示の回答が必要である'],
  [/^may still speak until the due time$/, '期限まで回答できる'],
  [
    /^objects to the allocation \(no\. (\d+)\), which is not decided$/,
    '割振り異議(第$1号)が裁定されていない',
  ],
];

const tags: Record<string, string> = {
  ...{
    'personal-data': '個人情報',
    copyright: '著作権',
    consumer: '消費者',
    children: 'こども',
    labour: '労働',
  },
  ...{
    medical: '医療',
    finance: '金融',
    security: '安全保障',
    'local-government': '地方自治',
    cyber: 'サイバー',
  },
  ...{
    international: '国際',
    procurement: '調達',
    education: '教育',
    mobility: '交通',
    energy: 'エネルギー',
  },
  ...{ budget: '予算', agriculture: '農林水産', communications: '通信', competition: '競争', legal: '法制' },
  ...{ environment: '環境', housing: '住宅', industry: '産業', justice: '司法', records: '公文書' },
  ...{ 'public-service': '公務', science: '科学技術', space: '宇宙', veterans: '退役軍人' },
};

/** A reason of the ledger in Japanese, and as it is when there is no word for it. */
export const phrase = (text: string): string => {
  const found = phrases.find(([pattern]) => pattern.test(text));
  return found ? text.replace(...found).replace(/^[a-z-]+/, (word) => tags[word] ?? word) : text;
};

const roles: Record<string, string> = {
  ...{ LIAISON: '総括窓口', DESK: '担当', MIN_APPROVER: '決裁者', SYSTEM: 'システム' },
  ...{ SECR_INTAKE: '事務局受付', SECR_REVIEWER: '事務局審査', SECR_APPROVER: '事務局承認者' },
  ...{ SECR_DIRECTOR: '事務局長', HQ_MINISTER: '担当大臣', HQ_CHAIR: '本部長' },
};

export const roleJa = (role: string): string => roles[role] ?? role;
