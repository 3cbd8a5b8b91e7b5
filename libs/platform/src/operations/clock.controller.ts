import { Body, Controller, Get, Put } from '@nestjs/common';
import { Problem } from '#contracts';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { Open } from '../tokens.js';

const Wanted = z.strictObject({ now: z.iso.datetime({ offset: true }) });

export interface ClockStand {
  /** ISO 8601, UTC. */
  now: string;
}

/** The movable clock of the process; served only when KYOGI_MOVABLE_CLOCK is true, and never where a system is in real use. */
@Open()
@Controller('operations/clock')
export class ClockController {
  constructor(private readonly clock: Clock) {}

  @Get()
  read(): ClockStand {
    return { now: this.clock.iso() };
  }

  /** Answers when all that was due on the way is done. */
  @Put()
  async move(@Body() body: unknown): Promise<ClockStand> {
    const { success, data } = Wanted.safeParse(body);
    if (!success)
      throw new Problem('invalid-request', 'now: give an instant such as 2026-06-03T17:00:00+09:00.');
    await this.clock.walkTo(new Date(data.now));
    return this.read();
  }
}
