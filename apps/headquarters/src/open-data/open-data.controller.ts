import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Options,
  Param,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { Problem, PublicDossierWhole, PublicGuidelineWhole, type Cabinet } from '#contracts';
import { CONFIG, Open, type Config, requested } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csv } from '../documents/csv.js';
import { NoQuery } from '../http/requests.js';
import type { Readers } from '../read-models/readers.js';
import { CABINET, PUBLIC_READERS } from '../tokens.js';
import { CSV_TYPE, formatOf, JSON_TYPE, send } from './answer.js';
import { catalogue } from './catalogue.js';
import { columnsOf, tableOf } from './columns.js';
import { datasetNames, datasets, type DatasetName } from './datasets.js';
import { OpenDataLimit } from './limit.guard.js';
import { shown, surroundings, type Surroundings } from './register.js';
import { EntryParams, EntryQuery, type DatasetQuery } from './requests.js';
import { readDataset, readEntry, readExtent, type Extent } from './rows.js';

const entries = ['guidelines', 'dossiers'] as const;
const schemas = { guidelines: PublicGuidelineWhole, dossiers: PublicDossierWhole };
const models = ['publications'] as const;

/** The dataset that an address names. */
const datasetAt = ({ routeOptions: { url = '' } }: FastifyRequest): DatasetName =>
  datasetNames.find((name) => url.split('/')[2] === name)!;

/** The public register as data, to everybody: who asks is neither known nor asked. */
@Open()
@UseGuards(OpenDataLimit)
@Controller('open-data')
export class OpenDataController {
  private readonly around: Surroundings;

  constructor(
    @Inject(PUBLIC_READERS) private readonly readers: Readers,
    @Inject(CABINET) private readonly cabinet: Cabinet,
    @Inject(CONFIG) { KYOGI_OPEN_DATA_URL: base, KYOGI_EVIDENCE_URL: log }: Config,
  ) {
    this.around = surroundings(cabinet, base, log);
  }

  /** What a browser asks before a page of another origin may send If-None-Match. */
  @Options([...datasetNames, ...entries.map((name) => `${name}/:id`), 'catalogue.jsonld'])
  @HttpCode(204)
  preflight(@Res() reply: FastifyReply): void {
    void reply
      .code(204)
      .headers({
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
        'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
        'access-control-max-age': '86400',
      })
      .send();
  }

  @Get(datasetNames)
  async list(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const name = datasetAt(request);
    const { query: schema, item, page } = datasets[name];
    const wanted = requested(schema, query) as DatasetQuery;
    const read = await this.readers.read({ principal: 'public', models }, (rows) =>
      readDataset(rows, name, wanted),
    );
    const { position } = read;
    const { next, modified } = read.answer;
    const items = read.answer.items.map((doc) => item.parse(shown(doc, this.around)));
    const about = { position, modified, next };
    if (formatOf(request, wanted.format) === 'csv')
      return send(request, reply, { ...about, ...this.csv(name, items) });
    const body = JSON.stringify(page.parse({ licence: this.cabinet.licence.url, items, next }));
    send(request, reply, { ...about, type: JSON_TYPE, body });
  }

  @Get(entries.map((name) => `${name}/:id`))
  async entry(
    @Param() params: unknown,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { id } = requested(EntryParams, params);
    const { format } = requested(EntryQuery, query);
    const name = datasetAt(request) as (typeof entries)[number];
    const { answer: found, position } = await this.readers.read({ principal: 'public', models }, (rows) =>
      readEntry(rows, name, id),
    );
    if (!found) throw new Problem('not-found', 'There is no such entry in the public register.');
    const item = schemas[name].parse({ ...shown(found, this.around), text: found.text });
    const about = { position, modified: item.modified };
    if (formatOf(request, format) === 'csv')
      return send(request, reply, { ...about, ...this.csv(name, [item]) });
    send(request, reply, { ...about, type: JSON_TYPE, body: JSON.stringify(item) });
  }

  @Get('catalogue.jsonld')
  async catalogue(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    requested(NoQuery, query);
    const { answer: found, position } = await this.readers.read(
      { principal: 'public', models },
      async (rows) => {
        const extents = {} as Record<DatasetName, Extent>;
        for (const name of datasetNames) extents[name] = await readExtent(rows, name);
        return extents;
      },
    );
    const { cabinet, around } = this;
    const body = JSON.stringify(catalogue({ cabinet, around, extents: found }), null, 2);
    const changes = Object.values(found).flatMap(({ modified }) => modified ?? []);
    const modified = changes.sort().at(-1) ?? null;
    send(request, reply, { position, modified, type: 'application/ld+json', body });
  }

  private csv(name: DatasetName, items: readonly Record<string, unknown>[]) {
    const body = csv(tableOf(columnsOf(datasets[name].item), items));
    return { type: CSV_TYPE, body, file: `${name}.csv` };
  }
}
