import { consultationOf } from '../consultation/round.js';
import { changesSince } from '../consultation/since.js';
import type { Decision } from '../setting.js';
import { invalid } from './references.js';
import { leads, type Dossier } from './state.js';
import { transition } from './transition.js';

const requireChanged = (dossier: Dossier, clauseIds: readonly string[]) => {
  const changed = new Set(changesSince(dossier).map(({ clauseId }) => clauseId));
  const faults = clauseIds.flatMap((id, i) =>
    changed.has(id)
      ? []
      : [{ path: `clauseIds.${i}`, message: `${id} has not changed since the last formal round` }],
  );
  if (faults.length > 0) throw invalid(faults);
};

/** 字句整理: the secretariat answers for it that a clause, as it has become, says what was agreed; all are told. */
export const markEditorial: Decision<'MarkEditorial'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { versionNo, clauseIds } = command.data;
  const { no } = dossier.current;
  if (versionNo !== no) throw invalid([{ path: 'versionNo', message: `the present version is ${no}` }]);
  requireChanged(dossier, clauseIds);
  const asked = consultationOf(dossier.rounds).flatMap(({ stands }) => stands.map(({ organ }) => organ));
  const notified = [...new Set([...leads(dossier), ...asked])];
  return [{ type: 'EditorialMarked', data: { ...command.data, notified } }];
};
