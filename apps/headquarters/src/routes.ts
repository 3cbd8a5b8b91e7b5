import * as views from '#contracts';
import { z } from 'zod';
import * as requests from './http/requests.js';
import { openDataRoutes } from './open-data/routes.js';
import { distanceRoutes } from './distance-routes.js';
import { documentRoutes } from './document-routes.js';
import type { Route } from './route.js';
import { timeRoutes } from './time-routes.js';

const Page = z.string();
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
    path: '/v1/dossiers/{id}/consultation',
    operation: 'readConsultation',
    summary:
      'The consultation sheet: rounds, positions, threads, memoranda and what is missing, now or at a moment.',
    params: requests.DossierParams,
    query: requests.SheetQuery,
    answer: views.ConsultationSheet,
    etag: true,
  },
  {
    ...get,
    path: '/v1/dossiers/{id}/as-of',
    operation: 'readAsOf',
    summary: 'The text and every position as they were at a position of the ledger or at a time.',
    params: requests.DossierParams,
    query: requests.AsOfQuery,
    answer: views.AsOfView,
  },
  {
    ...get,
    path: '/v1/dossiers/{id}/explain',
    operation: 'explainDossier',
    summary:
      'Every transition: command, rule and version of the procedure, evidence, actor, on whose behalf, time.',
    params: requests.DossierParams,
    answer: views.ExplainedDossier,
  },
  ...(
    [
      ['consultation.html', 'consultationPage', 'The consultation sheet as a page.', requests.SheetQuery],
      ['old-new.html', 'oldNewPage', 'Old and new text side by side (新旧対照表).', requests.OldNewQuery],
      ['as-of.html', 'asOfPage', 'Text and positions at a moment, as a page.', requests.AsOfQuery],
    ] as const
  ).map(([page, operation, summary, query]) => ({
    ...get,
    path: `/v1/dossiers/{id}/${page}`,
    ...{ operation, summary, query, params: requests.DossierParams, answer: Page, page: true as const },
  })),
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
  ...documentRoutes,
  ...timeRoutes,
  ...distanceRoutes,
  ...openDataRoutes,
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
