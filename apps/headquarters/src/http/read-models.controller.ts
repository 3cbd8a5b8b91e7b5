import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { Problem, ReadModelList, RebuildAccepted, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { requested } from '#platform';
import type { DataSource } from 'typeorm';
import { describeGenerations } from '../read-models/generation-rows.js';
import { Generations } from '../read-models/generations.js';
import { PROJECTOR } from '../tokens.js';
import { ModelParams, NoQuery } from './requests.js';

const isDirector = ({ assignments }: Principal) => assignments.some(({ role }) => role === 'SECR_DIRECTOR');

/** How far the read models have come, and building them anew. */
@Controller('v1/read-models')
export class ReadModelsController {
  constructor(
    @Inject(PROJECTOR) private readonly db: DataSource,
    private readonly generations: Generations,
  ) {}

  /** The text of an error may quote an event, so it is for the director's eyes. */
  @Get()
  async list(@CurrentPrincipal() principal: Principal, @Query() query: unknown) {
    requested(NoQuery, query);
    const { head, items } = await describeGenerations(this.db);
    const shown = items.map((item) =>
      item.stopped && !isDirector(principal)
        ? { ...item, stopped: { ...item.stopped, error: 'see the log of headquarters' } }
        : item,
    );
    return ReadModelList.parse({ head, items: shown });
  }

  @Post(':name/rebuild')
  @HttpCode(202)
  async rebuild(@CurrentPrincipal() principal: Principal, @Param() params: unknown) {
    if (!isDirector(principal))
      throw new Problem('not-permitted', 'A read model is rebuilt by a SECR_DIRECTOR.', { rule: 'role' });
    const { name } = requested(ModelParams, params);
    const generation = await this.generations.rebuild(name);
    if (generation === undefined) throw new Problem('not-found', `There is no read model ${name}.`);
    return RebuildAccepted.parse({ name, generation });
  }
}
