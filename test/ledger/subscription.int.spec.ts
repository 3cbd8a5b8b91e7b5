import {
  EventStore,
  Sequencer,
  Subscription,
  waitFor,
  Wake,
  type LedgerEvent,
  type SubscriptionSettings,
} from '#event-store';
import { dataSource, pool } from '#platform';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { createDatabase, query, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { someEvent, someEvents } from './events';
import { fill, killProjection } from './kill-projection';

jest.setTimeout(60_000);

let test: TestDatabase;
let db: DataSource;
let app: Pool;
let wake: Wake;
let sequencer: Sequencer;
let started: Subscription[] = [];
beforeEach(async () => {
  test = await createDatabase();
  db = await dataSource(test.url, 'kyogi_projector', { log: () => undefined }).initialize();
  app = pool(test.url, 'kyogi_app', { log: () => undefined });
  wake = new Wake(test.url, 'kyogi_projector');
  await wake.start();
  sequencer = new Sequencer({ pool: app });
  sequencer.start();
});
afterEach(async () => {
  for (const subscription of started) await subscription.stop();
  started = [];
  await sequencer.stop();
  await wake.stop();
  await app.end();
  await db.destroy();
  await test.drop();
});

function subscribe(
  name: string,
  handle: SubscriptionSettings['handle'],
  more: Partial<SubscriptionSettings> = {},
): Subscription {
  const subscription = new Subscription({ name, db, wake, handle, ...more });
  started.push(subscription);
  subscription.start();
  return subscription;
}

async function append(streamId: string, events = [someEvent()]): Promise<number> {
  const { lastId } = await new EventStore(app).append({ streamId, expected: 'any', events });
  return (await sequencer.positionOf(lastId!, 10_000))!;
}

const positions = (events: LedgerEvent[]) => events.map((event) => event.position);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('a subscription', () => {
  it('sees every event once, in order, over many batches, from the beginning and then as they come', async () => {
    const seen: LedgerEvent[] = [];
    await append('a', someEvents(120));
    subscribe('all', (event) => void seen.push(event), { batch: 25 });
    await eventually(() => expect(seen).toHaveLength(120));
    const last = await append('b', [someEvent({ 名: '総務省' }, 'Named')]);
    await eventually(() => expect(positions(seen)).toEqual(upTo(last)));
    expect(seen.at(-1)).toMatchObject({
      streamId: 'b',
      version: 1,
      type: 'Named',
      data: { 名: '総務省' },
      meta: {},
    });
  });

  it('begins where it is told, and goes on where it was when it starts again', async () => {
    await append('a', someEvents(10));
    const first: LedgerEvent[] = [];
    const subscription = subscribe('late', (event) => void first.push(event), { fromPosition: 7 });
    await eventually(() => expect(positions(first)).toEqual([8, 9, 10]));
    await subscription.stop();
    await append('a', someEvents(2));
    const second: LedgerEvent[] = [];
    subscribe('late', (event) => void second.push(event), { fromPosition: 0 });
    await eventually(() => expect(positions(second)).toEqual([11, 12]));
  });

  it('is worked by one process at a time; another takes over when that one stops', async () => {
    const [one, two]: LedgerEvent[][] = [[], []];
    const first = subscribe('shared', (event) => void one!.push(event), { batch: 10 });
    subscribe('shared', (event) => void two!.push(event), { batch: 10 });
    await append('a', someEvents(200));
    await eventually(() => expect(positions([...one!, ...two!]).sort((a, b) => a - b)).toEqual(upTo(200)));
    await first.stop();
    await append('a', someEvents(5));
    await eventually(() => expect(one!.length + two!.length).toBe(205));
  });

  it('survives the loss of all its connections, without a gap and without stopping', async () => {
    const seen: number[] = [];
    const stopped: unknown[] = [];
    const subscription = subscribe(
      'hardy',
      async (event, tx) => {
        await tx.query('SELECT 1');
        seen.push(event.position);
      },
      { batch: 5, onStopped: (poison) => stopped.push(poison) },
    );
    for (let i = 0; i < 20; i++) {
      await append('a', someEvents(10));
      await query(
        test.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND
         (application_name LIKE '%kyogi_projector' OR application_name = 'kyogi:wake')`,
      );
      await delay(Math.random() * 40); // the next cut comes at another point of its work
    }
    await eventually(async () => expect((await subscription.state())?.position).toBe(200), 20_000);
    expect([...new Set(seen)]).toEqual(upTo(200));
    expect(stopped).toEqual([]);
  });

  it('has its rows and its checkpoint in one transaction', async () => {
    await query(
      test.url,
      'CREATE TABLE rows (position bigint PRIMARY KEY); GRANT ALL ON rows TO kyogi_projector',
    );
    let fail = true;
    const subscription = subscribe('atomic', async (event, tx) => {
      await tx.query('INSERT INTO rows VALUES ($1)', [event.position]);
      if (event.position === 5 && fail) throw new Error('no');
    });
    await append('a', someEvents(8));
    await eventually(async () =>
      expect(await subscription.state()).toMatchObject({ state: 'stopped', position: 4 }),
    );
    expect(await query(test.url, 'SELECT position::int FROM rows ORDER BY 1')).toEqual(
      upTo(4).map((position) => ({ position })),
    );
    fail = false;
    await subscription.resume();
    await eventually(async () =>
      expect(await query(test.url, 'SELECT count(*)::int AS n FROM rows')).toEqual([{ n: 8 }]),
    );
  });
});

// ES-7
describe('a poison event', () => {
  it.each([
    ['throws', () => Promise.reject(new Error('cannot be read'))],
    [
      'makes the database refuse',
      async (tx: { query(sql: string): Promise<unknown> }) => void (await tx.query(`SELECT 'x'::int`)),
    ],
  ])(
    'that %s stops its subscription within 5 s, and no other; it goes on after the fix without a gap',
    async (_, poison) => {
      const [ill, well]: LedgerEvent[][] = [[], []];
      const said: unknown[] = [];
      let fixed = false;
      const subscription = subscribe(
        'ill',
        async (event, tx) => {
          if (event.type === 'Poison' && !fixed) await poison(tx);
          ill!.push(event);
        },
        { onStopped: (error) => said.push([error.event.position, error.message]) },
      );
      subscribe('well', (event) => void well!.push(event));
      await append('a', someEvents(3));
      await append('a', [someEvent({}, 'Poison')]);
      await append('a', someEvents(3));
      await eventually(async () => expect((await subscription.state())?.state).toBe('stopped'), 5_000);
      const state = await subscription.state();
      expect(state).toMatchObject({
        position: 3,
        failedPosition: 4,
        error: expect.stringMatching(/cannot be read|invalid input syntax/),
      });
      expect(state?.failedEvent).toBe(
        (await query(test.url, 'SELECT event_id FROM events WHERE version = 4'))[0]!.event_id,
      );
      expect(said).toEqual([[4, state?.error]]);
      await eventually(() => expect(positions(well!)).toEqual(upTo(7)));
      expect(Math.max(...positions(ill!))).toBe(3);
      ill!.length = 0;
      fixed = true;
      await subscription.resume();
      await eventually(() => expect(positions(ill!)).toEqual([4, 5, 6, 7]));
      // The handler runs before its transaction commits.
      await eventually(async () =>
        expect(await subscription.state()).toMatchObject({
          state: 'running',
          position: 7,
          failedPosition: null,
          error: null,
        }),
      );
    },
  );

  it('is found in a batch whose rows are written at its end, and everything before it is kept', async () => {
    await query(
      test.url,
      'CREATE TABLE rows (position bigint PRIMARY KEY); GRANT ALL ON rows TO kyogi_projector',
    );
    await append('a', someEvents(12));
    let fixed = false;
    let put: number[] = [];
    const subscription = subscribe('batched', (event) => void put.push(event.position), {
      prepare: async () => void (put = await Promise.resolve([])),
      finish: async (tx) => {
        if (put.includes(7) && !fixed) await tx.query(`SELECT 'x'::int`);
        for (const position of put) await tx.query('INSERT INTO rows VALUES ($1)', [position]);
      },
    });
    await eventually(async () => expect((await subscription.state())?.state).toBe('stopped'), 5_000);
    expect(await subscription.state()).toMatchObject({ position: 6, failedPosition: 7 });
    fixed = true;
    await subscription.resume();
    await eventually(async () =>
      expect(await query(test.url, 'SELECT position::int FROM rows ORDER BY 1')).toEqual(
        upTo(12).map((position) => ({ position })),
      ),
    );
  });

  it('stays a stop over a restart of the process', async () => {
    const fail = () => Promise.reject(new Error('no'));
    await append('a');
    const subscription = subscribe('ill', fail);
    await eventually(async () => expect((await subscription.state())?.state).toBe('stopped'));
    await subscription.stop();
    const seen: LedgerEvent[] = [];
    const again = subscribe('ill', (event) => void seen.push(event));
    await append('a');
    expect((await again.state())?.state).toBe('stopped');
    await again.resume();
    await eventually(() => expect(positions(seen)).toEqual([1, 2]));
  });
});

// ES-6: the full measure, 100 kills, is in the soak.
describe('a projecting process that is killed', () => {
  it('leaves a read model equal to a fresh rebuild', async () => {
    const { killed, rebuilt } = await killProjection(test.url, 3_000, 3);
    expect(killed).toEqual(rebuilt);
    expect(rebuilt).toMatchObject([{ n: 3_000 }]);
  });
});

// ES-9
describe('reading one’s own writes', () => {
  it('waits until the subscription has come to the position of the write', async () => {
    subscribe('model', () => undefined);
    for (let i = 0; i < 20; i++) expect(await waitFor(app, 'model', await append('a'), 2_000)).toBe(true);
  });

  it('says so after the time when it has not', async () => {
    await fill(test.url, 50);
    const began = Date.now();
    expect(await waitFor(app, 'nobody', 1, 100)).toBe(false);
    const subscription = subscribe('model', () => Promise.reject(new Error('no')));
    await eventually(async () => expect((await subscription.state())?.state).toBe('stopped'));
    expect(await waitFor(app, 'model', 1, 100)).toBe(false);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(await waitFor(app, 'model', 0, 0)).toBe(true);
  });
});
