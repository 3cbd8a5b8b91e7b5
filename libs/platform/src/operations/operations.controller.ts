import { Controller, Get, Header } from '@nestjs/common';
import { Problem } from '#contracts';
import { Open } from '../tokens.js';
import { Health, type Readiness } from './health.js';
import { Metrics } from './metrics.js';

/** For the machines that look after the process; to be kept off the public network. */
@Open()
@Controller()
export class OperationsController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  async ready(): Promise<Readiness> {
    const readiness = await this.health.readiness();
    if (readiness.status === 'ready' || readiness.status === 'degraded') return readiness;
    const { status, checks } = readiness;
    throw new Problem('unavailable', `This process is ${status}; send requests to another one.`, { checks });
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  numbers(): Promise<string> {
    return this.metrics.read();
  }
}
