const tags: Record<string, string> = {
  ...{
    'personal-data': '個人情報',
    copyright: '著作権',
    consumer: '消費者',
    children: 'こども',
    labour: '労働',
  },
  ...{ medical: '医療', finance: '金融', security: '安全保障', 'local-government': '地方公共団体' },
  ...{
    international: '国際',
    procurement: '調達',
    cyber: 'サイバーセキュリティ',
    education: '教育',
    mobility: '交通',
  },
  ...{
    energy: 'エネルギー',
    budget: '予算',
    agriculture: '農林水産',
    communications: '通信',
    competition: '競争政策',
  },
  ...{
    environment: '環境',
    housing: '住宅',
    industry: '産業',
    justice: '司法',
    legal: '法令',
    space: '宇宙',
  },
  ...{ 'public-service': '公務員', records: '公文書', science: '科学技術', veterans: '退役軍人' },
};
const tag = (name = ''): string => tags[name] ?? name;

type Phrase = [pattern: RegExp, ja: (...found: string[]) => string];

/** Reasons why an organ is asked and periods, as the ledger says them. */
const phrases: Phrase[] = [
  [/^mandatory on ([\w-]+)$/, (name) => `明示同意必須(${tag(name)})`],
  [/^mandatory on ([\w-]+), which (\S+) touches$/, (name, id) => `明示同意必須(${tag(name)}: ${id})`],
  [/^mandatory on ([\w-]+), a subject added since$/, (name) => `明示同意必須(${tag(name)}: 追加された主題)`],
  [/^competent on ([\w-]+)$/, (name) => `所掌(${tag(name)})`],
  [/^competent on ([\w-]+), which (\S+) touches$/, (name, id) => `所掌(${tag(name)}: ${id})`],
  [/^competent on ([\w-]+), a subject added since$/, (name) => `所掌(${tag(name)}: 追加された主題)`],
  [/^default consultee$/, () => '全府省協議の対象'],
  [/^named at opening$/, () => '主務府省の指定'],
  [/^commented on (\S+) \((\S+)\)/, (id, ref) => `意見提出箇所の変更(${ref}: ${id})`],
  [/^its opinion (\S+) is satisfied in (\S+)$/, (ref, id) => `意見の反映箇所の変更(${ref}: ${id})`],
  [/^takes part; told of the change$/, () => '変更の通知'],
  [/^led the text jointly/, () => '従前の共同主務府省'],
  [/^more than 20 pages$/, () => '20頁超'],
  [/^up to 20 pages$/, () => '20頁以下'],
  [/^expedited$/, () => '緊急協議'],
  [/^informal/, () => '事前相談(期間の定めなし)'],
  [/^delta: (\d+) consulted clauses? changed, (\d+) new$/, (n, m) => `変更条項${n}、新設条項${m}`],
];

/** The words of the ledger in Japanese; as they are when they are a person's own. */
export const inJapanese = (text: string): string => {
  for (const [pattern, ja] of phrases) {
    const found = pattern.exec(text);
    if (found) return ja(...found.slice(1));
  }
  return text;
};
