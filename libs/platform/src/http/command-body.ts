import { Problem, type Fault } from '#contracts';
import type { z } from 'zod';

const MAX_FAULTS = 100;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** 秘密文書 (極秘, 秘) and 特定秘密 are 機密性3, whatever level is written beside. */
const isSecret = (handling: unknown): boolean =>
  [handling]
    .flat()
    .some((words) => typeof words === 'string' && /^(?:極?秘|.*特定秘密.*)$/u.test(words.trim()));

/** 機密性3, however it is written: such content must not come in, not even in a log or an error. */
const refuseHighMarking = (body: unknown): void => {
  const head = isRecord(body) ? body.head : undefined;
  const marking = isRecord(head) ? head.marking : undefined;
  const level = isRecord(marking) ? marking.confidentiality : marking;
  const isHigh = ['number', 'string'].includes(typeof level) && /[3３三]/.test(String(level));
  if (isHigh || (isRecord(marking) && isSecret(marking.handling)))
    throw new Problem(
      'marking-refused',
      'Content marked 機密性3 stays on paper. File a dossier of type oral-item instead: it says that the matter exists, with its reference, and nothing of it.',
      { insteadType: 'oral-item' },
    );
};

const faultsOf = (issue: z.core.$ZodIssue): Fault[] => {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      message: 'there is no such field; remove it',
    }));
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const message = missing ? `is required (${issue.expected})` : issue.message;
  return [{ path: path.join('.'), message }];
};

/** The data of a command from its body. Throws a Problem that lists every fault with its place. */
export const commandData = (schema: z.ZodType, body: unknown): unknown => {
  refuseHighMarking(body);
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.flatMap(faultsOf).slice(0, MAX_FAULTS);
  const { path, message } = faults[0] ?? { path: '', message: 'does not fit' };
  const more = faults.length > 1 ? ` and ${faults.length - 1} more, see faults` : '';
  throw new Problem('invalid-request', `${path || 'The body'}: ${message}${more}.`, { faults });
};
