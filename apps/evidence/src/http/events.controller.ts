import { Controller, Get, Inject, Param, Req, Res, UseGuards } from '@nestjs/common';
import { entryPath, EvidenceView, OpeningView, Problem, proofPath, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { CONFIG, Open, type Config, RequestLimit } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answer } from './answer.js';
import { Openings } from './openings.js';
import { Published } from './published.js';

const EventId = z.uuid();
const none = () => new Problem('not-found', 'No such event, or what opens its entry is not yours.');

/** From an event to its evidence. That an event exists is public, as its entry is; what it says is not. */
@Controller('v1/evidence/:eventId')
export class EventsController {
  constructor(
    private readonly published: Published,
    private readonly openings: Openings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Open()
  @UseGuards(RequestLimit)
  @Get()
  async find(
    @Param('eventId') eventId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const position = EventId.safeParse(eventId).success ? await this.openings.positionOf(eventId) : undefined;
    if (position === undefined) throw none();
    const base = this.config.KYOGI_EVIDENCE_URL ?? '';
    const found = {
      ...{ eventId, position, published: position <= (await this.published.size()) },
      ...{ proof: base + proofPath(position), entry: base + entryPath(position) },
    };
    const text = JSON.stringify(EvidenceView.parse(found));
    answer(request, reply, text, { type: 'application/json', keep: 'never' });
  }

  @Get('opening')
  async opening(
    @Param('eventId') eventId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<OpeningView> {
    const known = EventId.safeParse(eventId).success;
    const opening = known ? await this.openings.open(eventId, principal) : undefined;
    if (!opening) throw none();
    return OpeningView.parse(opening);
  }
}
