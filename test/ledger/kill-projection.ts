import { EventStore, Subscription, Wake } from '#event-store';
import { dataSource, pool, projectRoot } from '#platform';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { someEvents } from './events';
import { TALLY_HASH, TALLY_TABLE, tally } from './tally';

/** Fills the log with `count` events of 20 streams. */
export async function fill(url: string, count: number): Promise<void> {
  const app = pool(url, 'kyogi_app');
  const store = new EventStore(app);
  for (let done = 0, i = 0; done < count; done += 50, i++) {
    await store.append({ streamId: `s${i % 20}`, expected: 'any', events: someEvents(50) });
  }
  for (let more = 1; more > 0;) more = (await app.query('SELECT * FROM sequence_events(1000)')).rowCount ?? 0;
  await app.end();
}

/** Kills a projecting process, started anew each time, `kills` times in mid-work. Returns the read model and a fresh rebuild of it. */
export async function killProjection(
  url: string,
  events: number,
  kills: number,
): Promise<{ killed: unknown[]; rebuilt: unknown[] }> {
  await query(url, TALLY_TABLE);
  await fill(url, events);
  for (let i = 0; i < kills; i++) await projectUntilKilled(url, 'killed');
  await projectInProcess(url, 'killed', events);
  await projectInProcess(url, 'rebuilt', events);
  return {
    killed: await query(url, TALLY_HASH, ['killed']),
    rebuilt: await query(url, TALLY_HASH, ['rebuilt']),
  };
}

async function projectUntilKilled(url: string, name: string): Promise<void> {
  const register = join(projectRoot(), 'test/support/ts-register.cjs');
  const child = spawn(process.execPath, ['-r', register, join(__dirname, 'projecting-child.ts'), url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  );
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  await delay(Math.random() * 30);
  child.kill('SIGKILL');
  if ((await exited) !== 'SIGKILL') throw new Error('the projecting process ended by itself');
}

async function projectInProcess(url: string, name: string, until: number): Promise<void> {
  const db = await dataSource(url, null).initialize();
  const wake = new Wake(url, 'kyogi_projector');
  await wake.start();
  const subscription = new Subscription({ name, db, wake, handle: tally(name) });
  subscription.start();
  try {
    await eventually(async () => {
      const state = await subscription.state();
      if (state?.position !== until)
        throw new Error(`${name} is at ${state?.position} of ${until}: ${state?.error}`);
    }, 60_000);
  } finally {
    await subscription.stop();
    await wake.stop();
    await db.destroy();
  }
}
