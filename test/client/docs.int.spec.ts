import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { delivery } from '../../apps/delivery/src/app';
import { announceTo } from '../delivery/announce';
import { subscribe } from '../delivery/subscriber';
import { newDossierId, TestApp } from '../support/app';

/* What docs/client.md shows, run as a reader would: in a project of its own, with the package as it is published. */

const root = join(__dirname, '..', '..');
const [consumer, webhook, commands] = [
  ...readFileSync(join(root, 'docs/client.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g),
].map(([, text]) => text!) as [string, string, string];

let door: TestApp;
let app: TestApp;
const folder = mkdtempSync(join(tmpdir(), 'kyogi-project-'));
beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/client-package.mjs'], { cwd: root });
  mkdirSync(join(folder, 'node_modules/@kyogi'), { recursive: true });
  symlinkSync(join(root, 'dist/client'), join(folder, 'node_modules/@kyogi/client'));
  for (const [name, text] of Object.entries({ consumer, webhook, commands }))
    writeFileSync(join(folder, `${name}.mjs`), text);
  door = await TestApp.start();
  app = await TestApp.start(delivery, {}, door);
  await app.register('machine', 'DOWNSTREAM', 'METI');
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app?.close();
  await door?.close();
});

/** What a program prints, one value of JSON. Not waited for in this thread: the servers are in it. */
const run = async (program: string): Promise<unknown> => {
  const args = ['--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
  return JSON.parse(stdout) as unknown;
};

/** What the receiver of the document says to these numbers, each with what is settled, and then to a forged one. */
const received = (sent: [number, number][]): Promise<unknown> =>
  run(`
      import { receive } from './webhook.mjs';
      import { createHmac } from 'node:crypto';
      const secret = Buffer.alloc(32, 7);
      const of = (n, settled) => {
        const digits = (k) => String(k).padStart(20, '0');
        const body = JSON.stringify({ subsequence: digits(n), prevsequence: digits(n - 1) });
        const at = String(Math.floor(Date.now() / 1000));
        const v1 = createHmac('sha256', secret).update('m' + n + '.' + at + '.' + body).digest('base64');
        return { body, headers: { 'webhook-id': 'm' + n, 'webhook-timestamp': at, 'webhook-signature': 'v1,' + v1, 'kyogi-settled': String(settled) } };
      };
      const keys = ['whsec_' + secret.toString('base64')];
      const found = [];
      for (const [n, settled] of ${JSON.stringify(sent)}) found.push(await receive(of(n, settled), keys));
      found.push(await receive({ ...of(1, 0), body: '{}' }, keys).catch(({ name }) => name));
      console.log(JSON.stringify(found));`);

describe('docs/client.md', () => {
  it('makes a consumer in ten lines that goes on where it ended', async () => {
    const subscription = await subscribe(app, 'machine', { filter: { organs: ['DOCS'] } });
    const keys = Array.from({ length: 6 }, newDossierId);
    await announceTo(app.database.url, keys, 'DOCS');
    const env = {
      ...process.env,
      FEED_URL: app.url,
      FEED_TOKEN: await app.tokenOf('machine'),
      SUBSCRIPTION: subscription,
    };
    const subjects: string[] = [];
    const readUntil = async (count: number): Promise<void> => {
      const child = spawn(process.execPath, ['consumer.mjs'], {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      for await (const line of createInterface({ input: child.stdout })) {
        subjects.push(line.split(' ')[2]!);
        if (subjects.length >= count) break;
      }
      child.kill('SIGKILL');
    };
    await readUntil(4);
    const before = subjects.splice(0).length;
    await announceTo(app.database.url, [newDossierId()], 'DOCS');
    await readUntil(3);
    // Again at most what was not counted as dealt with before the kill, and nothing left out.
    expect(before).toBe(4);
    expect(keys).toContain(subjects[0]);
    expect(keys.indexOf(subjects[0]!)).toBeLessThanOrEqual(4);
    expect(subjects.slice(0, 2)).toEqual(keys.slice(keys.indexOf(subjects[0]!)).slice(0, 2));
    expect(consumer.trim().split('\n').filter(Boolean).length).toBeLessThanOrEqual(10);
  }, 60_000);

  it('believes a webhook once, and says which are lost', async () => {
    const sent: [number, number][] = [
      [1, 0],
      [1, 0],
      [3, 2],
    ];
    expect(await received(sent)).toEqual([[], [], [2], 'WebhookRefused']);
  });

  it('joins in where another receiver was: of what is below it nothing is lost, and nothing new is passed over', async () => {
    // The former one took 40, which was not settled yet.
    const sent: [number, number][] = [
      [41, 38],
      [39, 38],
      [42, 41],
    ];
    expect(await received(sent)).toEqual([[], [], [40], 'WebhookRefused']);
  });

  it('sends a command, and says what is refused', async () => {
    const urls = { intake: door.url, headquarters: door.url };
    const asked = [urls, await door.tokenOf('meti-liaison'), newDossierId()];
    const program = `
      import { file } from './commands.mjs';
      console.log(JSON.stringify(await file(...${JSON.stringify(asked)})));`;
    expect(await run(program)).toMatch(/^not-found: There is no such dossier/);
  });
});
