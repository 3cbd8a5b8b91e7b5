import * as views from '#contracts';
import type { z } from 'zod';
import * as requests from './http/requests.js';

/** A route as the API's readers see it; a spec holds the list against the routes that are served. */
export interface Route {
  method: 'get' | 'post';
  path: string;
  operation: string;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  status: 200 | 202;
  answer: z.ZodType;
  /** Takes Min-Position and says Kyogi-Position. */
  reads: boolean;
  etag?: true;
}

const get = { method: 'get', status: 200, reads: true } as const;

export const routes: readonly Route[] = [
  {
    ...get,
    path: '/v1/dossiers',
    operation: 'listDossiers',
    summary: 'The register: filters, paging, and search in Japanese and English.',
    query: requests.DossierQuery,
    answer: views.DossierPage,
  },
  {
    ...get,
    path: '/v1/dossiers/{id}',
    operation: 'readDossier',
    summary: 'A dossier with the text of its present version; the ETag is what If-Match of a command wants.',
    params: requests.DossierParams,
    answer: views.DossierView,
    etag: true,
  },
  {
    ...get,
    path: '/v1/dossiers/{id}/versions/{no}',
    operation: 'readVersion',
    summary: 'The text of one version.',
    params: requests.VersionParams,
    answer: views.VersionView,
  },
  {
    ...get,
    path: '/v1/dossiers/{id}/timeline',
    operation: 'readTimeline',
    summary: 'All that happened to a dossier, in sentences, as far as it is open to you.',
    params: requests.DossierParams,
    query: requests.PageQuery,
    answer: views.TimelinePage,
  },
  {
    ...get,
    path: '/v1/inbox',
    operation: 'readInbox',
    summary: 'What your organs have to do or to know.',
    query: requests.InboxQuery,
    answer: views.InboxPage,
  },
  {
    ...get,
    path: '/v1/board',
    operation: 'readBoard',
    summary: 'Where everything stands: stage × lead × pillar, what is overdue, and for how long.',
    query: requests.BoardQuery,
    answer: views.BoardView,
  },
  {
    ...get,
    path: '/v1/coverage',
    operation: 'readCoverage',
    summary: 'Who does what for each pillar of the Basic Plan, and who nothing, as far as it is open to you.',
    answer: views.CoverageView,
  },
  {
    ...get,
    path: '/v1/organs',
    operation: 'listOrgans',
    summary: 'The organs of the cabinet.',
    answer: views.OrganList,
    reads: false,
  },
  {
    ...get,
    path: '/v1/read-models',
    operation: 'listReadModels',
    summary: 'How far the read models have come, and whether one is stopped.',
    answer: views.ReadModelList,
    reads: false,
  },
  {
    method: 'post',
    path: '/v1/read-models/{name}/rebuild',
    operation: 'rebuildReadModel',
    summary: 'Build a read model anew from the ledger, without downtime (SECR_DIRECTOR).',
    params: requests.ModelParams,
    status: 202,
    answer: views.RebuildAccepted,
    reads: false,
  },
];
