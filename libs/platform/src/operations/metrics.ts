import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Seconds; from a fast append to a request that waits for a slow database. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The numbers of one process, read at GET /metrics. A name may be asked for again: the same metric is given back. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private hasDefaults = false;

  /** Counts of commands by name and outcome: `ok`, `replayed`, or the type of the problem. */
  readonly commands = this.counter('kyogi_commands_total', 'Commands by outcome.', ['command', 'outcome']);
  /** Time from a checked request to its answer. */
  readonly commandSeconds = this.histogram('kyogi_command_seconds', 'Time to answer a command, seconds.', [
    'command',
  ]);

  counter<Label extends string>(name: string, help: string, labelNames: Label[] = []): Counter<Label> {
    const known = this.registry.getSingleMetric(name) as Counter<Label> | undefined;
    return known ?? new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[] = [],
    buckets = BUCKETS,
  ): Histogram<Label> {
    const known = this.registry.getSingleMetric(name) as Histogram<Label> | undefined;
    return known ?? new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  /** `collect` is called at every reading and may ask the database; what it throws leaves the last value. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[] = [],
    collect?: (gauge: Gauge<Label>) => Promise<void> | void,
  ): Gauge<Label> {
    const known = this.registry.getSingleMetric(name) as Gauge<Label> | undefined;
    if (known) return known;
    const gauge: Gauge<Label> = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect: collect && (async () => Promise.resolve(collect(gauge)).catch(() => undefined)),
    });
    return gauge;
  }

  /** Text in the format of Prometheus, with the process's own numbers. */
  async read(): Promise<string> {
    if (!this.hasDefaults) collectDefaultMetrics({ register: this.registry });
    this.hasDefaults = true;
    return this.registry.metrics();
  }
}
