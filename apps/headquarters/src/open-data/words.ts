import type { PublicStatus } from '#contracts';

export type Lang = 'ja' | 'en';

/** What the page of the register says besides what is in it. */
export const words = {
  ja: {
    kind: '公開台帳',
    title: 'AI指針・ガイドライン一覧',
    now: '現在適用されているもの',
    on: (day: string) => `${day}に適用されていたもの`,
    columns: ['番号', '名称', '担当府省庁', '公表日', '概要', '状況'],
    none: '該当する指針・ガイドラインはない。',
    more: (count: number) =>
      `ほか、この一覧に収まらないものがある(${count}件まで表示)。全件はデータを利用されたい。`,
    former: '廃止・改定されたもの',
    data: 'データ',
    dataset: ['データ', '内容', '件数', '形式'],
    catalogue: 'カタログ(DCAT)',
    licence: '利用条件',
    other: 'English',
    day: '基準日',
    show: '表示',
    check: '確かめ方',
    how: '各項目は公開ログに記録された事実から作られている。項目の「evidence」と「source」にある証明を使えば、発行者を信用せずに、その事実がここに示す内容でログに記録されていることを確かめられる。',
    changed: '最終更新',
    foot: '掲載されたものは、廃止・改定の後も一覧に残る。',
  },
  en: {
    kind: 'Public register',
    title: 'Guidelines on AI',
    now: 'In force now',
    on: (day: string) => `In force on ${day}`,
    columns: ['No.', 'Name', 'Organ in charge', 'Published', 'Summary', 'Status'],
    none: 'There is no such guideline.',
    more: (count: number) => `There are more than the ${count} shown here; the data has all of them.`,
    former: 'Revised or abolished',
    data: 'Data',
    dataset: ['Dataset', 'What it holds', 'Entries', 'Formats'],
    catalogue: 'Catalogue (DCAT)',
    licence: 'Terms of use',
    other: '日本語',
    day: 'On the day',
    show: 'Show',
    check: 'How to check an entry',
    how: 'Every entry is made from facts in a public log. With the proofs named in its “evidence” and “source” anybody can check that the log recorded what is shown here, without trusting whoever runs it.',
    changed: 'Last change',
    foot: 'What was listed stays listed, also when it has ended.',
  },
};

const statuses: Record<PublicStatus, Record<Lang, string>> = {
  PUBLISHED: { ja: '公表済(適用前)', en: 'published, not yet applied' },
  IN_FORCE: { ja: '適用中', en: 'in force' },
  UNDER_WAY: { ja: '実施中', en: 'under way' },
  REVISED: { ja: '改定により終了', en: 'replaced' },
  ABOLISHED: { ja: '廃止', en: 'abolished' },
  GIVEN_UP: { ja: '定めないこととされた', en: 'given up' },
};

export const statusIn = (lang: Lang, status: PublicStatus): string => statuses[status][lang];
