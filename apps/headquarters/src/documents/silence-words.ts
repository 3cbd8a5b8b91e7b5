import type { Silence } from '#contracts';

/** What silence until the due time will become, as the cover sheet promises it. */
export const silenceWords: Record<Silence, string> = {
  DEEMED_NO_OPINION: '期限までに御意見がない場合は意見なしと取り扱います。',
  OVERDUE_EXPLICIT: '明示の御回答が必要です。御回答がない場合も、同意又は意見なしとは取り扱いません。',
  DONE: '御回答は任意です。',
};
