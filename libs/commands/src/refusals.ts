import { Problem } from '#contracts';
import {
  DutyConflict,
  KeyReused,
  StaleAuthority,
  StreamMissing,
  VersionConflict,
  type ExpectedVersion,
} from '#event-store';

export const stale = (current: number): Problem =>
  new Problem('version-stale', `The dossier is at version ${current}; read it again and repeat.`, {
    current,
  });

export const taken = (): Problem => new Problem('already-exists', 'Choose another id: this one is taken.');

export const busy = (): Problem =>
  new Problem('unavailable', 'Too many write to this dossier at once; repeat with the same key.', {
    retryAfterSeconds: 1,
  });

/** Another writer, a change of authority, or a deadlock that PostgreSQL resolved (class 40): to be decided again. */
export const isContention = (refusal: unknown): boolean =>
  refusal instanceof VersionConflict ||
  refusal instanceof StaleAuthority ||
  (refusal instanceof Error && 'code' in refusal && /^40/.test(String(refusal.code)));

/** What the ledger refused, as the caller should read it; undefined for what execute settles by itself. */
export const refusalOf = (error: unknown, expected: ExpectedVersion): unknown => {
  if (error instanceof KeyReused)
    return new Problem(
      'key-reused',
      'Use a new Idempotency-Key for another request, or repeat the first one unchanged.',
    );
  if (error instanceof DutyConflict)
    return new Problem('four-eyes', 'You hold another duty in this dossier; another person must do this.', {
      rule: 'four-eyes-database',
    });
  if (error instanceof StreamMissing) return new Problem('not-found', 'There is no such dossier.');
  if (error instanceof VersionConflict && expected === 'none') return taken();
  if (error instanceof VersionConflict && typeof expected === 'number') return stale(error.current);
  return error;
};
