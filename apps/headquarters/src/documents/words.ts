import type { Disposition, ExchangeView, Position, SheetParticipant, Silence, ThreadState } from '#contracts';

/* The words of the field, as ministries write them on paper. */

export const dispositionWords: Record<Disposition, string> = {
  ADOPTED: '採用',
  PARTLY_ADOPTED: '一部採用',
  NOT_ADOPTED: '不採用',
  EXPLAINED: '説明',
};

export const stateWords: Record<ThreadState, string> = {
  OPEN: '回答待ち',
  ANSWERED: '回答済',
  REOPENED: '再回答待ち',
  CLOSED: '了',
  WITHDRAWN: '撤回',
  ESCALATED: '折衝中',
  RESERVED: '留保',
};

/** 折衝段階 by level. */
export const levelWords = ['担当', '課長級', '局長級', '次官級', '閣僚級'] as const;

export const exchangeWords: Record<ExchangeView['kind'], string> = {
  answered: '回答',
  proved: '反映箇所',
  reopened: '再質問・再意見',
  closed: '了',
  'closed-by-silence': '了(期限までに再意見なし)',
  withdrawn: '撤回',
  'escalation-proposed': '上位協議の提案',
  escalated: '上位協議',
  reserved: '留保',
};

export const modeWords: Record<SheetParticipant['mode'], string> = {
  DRAFT: '執筆',
  CONCUR: '合議',
  INPUT: 'メモ出し',
  INFORM: '参考送付',
};

export const positionWords: Record<Position, string> = {
  CONCUR: '異議なし',
  CONCUR_WITH_COMMENTS: '異議なし(意見あり)',
  CONDITIONAL: '条件付同意',
  OBJECT: '不同意',
  NO_OPINION: '意見なし',
  NOT_COMPETENT: '所掌外',
};

/** What silence until the due time will become, in the words of the cover note. */
export const silenceWords: Record<Silence, string> = {
  DEEMED_NO_OPINION: '意見なしと取り扱います',
  OVERDUE_EXPLICIT: '明示の回答が必要です(同意・意見なしとは取り扱いません)',
  DONE: '回答は不要です',
};
