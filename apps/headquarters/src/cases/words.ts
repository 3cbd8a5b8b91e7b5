import type { RoundKind } from '#contracts';

interface Words {
  ja: string;
  en: string;
}

const kinds: Record<RoundKind, Words> = {
  FULL: { ja: '各省協議', en: 'Full round' },
  DELTA: { ja: '再協議(修正箇所)', en: 'Delta round' },
  EXPEDITED: { ja: '緊急協議', en: 'EXPEDITED round' },
  INFORMAL: { ja: '事前相談', en: 'Informal round' },
};

export const labelOf = (kind: RoundKind): Words => kinds[kind];

/** What was left out of a sheet. */
export const notes = {
  outcome: {
    ja: '協議の関係機関ではないため、結果のみを示す。',
    en: 'Only the outcome is shown to those who did not take part in the consultation.',
  },
  names: {
    ja: '期限まで機関名を伏せる協議である。',
    en: 'Who said what is not shown before the due time of the round.',
  },
  text: (no: number): Words => ({
    ja: `第${no}版の本文は公開範囲外のため示さない。`,
    en: `The text of version ${no} is not open to you.`,
  }),
};
