import { Controller, Get, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import { AsOfView, ConsultationSheet, type Cabinet, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { Clock, requested } from '#platform';
import type { FastifyReply } from 'fastify';
import { CaseDesk } from '../cases/cases.js';
import { asOfPage } from '../pages/as-of-page.js';
import { oldNewPage } from '../pages/old-new-page.js';
import type { Setting } from '../pages/page.js';
import { sheetPage } from '../pages/sheet-page.js';
import { contentSecurityPolicy } from '../pages/style.js';
import { CABINET } from '../tokens.js';
import { answer } from './answer.js';
import { caseRequest, type HeaderMap } from './case-request.js';
import { AsOfQuery, OldNewQuery, SheetQuery } from './requests.js';

/** One case as pages to read and to print; the same answers as the JSON, under the same guard. */
@Controller('v1/dossiers/:id')
export class PagesController {
  private readonly setting: Setting;

  constructor(
    private readonly desk: CaseDesk,
    private readonly clock: Clock,
    @Inject(CABINET) { organs, calendar }: Cabinet,
  ) {
    const names = new Map(organs.map(({ slug, ja }) => [slug, ja]));
    this.setting = {
      timeZone: calendar.timeZone,
      era: calendar.country === 'JP',
      organ: (slug) => names.get(slug) ?? slug,
    };
  }

  @Get('consultation.html')
  async sheet(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { asOf: position, at } = requested(SheetQuery, query);
    const request = caseRequest(principal, params, headers, this.clock.now());
    const sheet = answer(reply, ConsultationSheet, await this.desk.sheet(request, { position, at }));
    return asPage(reply, sheetPage(sheet, this.setting));
  }

  @Get('as-of.html')
  async asOf(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const moment = requested(AsOfQuery, query);
    const request = caseRequest(principal, params, headers, this.clock.now());
    const view = answer(reply, AsOfView, await this.desk.asOf(request, moment));
    return asPage(reply, asOfPage(view, this.setting));
  }

  @Get('old-new.html')
  async oldNew(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(OldNewQuery, query);
    const request = caseRequest(principal, params, headers, this.clock.now());
    const { comparison, ...read } = await this.desk.oldNew(request, wanted);
    const sheet = answer(reply, ConsultationSheet, read);
    return asPage(reply, oldNewPage({ sheet, ...comparison }, this.setting));
  }
}

const asPage = (reply: FastifyReply, text: string): string => {
  void reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'private, no-store');
  return text;
};
