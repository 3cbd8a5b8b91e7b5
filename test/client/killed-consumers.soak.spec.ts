import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { delivery } from '../../apps/delivery/src/app';
import { announceTo } from '../delivery/announce';
import { change, subscribe } from '../delivery/subscriber';
import { randomOf } from '../headquarters/wander';
import { newDossierId, TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { TestNats } from '../support/nats';

const EVENTS = Number(process.env.SOAK_EVENTS ?? 100_000);
const seed = Number(process.env.KYOGI_SEED ?? Date.now() % 1_000_000);
const root = join(__dirname, '..', '..');

type Way = 'pull' | 'sse' | 'webhook' | 'nats';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.2');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** Milliseconds between two kills at most: what is fast is killed more often, but not a webhook, whose failures wait for their next try. */
const longest: Record<Way, number> = { pull: 12_000, sse: 12_000, webhook: 20_000, nats: 1_500 };

/** A consumer in a process of its own. */
class Consumer {
  kills = 0;
  readonly folder = mkdtempSync(join(tmpdir(), 'kyogi-consumer-'));
  private child: ChildProcess | undefined;

  constructor(
    readonly way: Way,
    private readonly env: Record<string, string>,
  ) {}

  start(): void {
    const env = { ...process.env, ...this.env };
    const program = join(root, 'test/client/consumer-child.mjs');
    this.child = spawn(process.execPath, [program, this.way, this.folder], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
  }

  async kill(): Promise<void> {
    const child = this.child!;
    if (child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.kills += 1;
  }

  /** Numbers and ids of what was dealt with, in order. */
  notes(): [number, string][] {
    const file = join(this.folder, 'notes');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
    return lines.map((line) => line.split(' ') as [string, string]).map(([n, id]) => [Number(n), id]);
  }

  faults(): string {
    const file = join(this.folder, 'faults');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }
}

jest.setTimeout(7_200_000);

describe(`${EVENTS} events to a consumer by each transport, killed at random (seed ${seed})`, () => {
  const random = randomOf(seed);
  let nats: TestNats;
  let app: TestApp;
  let consumers: Consumer[] = [];
  let refreshing: NodeJS.Timeout | undefined;
  const tokenFile = join(mkdtempSync(join(tmpdir(), 'kyogi-token-')), 'token');
  /** Tokens last some minutes. */
  const refresh = async () => {
    writeFileSync(`${tokenFile}.new`, await app.tokenOf('liaison'));
    renameSync(`${tokenFile}.new`, tokenFile);
  };

  beforeAll(async () => {
    execFileSync(process.execPath, ['scripts/client-package.mjs'], { cwd: root });
    nats = await TestNats.start(3);
    const port = await freePort();
    const settings = {
      NATS_URL: nats.url,
      WEBHOOK_ALLOWED_HOSTS: `127.0.0.2/32:${port}`,
      FEED_PULLS_PER_MINUTE: '1000000',
    };
    app = await TestApp.start(delivery, settings);
    await app.register('liaison', 'LIAISON', 'METI');
    await refresh();
    refreshing = setInterval(() => void refresh(), 60_000);
    const filter = { organs: ['SOAK'] };
    const open = (transport: object) => subscribe(app, 'liaison', { filter, transport });
    const webhook = newDossierId();
    const terms = { organ: 'METI', name: 'soak', filter };
    const opened = await change(app, 'liaison', webhook, 'open-subscription', {
      ...terms,
      transport: { kind: 'webhook', url: `http://127.0.0.2:${port}/hook`, signature: 'v1a' },
    });
    const common = { URL: app.url, TOKEN_FILE: tokenFile };
    consumers = [
      new Consumer('pull', { ...common, SUBSCRIPTION: await open({ kind: 'pull' }) }),
      new Consumer('sse', { ...common, SUBSCRIPTION: await open({ kind: 'pull' }) }),
      new Consumer('webhook', { PORT: String(port), KEYS: String(opened.json.secret) }),
      new Consumer('nats', { URL: nats.url, SUBSCRIPTION: await open({ kind: 'nats' }) }),
    ];
  }, 120_000);
  afterAll(async () => {
    clearInterval(refreshing);
    for (const consumer of consumers) {
      await consumer.kill();
      rmSync(consumer.folder, { recursive: true, force: true });
    }
    await app?.close();
    await nats?.stop();
  }, 60_000);

  it('misses nothing, by any of them', async () => {
    const keys = Array.from({ length: 50 }, () => newDossierId());
    for (const consumer of consumers) consumer.start();
    let announced = 0;
    const announcing = (async () => {
      for (; announced < EVENTS; announced += 500) {
        const some = Array.from(
          { length: Math.min(500, EVENTS - announced) },
          () => keys[Math.floor(random() * 50)]!,
        );
        await announceTo(app.database.url, some, 'SOAK');
      }
    })();
    const isWhole = (consumer: Consumer): boolean =>
      new Set(consumer.notes().map(([n]) => n)).size === EVENTS;
    const killing = consumers.map(async (consumer) => {
      while (!isWhole(consumer) && consumer.faults() === '') {
        await new Promise((resolve) => setTimeout(resolve, longest[consumer.way] * (0.1 + 0.9 * random())));
        await consumer.kill();
        // What failed to be taken at the kill is tried again at once, not in its own time.
        await query(
          app.database.url,
          `UPDATE delivery.troubled SET next_attempt_at = clock_timestamp() WHERE state = 'waiting'`,
        );
        consumer.start();
      }
    });
    await Promise.all([announcing, ...killing]);
    const [{ ids }] = (await query(
      app.database.url,
      `SELECT json_agg(event_id ORDER BY position) AS ids FROM delivery.announcements WHERE 'SOAK' = ANY (organs)`,
    )) as [{ ids: string[] }];
    const rows = consumers.map((consumer) => {
      const notes = consumer.notes();
      const byNumber = new Map(notes);
      const missed = ids.filter((id, i) => byNumber.get(i + 1) !== id).length;
      const turned = notes.filter(([n], i) => i > 0 && n < notes[i - 1]![0]).length;
      const { way, kills } = consumer;
      return { way, kills, missed, again: notes.length - byNumber.size, turned, faults: consumer.faults() };
    });
    console.log(JSON.stringify({ seed, events: EVENTS, rows }));
    for (const { way, missed, turned, faults } of rows) {
      expect({ way, missed, faults }).toEqual({ way, missed: 0, faults: '' });
      // Only webhooks overtake each other.
      if (way !== 'webhook') expect({ way, turned }).toEqual({ way, turned: 0 });
    }
    await eventually(() => Promise.resolve(expect(consumers.every(({ kills }) => kills > 0)).toBe(true)));
  });
});
