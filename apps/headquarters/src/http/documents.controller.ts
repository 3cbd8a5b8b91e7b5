import { Controller, Get, Headers, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ConsultationSheet, type Cabinet, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { Clock, requested } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseDesk } from '../cases/cases.js';
import { sheetOf } from '../cases/sheet.js';
import { attachment, fileName } from '../documents/file-name.js';
import { officeOf, type Office } from '../documents/office.js';
import { CSV, papers } from '../documents/papers.js';
import { CABINET } from '../tokens.js';
import { POSITION_HEADER } from './answer.js';
import { caseRequest, type HeaderMap } from './case-request.js';

const paperAt = (url = '') => papers.find(({ file }) => url.endsWith(`/${file}`))!;

/** One case as the files ministries use; the same facts as the sheet, under the same guard. */
@Controller('v1/dossiers/:id/documents')
export class DocumentsController {
  private readonly office: Office;

  constructor(
    private readonly desk: CaseDesk,
    private readonly clock: Clock,
    @Inject(CABINET) cabinet: Cabinet,
  ) {
    this.office = officeOf(cabinet);
  }

  @Get(papers.map(({ file }) => file))
  async paper(
    @CurrentPrincipal() principal: Principal,
    @Param() params: unknown,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Req() { routeOptions }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { file, media, query: schema, make } = paperAt(routeOptions.url);
    const wanted = requested(schema, query);
    const request = caseRequest(principal, params, headers, this.clock.now());
    const opened = await this.desk.open(request);
    const look = await this.desk.look(opened, {}, request.now);
    const sheet = ConsultationSheet.parse(sheetOf(look));
    const { bytes, name } = make({ look, sheet, office: this.office }, wanted);
    const whole = await bytes;
    const ending = file.slice(file.lastIndexOf('.'));
    void reply
      .header('content-type', media === CSV ? `${CSV}; charset=utf-8` : media)
      .header('content-disposition', attachment(fileName(name, sheet.number ?? '') + ending, file))
      .header(POSITION_HEADER, String(opened.position))
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store');
    return whole;
  }
}
