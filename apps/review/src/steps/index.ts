import { closeComments } from './close-comments.step.js';
import { completeness } from './completeness.step.js';
import { overlap } from './overlap.step.js';
import type { Step, StepKind } from './step.js';

/** Every automatic step; a new one is a file beside these and a line here. */
export const steps = { completeness, overlap, 'close-comments': closeComments } satisfies Record<
  StepKind,
  Step
>;

/** Throws for a step of a later release, which is then tried again until that release runs. */
export const stepOf = (name: string): Step => {
  const step: Step | undefined = steps[name as StepKind];
  if (!step) throw new Error(`this build has no step ${name}`);
  return step;
};

export type { Finding, StepTools } from './step.js';
