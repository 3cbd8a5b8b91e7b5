import { EventStore, Sequencer } from '#event-store';
import { pool } from '#platform';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { someEvent } from './events';

export interface Lateness {
  count: number;
  p50: number;
  p99: number;
  max: number;
}

/** Milliseconds from the commit of an event to its position being readable, at a steady rate that does not wait for answers. */
export async function lateness(url: string, perSecond: number, seconds: number): Promise<Lateness> {
  const app = pool(url, 'kyogi_app', { size: 8 });
  const own = pool(url, 'kyogi_sequencer', { size: 1 });
  const store = new EventStore(app);
  const sequencer = new Sequencer({ pool: own });
  sequencer.start();
  const late: number[] = [];
  const one = async () => {
    const { lastId } = await store.append({
      streamId: randomUUID(),
      expected: 'none',
      events: [someEvent()],
    });
    const committed = performance.now();
    if ((await sequencer.positionOf(lastId!, 10_000)) === undefined)
      throw new Error('no position within 10 s');
    late.push(performance.now() - committed);
  };
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < perSecond * seconds; i++) {
    const ahead = began + (i * 1_000) / perSecond - performance.now();
    if (ahead > 1) await delay(ahead);
    running.push(one());
  }
  await Promise.all(running);
  await sequencer.stop();
  await own.end();
  await app.end();
  late.sort((a, b) => a - b);
  const at = (share: number) => late[Math.min(late.length - 1, Math.floor(late.length * share))]!;
  return { count: late.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
