import { z } from 'zod';
import { papers } from './documents/papers.js';
import { DossierParams } from './http/requests.js';
import type { Route } from './route.js';

/** Files that ministries use, as far as the dossier is open to the reader. */
export const documentRoutes: readonly Route[] = papers.map(({ file, operation, media, query, summary }) => ({
  ...{ method: 'get', status: 200, reads: true, params: DossierParams, answer: z.string() },
  ...{ path: `/v1/dossiers/{id}/documents/${file}`, operation, media, query, summary },
}));
