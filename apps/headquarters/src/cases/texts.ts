import type { Clause, DossierBody, Proof } from '#contracts';
import { holdsIn } from '#domain';
import type { CaseFile } from './case-file.js';

const all = (clauses: readonly Clause[]): Clause[] =>
  clauses.flatMap((clause) => [clause, ...all(clause.children)]);

export const clauseOf = ({ clauses }: DossierBody, id: string | undefined): Clause | undefined =>
  id === undefined ? undefined : all(clauses).find((clause) => clause.id === id);

/** What a reader may be shown of texts, by the numbers of versions that are open to them. */
export interface Texts {
  open: (versionNo: number) => boolean;
  /** A quotation of a version, null when that is not open. */
  quoted: (versionNo: number, text: string | undefined) => string | null;
  heading: (versionNo: number, clauseId: string | undefined) => string | null;
  proof: (
    proof: Proof | undefined | null,
  ) => (Omit<Proof, 'text'> & { text: string | null; holds: boolean }) | null;
}

export const textsFor = ({ versions, dossier }: CaseFile, open: ReadonlySet<number>): Texts => ({
  open: (versionNo) => open.has(versionNo),
  quoted: (versionNo, text) => (open.has(versionNo) && text !== undefined ? text : null),
  heading: (versionNo, clauseId) => {
    const body = versions.get(versionNo)?.body;
    return (open.has(versionNo) && body && clauseOf(body, clauseId)?.heading) || null;
  },
  proof: (proof) =>
    proof
      ? {
          ...proof,
          text: open.has(proof.versionNo) ? proof.text : null,
          holds: holdsIn(dossier.current.body, proof),
        }
      : null,
});
