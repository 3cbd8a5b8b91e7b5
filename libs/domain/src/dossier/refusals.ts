import { Problem } from '#contracts';

/** Refused to the role in which the person acts; another role they hold may do it. */
export const notByThisRole = (detail: string, rule: string) => new Problem('not-permitted', detail, { rule });

/** A rule of the procedure that is not met. */
export const guardRefused = (rule: string, detail: string, extra: Record<string, unknown> = {}) =>
  new Problem('guard-refused', detail, { rule, ...extra });
