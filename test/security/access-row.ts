import type { TestApp } from '../support/app';

/** One person's request and the status it must get. */
export type Expected = [person: string, status: number];

/** Who may send a command to a dossier of METI, and what everybody else is told. 404: the dossier is not even there for them. */
export interface AccessRow {
  dossier: (app: TestApp) => Promise<string>;
  data: unknown;
  right: Expected;
  wrongRole: Expected;
  otherMinistry: Expected;
  secretariat: Expected;
  observer: Expected;
  /** Whoever else is refused. */
  others: Expected[];
}

/** Nothing is there for an observer before it is open to the whole government; then it is there, and not theirs to command. */
export const unseenByObserver: Expected = ['observer', 404];
export const seenByObserver: Expected = ['observer', 403];

export const unseen = ['hq-intake', 404] as Expected;
export const seen = ['hq-intake', 403] as Expected;

export const row = (
  dossier: AccessRow['dossier'],
  data: unknown,
  right: Expected,
  wrongRole: string,
  otherMinistry: Expected,
  secretariat: Expected,
  observer = unseenByObserver,
  others: Expected[] = [],
): AccessRow => ({
  ...{ dossier, data, right, wrongRole: [wrongRole, 403], otherMinistry, secretariat, observer, others },
});
