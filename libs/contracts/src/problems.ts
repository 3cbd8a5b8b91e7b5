/** Every problem type Kyogi answers with (RFC 9457). The list is closed: a client can switch over it. */
export const problemTypes = {
  'malformed-body': { status: 400, title: 'The body is not valid JSON in UTF-8' },
  'invalid-request': { status: 400, title: 'The request does not fit its schema' },
  'idempotency-key-missing': { status: 400, title: 'An Idempotency-Key header is required' },
  unauthenticated: { status: 401, title: 'A valid access token is required' },
  'not-permitted': { status: 403, title: 'Your roles do not allow this command here' },
  'four-eyes': { status: 403, title: 'Another person must do this' },
  recused: { status: 403, title: 'You are not impartial in this matter' },
  'not-found': { status: 404, title: 'No such thing, or it is not open to you' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'not-allowed-in-stage': { status: 409, title: 'The procedure does not allow this command now' },
  'already-exists': { status: 409, title: 'A dossier with this id exists' },
  'guard-refused': { status: 409, title: 'A rule of the procedure is not met' },
  'positions-missing': { status: 409, title: 'The round cannot be concluded yet' },
  'clock-not-running': { status: 409, title: 'That clock has stopped or was started anew' },
  'feed-expired': { status: 410, title: 'What lies before is not kept any more' },
  'version-stale': { status: 412, title: 'The dossier has changed since you read it' },
  'body-too-large': { status: 413, title: 'The body is larger than the limit' },
  'unsupported-media-type': { status: 415, title: 'The body has another media type than this address takes' },
  'invalid-content': { status: 422, title: 'The content contradicts itself, the cabinet or the calendar' },
  'key-reused': { status: 422, title: 'This Idempotency-Key was used with another request' },
  'marking-refused': { status: 422, title: 'Content marked 機密性3 is not kept here' },
  'if-match-required': { status: 428, title: 'An If-Match header is required' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Kyogi failed; nothing was written' },
  'not-yet-visible': { status: 503, title: 'The read model has not reached that position yet' },
  unavailable: { status: 503, title: 'A part that Kyogi needs is not available' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemType = keyof typeof problemTypes;

/** Prefix of the `type` member of every problem document. */
export const problemBase = 'https://kyogi.example/problems/';

/** Something the caller can mend. `detail` says what to change; `extra` becomes extension members of the document. */
export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    readonly detail: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(`${type}: ${detail}`);
    this.name = 'Problem';
  }
}
