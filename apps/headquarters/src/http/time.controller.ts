import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import {
  DwellView,
  LateView,
  LoadView,
  PrecedentPage,
  RoundPreviewView,
  type Cabinet,
  type Principal,
} from '#contracts';
import { CurrentPrincipal } from '#identity';
import { Clock, requested } from '#platform';
import type { FastifyReply } from 'fastify';
import { CaseDesk } from '../cases/cases.js';
import { readDwell } from '../queries/dwell.js';
import { readLate } from '../queries/late.js';
import { readLoad } from '../queries/load.js';
import { readPrecedents } from '../queries/precedents.js';
import { readRoundPreview } from '../queries/round-preview.js';
import { Readers } from '../read-models/readers.js';
import { CABINET } from '../tokens.js';
import { answer } from './answer.js';
import { caseRequest, type HeaderMap } from './case-request.js';
import { minPositionOf } from './requests.js';
import { DwellQuery, LateQuery, LoadQuery, PrecedentQuery, RoundPreviewQuery } from './time-requests.js';

/** How long, how late, how much. */
@Controller('v1')
export class TimeController {
  constructor(
    private readonly readers: Readers,
    private readonly desk: CaseDesk,
    private readonly clock: Clock,
    @Inject(CABINET) private readonly cabinet: Cabinet,
  ) {}

  @Get('dwell')
  async dwell(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(DwellQuery, query);
    const models = ['dwell', 'dossiers'] as const;
    const request = { principal, models, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) =>
      readDwell(rows, wanted, this.cabinet, this.clock.now()),
    );
    return answer(reply, DwellView, read);
  }

  @Get('late')
  async late(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(LateQuery, query);
    const request = { principal, models: ['dossiers'] as const, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) =>
      readLate(rows, wanted, this.cabinet, this.clock.now()),
    );
    return answer(reply, LateView, read);
  }

  @Get('load')
  async load(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(LoadQuery, query);
    const request = { principal, models: ['dwell'] as const, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) =>
      readLoad(rows, wanted, this.cabinet, this.clock.now()),
    );
    return answer(reply, LoadView, read);
  }

  @Get('precedents')
  async precedents(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(PrecedentQuery, query);
    const models = ['precedents', 'dossiers'] as const;
    const request = { principal, models, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) => readPrecedents(rows, wanted));
    return answer(reply, PrecedentPage, read);
  }

  @Get('dossiers/:id/round-preview')
  async roundPreview(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(RoundPreviewQuery, query);
    const request = caseRequest(principal, params, headers, this.clock.now());
    const { desk, readers, cabinet } = this;
    const read = await readRoundPreview({ desk, readers, cabinet }, request, wanted);
    return answer(reply, RoundPreviewView, read);
  }
}
