import { Problem, type ProblemType } from '#contracts';

/** The case went on without this work: there is nothing left to do. */
const MOOT: readonly ProblemType[] = ['not-allowed-in-stage', 'clock-not-running', 'not-found'];

const PASSING: readonly ProblemType[] = [
  ...(['unavailable', 'internal-error', 'version-stale', 'not-yet-visible', 'too-many-requests'] as const),
];

/** What becomes of an item whose run failed: nothing more to do, another try, or given up until a person looks. */
export const fateOf = (error: unknown): 'moot' | 'later' | 'dead' => {
  if (!(error instanceof Problem)) return 'later';
  if (MOOT.includes(error.type)) return 'moot';
  return PASSING.includes(error.type) ? 'later' : 'dead';
};
