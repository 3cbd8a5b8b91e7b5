import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { AsOfView, ConsultationSheet, ExplainedDossier, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { Clock, requested } from '#platform';
import type { FastifyReply } from 'fastify';
import { CaseDesk } from '../cases/cases.js';
import { answer } from './answer.js';
import { caseRequest, type HeaderMap } from './case-request.js';
import { AsOfQuery, NoQuery, SheetQuery } from './requests.js';

/** What officers look at of one dossier: a fold of its stream, now or at a moment. */
@Controller('v1/dossiers/:id')
export class CasesController {
  constructor(
    private readonly desk: CaseDesk,
    private readonly clock: Clock,
  ) {}

  @Get('consultation')
  async consultation(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { asOf: position, at } = requested(SheetQuery, query);
    const request = caseRequest(principal, params, headers, this.clock.now());
    const read = await this.desk.sheet(request, { position, at });
    if (position === undefined && at === undefined)
      void reply.header('etag', `"${read.admission.streamVersion}"`);
    return answer(reply, ConsultationSheet, read);
  }

  @Get('as-of')
  async asOf(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const moment = requested(AsOfQuery, query);
    const read = await this.desk.asOf(caseRequest(principal, params, headers, this.clock.now()), moment);
    return answer(reply, AsOfView, read);
  }

  @Get('explain')
  async explain(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    requested(NoQuery, query);
    const read = await this.desk.explain(caseRequest(principal, params, headers, this.clock.now()));
    return answer(reply, ExplainedDossier, read);
  }
}
