import type { Dossier } from './state.js';

/** Co-leads that have not signed the present version, and those that have left and are still named. */
export const signaturesMissing = ({ current, leavers, signatures }: Dossier) =>
  current.body.head.coLeads.flatMap((organ) => {
    if (leavers.includes(organ)) return [{ organ, why: 'has left and is still named in the head' }];
    return signatures.includes(organ) ? [] : [{ organ, why: `has not signed version ${current.no}` }];
  });
