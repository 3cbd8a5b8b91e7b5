import type { ClauseChange, DossierBody } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import { changesBetween } from './diff.js';
import { partsChanged } from './parts.js';
import { consultationOf, type Round } from './round.js';

/** The round whose version the present text is compared with. */
export const lastFormalRound = ({ rounds }: Dossier): Round | undefined => consultationOf(rounds).at(-1);

/** The text that was asked about last; the present one when none was. */
export const consultedBody = (dossier: Dossier): DossierBody =>
  (lastFormalRound(dossier)?.version ?? dossier.current).body;

/** Every difference from the text asked about last, marked editorial or not. */
export const changesSince = (dossier: Dossier): ClauseChange[] =>
  changesBetween(consultedBody(dossier), dossier.current.body);

/** Parts outside of the clauses that differ from the text asked about last and concern consultees. */
export const partsSince = (dossier: Dossier): string[] =>
  partsChanged(consultedBody(dossier), dossier.current.body);

/** A mark covers what the clause had become by the marked version; a later edit of it counts again. */
const isEditorial = ({ history, editorial, current }: Dossier, fromVersionNo: number, clauseId: string) => {
  const edited = history.findLast(({ no, changed }) => no > fromVersionNo && changed.includes(clauseId));
  const since = edited?.no ?? current.no;
  return editorial.some(({ versionNo, clauseIds }) => versionNo >= since && clauseIds.includes(clauseId));
};

/** What changed since the version of the last formal round, without changes of wording marked by the secretariat. */
export const deltaOf = (dossier: Dossier): { fromVersionNo: number; changes: ClauseChange[] } => {
  const fromVersionNo = (lastFormalRound(dossier)?.version ?? dossier.current).no;
  const changes = changesSince(dossier).filter(
    ({ clauseId }) => !isEditorial(dossier, fromVersionNo, clauseId),
  );
  return { fromVersionNo, changes };
};
