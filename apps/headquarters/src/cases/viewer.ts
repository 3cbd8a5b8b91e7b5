import type { Principal } from '#contracts';
import { sightOf } from '#sight';
import type { CaseFile } from './case-file.js';

/** Whose eyes look at a case. */
export interface Viewer {
  organs: ReadonlySet<string>;
  /** Looks for the secretariat, before which no name is hidden. */
  secretariat: boolean;
}

export const viewerOf = (principal: Principal, headquarters: string): Viewer => {
  const organs = new Set(sightOf(principal, headquarters).filter((eye) => eye !== '*'));
  return { organs, secretariat: organs.has(headquarters) };
};

/** Whether the consultation itself is the reader's: they own the text, were asked, or are the secretariat. */
export const takesPart = ({ organs, secretariat }: Viewer, { circle }: CaseFile): boolean =>
  secretariat || [...organs].some((organ) => circle.has(organ));
