import type { Health, Metrics } from '#platform';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { describeGenerations } from './read-models/generation-rows.js';
import type { Generations } from './read-models/generations.js';

interface Observed {
  db: DataSource;
  generations: Generations;
  readers: Pool;
  health: Health;
  metrics: Metrics;
}

const labels: ('model' | 'generation')[] = ['model', 'generation'];

/** Health and numbers of headquarters. A stopped projection degrades it: the others, and the queries, go on. */
export function observe({ db, generations, readers, health, metrics }: Observed): void {
  health.needs('database', async () => {
    await readers.query('SELECT 1');
  });
  health.needs('read models', async () => {
    const live = await generations.areLive();
    return live ? { ok: true } : { ok: false, note: 'being built from the ledger; see /v1/read-models' };
  });
  health.uses('projections', async () => {
    const { items } = await describeGenerations(db);
    const stopped = items.filter((item) => item.state !== 'retired' && item.stopped !== null);
    const note = stopped.map((one) => `${one.name} ${one.generation} is stopped at ${one.stopped?.position}`);
    return stopped.length === 0 ? { ok: true } : { ok: false, note: note.join('; ') };
  });

  const position = metrics.gauge('kyogi_projection_position', 'Last position a read model has seen.', labels);
  const stopped = metrics.gauge('kyogi_projection_stopped', '1: stands still at a poison event.', labels);
  metrics.gauge('kyogi_projection_lag', 'Events a read model is behind the ledger.', labels, async (lag) => {
    const { items } = await describeGenerations(db);
    for (const gauge of [lag, position, stopped]) gauge.reset();
    for (const item of items) {
      const label = { model: item.name, generation: String(item.generation) };
      lag.set(label, item.lag);
      position.set(label, item.position);
      stopped.set(label, item.stopped ? 1 : 0);
    }
  });
}
