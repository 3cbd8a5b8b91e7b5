import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { opinionTableLimits, Problem, Ulid, type OpinionTableAnswer, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import type { FastifyRequest } from 'fastify';
import { readOpinionTable } from './read-table.js';
import { returnTable } from './return-table.js';
import { ThreadDoor } from './thread-door.js';
import { refusedWhole } from './told.js';

const tooLarge = () =>
  new Problem('body-too-large', `Send at most ${opinionTableLimits.bytes} bytes.`, {
    limitBytes: opinionTableLimits.bytes,
  });

const whole = async (body: Readable, { headers }: FastifyRequest): Promise<Buffer> => {
  if (Number(headers['content-length'] ?? 0) > opinionTableLimits.bytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > opinionTableLimits.bytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const dossierIdOf = (id: string): string => {
  const { success, error } = Ulid.safeParse(id);
  if (success) return id;
  const message = error.issues[0]?.message ?? 'a ULID';
  throw new Problem('invalid-request', `The dossier id in the address must be ${message}.`, {
    faults: [{ path: 'id', message }],
  });
};

/** Takes the filled opinion table of a ministry back: POST /v1/dossiers/{id}/opinion-table. */
@Controller('v1/dossiers')
export class OpinionTableController {
  constructor(private readonly door: ThreadDoor) {}

  @Post(':id/opinion-table')
  @HttpCode(200)
  async takeBack(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<OpinionTableAnswer> {
    const dossierId = dossierIdOf(id);
    if (!(body instanceof Readable))
      throw new Problem('unsupported-media-type', 'Send the filled opinion table as XLSX.');
    const table = await readOpinionTable(await whole(body, request));
    if (table.identity.dossierId !== dossierId)
      throw refusedWhole(
        '別の案件の意見一覧表です。案件を確かめてください。',
        'The table is of another dossier: check the address.',
      );
    return returnTable(table, this.door, { principal, correlationId: request.id });
  }
}
