import { leads, type Dossier } from '#domain';
import type { CaseFile } from './case-file.js';
import type { Viewer } from './viewer.js';

/** Which names one reader may see: of a participant whose name is not shown, null; of its threads, a number without the name. */
export interface Names {
  hides: (roundNo: number) => boolean;
  /** Whether the round is told to the reader: an informal one only to its own participants, the leads and the secretariat. */
  tells: (roundNo: number) => boolean;
  ofRound: (roundNo: number, organ: string) => string | null;
  /** Of what belongs to no round, such as a statement. */
  atAll: (organ: string) => string | null;
  ofThread: (ref: string) => string | null;
  ref: (ref: string) => string;
  /** A text with the references in it replaced. */
  within: (text: string) => string;
}

const isLead = (dossier: Dossier, { organs }: Viewer): boolean =>
  leads(dossier).some((organ) => organs.has(organ));

/**
 * Rounds whose names are not shown yet: not while they wait for answers at present, whatever moment is looked at. Hidden from other
 * participants, so that nobody follows anybody; the lead negotiates, and the secretariat watches.
 */
const hiddenRounds = ({ dossier }: CaseFile, viewer: Viewer, now: string): Set<number> => {
  if (viewer.secretariat || isLead(dossier, viewer)) return new Set();
  const hidden = dossier.rounds.filter(({ hideNames, state, dueAt, suspended }) => {
    if (!hideNames) return false;
    return (state === 'OPEN' && now < dueAt) || (state === 'SUSPENDED' && suspended?.from === 'OPEN');
  });
  return new Set(hidden.map(({ no }) => no));
};

/** Informal rounds (事前相談) that the reader had no part in. */
const untoldRounds = ({ dossier }: CaseFile, viewer: Viewer): Set<number> => {
  const { organs, secretariat } = viewer;
  if (secretariat || isLead(dossier, viewer)) return new Set();
  const others = dossier.rounds.filter(
    ({ kind, stands }) => kind === 'INFORMAL' && !stands.some(({ organ }) => organs.has(organ)),
  );
  return new Set(others.map(({ no }) => no));
};

/** @param present the case as the reader sees it now, which says what is hidden even when they look at an earlier moment */
export const namesFor = (present: CaseFile, viewer: Viewer, now: string): Names => {
  const hidden = hiddenRounds(present, viewer, now);
  const known = (organ: string) => viewer.organs.has(organ);
  const untold = untoldRounds(present, viewer);
  const threads = new Map(present.dossier.threads.map((thread, i) => [thread.ref, { ...thread, no: i + 1 }]));
  const isHiddenThread = (ref: string) => {
    const thread = threads.get(ref);
    return thread !== undefined && hidden.has(thread.roundNo) && !known(thread.organ);
  };
  const ref = (name: string) => (isHiddenThread(name) ? `*#${threads.get(name)!.no}` : name);
  const asked = new Set(
    present.dossier.rounds
      .filter(({ no }) => hidden.has(no))
      .flatMap(({ stands }) => stands.map(({ organ }) => organ)),
  );
  return {
    hides: (roundNo) => hidden.has(roundNo),
    tells: (roundNo) => !untold.has(roundNo),
    ofRound: (roundNo, organ) => (hidden.has(roundNo) && !known(organ) ? null : organ),
    atAll: (organ) => (asked.has(organ) && !known(organ) ? null : organ),
    ofThread: (name) => (isHiddenThread(name) ? null : (threads.get(name)?.organ ?? null)),
    ref,
    within: (text) => text.replace(/[A-Z][A-Z0-9-]{1,7}#[1-9]\d{0,3}/g, ref),
  };
};
