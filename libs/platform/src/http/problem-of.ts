import { HttpException } from '@nestjs/common';
import { Problem, problemTypes, type ProblemType } from '#contracts';

const byFastifyCode: Record<string, [ProblemType, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'Send application/json in UTF-8.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed-body',
    'The body has another length than Content-Length says.',
  ],
  FST_ERR_BAD_URL: ['not-found', 'The address is malformed: check its percent signs.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not-found', 'A part of the address is too long.'],
};

const unavailableSqlState = /^(08|53|57)|^40/;
const unavailableSystem = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOST)/;
const lostConnection =
  /timeout exceeded when trying to connect|connection terminated|not queryable|fetch failed/i;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether a part that Kyogi needs, above all the database, is away for the moment. Looks into causes as well. */
export const isOutage = (error: unknown): boolean => {
  if (!isRecord(error)) return false;
  const { code, message, cause, errors } = error;
  if (typeof code === 'string') {
    if (code.length === 5 && unavailableSqlState.test(code)) return true;
    if (unavailableSystem.test(code)) return true;
  }
  if (typeof message === 'string' && lostConnection.test(message)) return true;
  return isOutage(cause) || (Array.isArray(errors) && errors.some(isOutage));
};

const fitting = (status: number): ProblemType => {
  const names = Object.keys(problemTypes) as ProblemType[];
  const found = names.find((name) => problemTypes[name].status === status && name !== 'malformed-body');
  return found ?? (status < 500 ? 'invalid-request' : 'internal-error');
};

/** What to tell the caller of an error; of an unknown one, nothing but that it happened. */
export const problemOf = (error: unknown, bodyLimit: number): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException && error.cause) return problemOf(error.cause, bodyLimit);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem('body-too-large', `Send at most ${bodyLimit} bytes.`, { limitBytes: bodyLimit });
  const known = byFastifyCode[code];
  if (known) return new Problem(...known);
  if (isOutage(error)) return new Problem('unavailable', 'Try again in a moment.', { retryAfterSeconds: 1 });
  if (code.startsWith('FST_ERR_') || error instanceof HttpException) return ofStatus(error as Error);
  return new Problem(
    'internal-error',
    'The fault is logged under the instance named here; try again or report it.',
  );
};

const ofStatus = (error: Error): Problem => {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : Number('statusCode' in error ? error.statusCode : 500);
  const type = fitting(status);
  return new Problem(
    type,
    type === 'not-found' ? 'There is nothing at this address.' : `${problemTypes[type].title}.`,
  );
};
