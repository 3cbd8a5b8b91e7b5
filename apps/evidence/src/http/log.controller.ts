import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import { Problem } from '#contracts';
import { Open, RequestLimit } from '#platform';
import { tileWidth } from '#transparency';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from './answer.js';
import { Disclosures } from './disclosures.js';
import { positionIn, Published } from './published.js';

const text = 'text/plain; charset=utf-8';

/** The public files of the log (C2SP tlog-tiles, tlog-proof), and what opens what is public of its entries. */
@Open()
@UseGuards(RequestLimit)
@Controller()
export class LogController {
  constructor(
    private readonly published: Published,
    private readonly disclosures: Disclosures,
  ) {}

  @Get('checkpoint')
  async checkpoint(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answer(request, reply, (await this.published.present()).note, { type: text, keep: 'never' });
  }

  @Get('keys')
  async keys(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    answer(request, reply, await this.published.keys(), { type: text, keep: 'never' });
  }

  @Get('tile/*')
  async tile(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = `tile/${(request.params as { '*': string })['*']}`;
    const { tile, bytes } = await this.published.tile(path);
    const keep = tile.width === tileWidth ? 'ever' : 'minute';
    answer(request, reply, bytes, { type: 'application/octet-stream', keep });
  }

  @Get('proof/:file')
  async proof(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { text: proof, kept } = await this.published.proof(file);
    answer(request, reply, proof, { type: text, keep: kept ? 'ever' : 'minute' });
  }

  @Get('entry/:position')
  async entry(
    @Param('position') position: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const entry = await this.published.entry(position);
    answer(request, reply, entry, { type: 'application/json', keep: 'ever' });
  }

  @Get('opening/:position')
  async opening(
    @Param('position') position: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opening = await this.disclosures.at(positionIn(position));
    if (!opening) throw new Problem('not-found', 'Nothing of what was recorded there is public.');
    answer(request, reply, JSON.stringify(opening), { type: 'application/json', keep: 'minute' });
  }
}
