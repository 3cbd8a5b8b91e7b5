import { IncidentList, Reconciliation } from '#contracts';
import type { Route } from './route.js';

/** Whether headquarters says what the ledger says. */
export const distanceRoutes: readonly Route[] = [
  {
    ...{ method: 'get', path: '/v1/incidents', operation: 'listIncidents', status: 200, reads: false },
    summary:
      'Days and organs of which headquarters did not say what the ledger says, open ones first (SECR_*).',
    answer: IncidentList,
  },
  {
    ...{ method: 'post', path: '/v1/reconciliations', operation: 'reconcile', status: 200, reads: false },
    summary:
      'Compare the read models with the ledger, and a copy of the ledger with its original, now (SECR_*).',
    answer: Reconciliation,
  },
];
