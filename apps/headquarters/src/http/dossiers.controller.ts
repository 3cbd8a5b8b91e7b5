import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { DossierPage, DossierView, TimelinePage, VersionView, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { Clock, requested } from '#platform';
import type { FastifyReply } from 'fastify';
import { oneVersion, wholeDossier } from '../queries/dossier.js';
import { listDossiers } from '../queries/register.js';
import { readTimeline } from '../queries/timeline.js';
import { Readers } from '../read-models/readers.js';
import { answer } from './answer.js';
import { DossierParams, DossierQuery, minPositionOf, NoQuery, PageQuery, VersionParams } from './requests.js';

type HeaderMap = Record<string, string | string[] | undefined>;

/** The register and what belongs to one dossier. */
@Controller('v1/dossiers')
export class DossiersController {
  constructor(
    private readonly readers: Readers,
    private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(DossierQuery, query);
    const request = { principal, models: ['dossiers'] as const, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) => listDossiers(rows, wanted, this.clock.now()));
    return answer(reply, DossierPage, read);
  }

  @Get(':id')
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    requested(NoQuery, query);
    const { id } = requested(DossierParams, params);
    const request = { principal, models: ['dossiers'] as const, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) =>
      wholeDossier(rows, principal, id, this.clock.now()),
    );
    const view = answer(reply, DossierView, read);
    void reply.header('etag', `"${view.version}"`);
    return view;
  }

  @Get(':id/versions/:no')
  async version(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    requested(NoQuery, query);
    const { id, no } = requested(VersionParams, params);
    const request = { principal, models: ['dossiers'] as const, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) => oneVersion(rows, principal, id, no));
    return answer(reply, VersionView, read);
  }

  @Get(':id/timeline')
  async timeline(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { id } = requested(DossierParams, params);
    const page = requested(PageQuery, query);
    const request = { principal, models: ['timeline'] as const, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) => readTimeline(rows, id, page));
    return answer(reply, TimelinePage, read);
  }
}
