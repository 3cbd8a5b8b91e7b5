import { Controller, Get, Inject, Query, Req, Res, UseGuards } from '@nestjs/common';
import { PublicGuideline, type Cabinet } from '#contracts';
import { CONFIG, Open, type Config, requested } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readers, Rows } from '../read-models/readers.js';
import { CABINET, PUBLIC_READERS } from '../tokens.js';
import { send } from './answer.js';
import { datasetNames, type DatasetName } from './datasets.js';
import { OpenDataLimit } from './limit.guard.js';
import { registerPage } from './page.js';
import { shown, surroundings, type Surroundings } from './register.js';
import { PageQuery } from './requests.js';
import { readDataset, readExtent, type Doc } from './rows.js';
import { registerPolicy } from './style.js';

/** Entries of one table on the page. */
const MOST = 500;

/** The public register as a page to read and to print. */
@Open()
@UseGuards(OpenDataLimit)
@Controller('open-data')
export class OpenDataPageController {
  private readonly around: Surroundings;

  constructor(
    @Inject(PUBLIC_READERS) private readonly readers: Readers,
    @Inject(CABINET) private readonly cabinet: Cabinet,
    @Inject(CONFIG) { KYOGI_OPEN_DATA_URL: base, KYOGI_EVIDENCE_URL: log }: Config,
  ) {
    this.around = surroundings(cabinet, base, log);
  }

  @Get()
  async page(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { lang, at } = requested(PageQuery, query);
    const { answer: found, position } = await this.readers.read(
      { principal: 'public', models: ['publications'] },
      (rows) => this.lists(rows, at),
    );
    const { cabinet } = this;
    const { changed, ...lists } = found;
    const body = registerPage({ lang, at, ...lists, cabinet, base: this.around.base });
    void reply.headers({
      'content-security-policy': registerPolicy,
      'referrer-policy': 'no-referrer',
      'content-language': lang,
    });
    send(request, reply, { position, modified: changed, type: 'text/html; charset=utf-8', body });
  }

  private async lists(rows: Rows, at: string | undefined) {
    const list = (filter: object) => readDataset(rows, 'guidelines', { limit: MOST, ...filter });
    const present = await list(at === undefined ? { status: 'IN_FORCE' } : { at });
    const ended =
      at === undefined ? [await list({ status: 'REVISED' }), await list({ status: 'ABOLISHED' })] : [];
    const counts = {} as Record<DatasetName, number>;
    const changes: string[] = [];
    for (const name of datasetNames) {
      const { count, modified } = await readExtent(rows, name);
      counts[name] = count;
      if (modified !== null) changes.push(modified);
    }
    const entries = (items: Doc[]) => items.map((doc) => PublicGuideline.parse(shown(doc, this.around)));
    return {
      ...{ inForce: entries(present.items), more: present.next !== null, counts },
      former: entries(ended.flatMap(({ items }) => items)),
      modified: present.modified,
      // The page counts all datasets: it has changed when any of them has.
      changed: changes.sort().at(-1) ?? null,
    };
  }
}
