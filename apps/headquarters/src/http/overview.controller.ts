import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { BoardView, CoverageView, InboxPage, OrganList, type Cabinet, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { Clock, requested } from '#platform';
import type { FastifyReply } from 'fastify';
import { readBoard } from '../queries/board.js';
import { readCoverage } from '../queries/coverage.js';
import { readInbox } from '../queries/inbox.js';
import { listOrgans } from '../queries/organs.js';
import { Readers } from '../read-models/readers.js';
import { CABINET } from '../tokens.js';
import { answer } from './answer.js';
import { BoardQuery, InboxQuery, minPositionOf, NoQuery } from './requests.js';

type HeaderMap = Record<string, string | string[] | undefined>;

/** What is to be done, and where everything stands. */
@Controller('v1')
export class OverviewController {
  constructor(
    private readonly readers: Readers,
    private readonly clock: Clock,
    @Inject(CABINET) private readonly cabinet: Cabinet,
  ) {}

  @Get('inbox')
  async inbox(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = requested(InboxQuery, query);
    const request = { principal, models: ['inbox'] as const, minPosition: minPositionOf(headers) };
    const read = await this.readers.read(request, (rows) => readInbox(rows, wanted, this.clock.now()));
    return answer(reply, InboxPage, read);
  }

  @Get('board')
  async board(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { type, now } = requested(BoardQuery, query);
    const request = { principal, models: ['dossiers'] as const, minPosition: minPositionOf(headers) };
    const at = now === undefined ? this.clock.now() : new Date(now);
    return answer(reply, BoardView, await this.readers.read(request, (rows) => readBoard(rows, type, at)));
  }

  @Get('coverage')
  async coverage(
    @CurrentPrincipal() principal: Principal,
    @Query() query: unknown,
    @Headers() headers: HeaderMap,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    requested(NoQuery, query);
    const request = { principal, models: ['dossiers'] as const, minPosition: minPositionOf(headers) };
    const today = dayIn(this.cabinet.calendar.timeZone, this.clock.now());
    const read = await this.readers.read(request, (rows) => readCoverage(rows, this.cabinet, today));
    return answer(reply, CoverageView, read);
  }

  @Get('organs')
  organs(@Query() query: unknown) {
    requested(NoQuery, query);
    return OrganList.parse(listOrgans(this.cabinet));
  }
}

/** 'YYYY-MM-DD' of an instant in a time zone. */
const dayIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
