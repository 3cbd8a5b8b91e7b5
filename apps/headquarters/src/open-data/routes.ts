import * as views from '#contracts';
import { z } from 'zod';
import type { Route } from '../route.js';
import { datasetNames, datasets } from './datasets.js';
import { EntryParams, EntryQuery, PageQuery } from './requests.js';

const get = { method: 'get', status: 200, reads: true, open: true } as const;
const capital = (name: string) => name[0]!.toUpperCase() + name.slice(1);

/** The public register: no sign-in, cacheable, limited per address. */
export const openDataRoutes: readonly Route[] = [
  {
    ...get,
    path: '/open-data',
    operation: 'openDataPage',
    summary: 'The list of guidelines in force as a page, in Japanese or English.',
    ...{ query: PageQuery, answer: z.string(), page: true },
  },
  {
    ...get,
    path: '/open-data/catalogue.jsonld',
    operation: 'openDataCatalogue',
    summary: 'The catalogue of the register in JSON-LD: DCAT 3, for DCAT-AP.',
    ...{ answer: z.string(), media: 'application/ld+json' },
  },
  ...datasetNames.map((name): Route => ({
    ...get,
    path: `/open-data/${name}`,
    operation: `openData${capital(name)}`,
    summary: datasets[name].description.en,
    ...{ query: datasets[name].query, answer: datasets[name].page, csv: true },
  })),
  ...(
    [
      ['guidelines', views.PublicGuidelineWhole],
      ['dossiers', views.PublicDossierWhole],
    ] as const
  ).map(([name, answer]): Route => ({
    ...get,
    path: `/open-data/${name}/{id}`,
    operation: `openData${capital(name).slice(0, -1)}`,
    summary: 'One entry with its text, without persons; as CSV without the text.',
    ...{ params: EntryParams, query: EntryQuery, answer, csv: true },
  })),
];
