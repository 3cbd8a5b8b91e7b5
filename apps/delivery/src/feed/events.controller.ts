import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { Readable } from 'node:stream';
import {
  AcknowledgeDeliveries,
  PullRequest,
  StreamRequest,
  type Acknowledged,
  type Principal,
} from '#contracts';
import { CurrentPrincipal } from '#identity';
import { commandData, RequestLimit } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { subscriptionIdOf } from '../subscriptions/subscription-desk.js';
import { AnnouncedEvents } from './announced-events.js';
import { Feed } from './feed.js';
import { OpenAnswers } from './open-answers.js';

const utf8 = 'charset=utf-8';

/** Aborted when the answer is over, or nobody waits for it any more. */
const goneOf = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  if (reply.raw.closed) gone.abort();
  else reply.raw.once('close', () => gone.abort());
  return gone.signal;
};

/** Deliveries by pull and by server-sent events, and single events. */
@UseGuards(RequestLimit)
@Controller('v1')
export class EventsController {
  constructor(
    private readonly feed: Feed,
    private readonly events: AnnouncedEvents,
    private readonly open: OpenAnswers,
  ) {}

  @Get('events')
  async pull(
    @Query() query: unknown,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = commandData(PullRequest, query) as PullRequest;
    const gone = goneOf(reply);
    if (asked.wait > 0) this.open.admit(principal.person, gone);
    const found = await this.feed.pull(asked, principal, gone);
    void reply
      .type(`application/cloudevents-batch+json; ${utf8}`)
      .send(`[${found.map(({ text }) => text).join(',\n')}]`);
  }

  @Get('events/stream')
  async stream(
    @Query() query: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() { headers }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const resumed = headers['last-event-id'];
    const asked = commandData(StreamRequest, {
      ...(query as object),
      ...(resumed !== undefined && { after: resumed }),
    });
    const { subscription: id, after } = asked as StreamRequest;
    const gone = goneOf(reply);
    this.open.admit(principal.person, gone);
    const row = await this.feed.readable(id, principal, after);
    const from = after ?? row.settled;
    await this.feed.requireKept(row, from);
    const fields = this.feed.stream(id, from, principal, gone);
    void reply
      .type(`text/event-stream; ${utf8}`)
      .header('x-accel-buffering', 'no')
      .send(Readable.from(fields, { objectMode: false }));
  }

  @Get('events/:eventId')
  async read(
    @Param('eventId') eventId: string,
    @CurrentPrincipal() principal: Principal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const text = await this.events.read(eventId, principal);
    void reply.type(`application/cloudevents+json; ${utf8}`).send(text);
  }

  @Post('subscriptions/:id/acknowledge')
  @HttpCode(200)
  async acknowledge(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Acknowledged> {
    const { through } = commandData(AcknowledgeDeliveries, body) as AcknowledgeDeliveries;
    return { settled: await this.feed.acknowledge(subscriptionIdOf(id), principal, through) };
  }
}
