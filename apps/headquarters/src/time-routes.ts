import * as views from '#contracts';
import { DossierParams } from './http/requests.js';
import * as requests from './http/time-requests.js';
import type { Route } from './route.js';

const get = { method: 'get', status: 200, reads: true } as const;

/** Time and load: how long, how late, how much. */
export const timeRoutes: readonly Route[] = [
  {
    ...get,
    path: '/v1/dwell',
    operation: 'readDwell',
    summary: 'How long each organ held each dossier, on whose clock, as far as it is open to you.',
    query: requests.DwellQuery,
    answer: views.DwellView,
  },
  {
    ...get,
    path: '/v1/late',
    operation: 'readLate',
    summary: 'Who is late and on whose clock, and what is due in five business days.',
    query: requests.LateQuery,
    answer: views.LateView,
  },
  {
    ...get,
    path: '/v1/load',
    operation: 'readLoad',
    summary: 'How many returns each organ owes on which day: numbers only, of all running rounds.',
    query: requests.LoadQuery,
    answer: views.LoadView,
  },
  {
    ...get,
    path: '/v1/dossiers/{id}/round-preview',
    operation: 'previewRound',
    summary:
      'Whom a round would ask and why, how soon it could be due, and whose desks are full; for its leads and the secretariat.',
    params: DossierParams,
    query: requests.RoundPreviewQuery,
    answer: views.RoundPreviewView,
  },
  {
    ...get,
    path: '/v1/precedents',
    operation: 'findPrecedents',
    summary: 'Past answers and memoranda: by words, or like a thread that is being answered.',
    query: requests.PrecedentQuery,
    answer: views.PrecedentPage,
  },
];
