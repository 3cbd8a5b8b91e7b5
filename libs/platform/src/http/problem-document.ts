import { problemBase, problemTypes, type Problem } from '#contracts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457. `instance` names the request; the same id is in the log. */
export const problemDocument = ({ type, detail, extra }: Problem, correlationId: string) => {
  const { status, title } = problemTypes[type];
  const instance = `urn:kyogi:request:${correlationId}`;
  const standard = { type: problemBase + type, title, status, detail, instance };
  // Twice: first for the order a person reads in, last so that no extension overrides a standard member.
  return { ...standard, ...extra, ...standard };
};

/** Headers that a problem's type asks for, from its extension members. */
export const problemHeaders = ({ type, extra }: Problem): Record<string, string> => {
  const headers: Record<string, string> = { 'content-type': PROBLEM_TYPE };
  if (type === 'unauthenticated') headers['www-authenticate'] = challenge(extra.error);
  if (Array.isArray(extra.allow)) headers.allow = extra.allow.join(', ');
  if (typeof extra.current === 'number') headers.etag = `"${extra.current}"`;
  if (typeof extra.retryAfterSeconds === 'number') headers['retry-after'] = String(extra.retryAfterSeconds);
  return headers;
};

const challenge = (error: unknown) =>
  `Bearer realm="kyogi"${typeof error === 'string' ? `, error="${error}"` : ''}`;
