import { Readable } from 'node:stream';
import { Body, Controller, Post, Query, Req, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { FilingRequest, Problem, type Principal } from '#contracts';
import { World } from '#commands';
import { CurrentPrincipal, Principals } from '#identity';
import { commandData, problemDocument, problemOf } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csvRows, type CsvRow } from './csv-rows.js';
import { filingRun, type Run } from './filing-run.js';
import { readHeader, requireHeader } from './header.js';
import { mappedColumns } from './map-file.js';
import { Maps } from './maps.js';
import { RowDoor, type Caller } from './row-door.js';

/** Age of what is known of the caller's roles after which it is read again, milliseconds. Every command checks it once more. */
const AUTHORITY_MS = 1_000;

/** Files spreadsheets: POST /v1/filings?map=…&step=…, answered row by row while the body comes in. */
@Controller('v1/filings')
export class FilingsController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly maps: Maps,
    private readonly world: World,
    private readonly door: RowDoor,
    private readonly principals: Principals,
  ) {}

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  @Post()
  async file(
    @Query() query: unknown,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { map: mapName, step } = commandData(FilingRequest, query) as FilingRequest;
    if (!(body instanceof Readable))
      throw new Problem('unsupported-media-type', 'Send the spreadsheet as text/csv in UTF-8.');
    const rows = csvRows(body);
    try {
      const map = this.maps.named(mapName);
      const header = await readHeader(rows);
      requireHeader(header, mappedColumns(map), mapName);
      const { world, door } = this;
      const run = { step, mapName, map, header, world, door, caller: this.callerOf(principal, request.id) };
      void reply
        .code(200)
        .type('application/x-ndjson')
        .send(Readable.from(this.lines(run, rows, request)));
    } catch (error) {
      await rows.return(undefined);
      throw error;
    }
  }

  private async *lines(
    run: Run,
    rows: AsyncIterable<CsvRow>,
    request: FastifyRequest,
  ): AsyncGenerator<string> {
    try {
      for await (const line of filingRun(rows, run)) {
        yield `${JSON.stringify(line)}\n`;
        if (this.stopping)
          throw new Problem('unavailable', 'This process is stopping; send the same file again.');
      }
    } catch (error) {
      const problem = problemOf(error, 0);
      if (problem.type === 'internal-error') request.log.error({ err: error }, 'filing broke off');
      yield `${JSON.stringify({ problem: problemDocument(problem, request.id) })}\n`;
    }
  }

  private callerOf(first: Principal, correlationId: string): () => Promise<Caller> {
    let principal = first;
    let readAt = performance.now();
    return async () => {
      if (performance.now() - readAt > AUTHORITY_MS) {
        readAt = performance.now();
        principal = await this.principals.refresh(principal);
      }
      return { principal, correlationId };
    };
  }
}
