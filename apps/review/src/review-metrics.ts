import { Injectable, Logger } from '@nestjs/common';
import type { WorkItem } from '#messaging';
import { Metrics } from '#platform';
import type { Outcome, ReviewObserver } from './observer.js';

/** Seconds that work came after its time. */
const LATENESS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600];
/** One line a minute says that a server is away; the counter has every failure. */
const QUIET_MS = 60_000;

/** What the review process does, as numbers and log lines. */
@Injectable()
export class ReviewMetrics implements ReviewObserver {
  private readonly log = new Logger('review');
  private readonly runs;
  private readonly lateness;
  private readonly dead;
  private readonly wiped;
  private readonly errors;
  private saidAt = 0;

  constructor(metrics: Metrics) {
    this.runs = metrics.counter('kyogi_work_runs_total', 'Runs of work items, by what came of them.', [
      'name',
      'outcome',
      'by',
    ]);
    this.lateness = metrics.histogram(
      'kyogi_work_lateness_seconds',
      'Time between an item becoming due and its first run, seconds.',
      ['name'],
      LATENESS,
    );
    this.dead = metrics.counter('kyogi_work_dead_total', 'Work items given up: a person must look.', [
      'name',
    ]);
    this.wiped = metrics.counter('kyogi_queue_wiped_total', 'Times the queue was found without its memory.');
    this.errors = metrics.counter('kyogi_review_errors_total', 'Failures of queue or database that passed.');
  }

  onRun(item: WorkItem, outcome: Outcome, by: 'hint' | 'fallback'): void {
    const { id, name, streamId, attempts } = item;
    this.runs.inc({ name, outcome, by });
    if (attempts === 1 && outcome !== 'snoozed') this.lateness.observe({ name }, item.lateMs / 1_000);
    if (outcome === 'later')
      this.log.warn({ msg: 'work failed and is tried again', id, name, streamId, attempts });
    if (outcome === 'dead') this.buried([id], name);
  }

  onExhausted(ids: number[]): void {
    this.buried(ids, 'unknown');
  }

  onWiped(items: number): void {
    this.wiped.inc();
    this.log.warn({ msg: 'the queue had lost its memory; work is hinted again', items });
  }

  onQueue(isReachable: boolean): void {
    if (isReachable) this.log.log('the queue is reachable again');
    else this.log.warn('the queue is not reachable; work due is done without it');
  }

  onError(error: Error): void {
    this.errors.inc();
    if (Date.now() - this.saidAt < QUIET_MS) return;
    this.saidAt = Date.now();
    this.log.warn({
      msg: 'queue or database failed; further failures of this minute are only counted',
      error,
    });
  }

  private buried(ids: number[], name: string): void {
    this.dead.inc({ name }, ids.length);
    this.log.error({ msg: 'work is dead: look at work_items.last_error', ids, name });
  }
}
