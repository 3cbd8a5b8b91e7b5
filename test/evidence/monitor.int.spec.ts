import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  formatVerifierKey,
  leafBytes,
  newSignerKey,
  parseTrust,
  signatureType,
  writeBundle,
  type Leaf,
} from '#transparency';
import { History } from '../../apps/evidence/src/monitor/history.js';
import { Monitor } from '../../apps/evidence/src/monitor/monitor.js';
import { ALog, leafAt, origin } from './a-log.js';
import { freshFolder } from './a-witness.js';
import { ServedLog } from './serve-log.js';

const seconds = 1_800_000_000;
const now = (seconds + 5) * 1_000;

describe('a monitor', () => {
  const home = freshFolder();
  const meti = newSignerKey('meti.example/witness', signatureType.cosignature);
  let log: ALog;
  let served: ServedLog;
  let witness: ServedLog;
  let count = 0;

  const folder = () => path.join(home, `state-${(count += 1)}`);
  const monitorOf = (state: string, witnesses: readonly string[] = []) => {
    const keys = [log.key.verifier, meti.verifier].map(formatVerifierKey).join('\n');
    const settings = { log: served.address, trust: parseTrust(origin, keys, 1), witnesses, maxAge: 60 };
    return new Monitor(settings, new History(state));
  };
  const show = async (of: ALog, size: number, at = seconds) =>
    served.show(of, size, await of.checkpoint(size, [meti], at));
  const withEntry = (index: number, change: Partial<Leaf>) =>
    ALog.of(log.entries.with(index, leafBytes({ ...leafAt(index), ...change })), log.key);

  beforeAll(async () => {
    log = await ALog.grown(700);
    served = await new ServedLog(log, 0, '').listen();
    witness = await new ServedLog(log, 0, '').listen();
  });
  beforeEach(() => served.forged.clear());
  afterAll(async () => {
    await Promise.all([served.close(), witness.close()]);
    rmSync(home, { recursive: true });
  });

  it('follows a log over its growth and its own restarts, without an alarm', async () => {
    const state = folder();
    const sizes = [1, 255, 256, 300, 300, 700];
    const added: number[] = [];
    for (const size of sizes) {
      await show(log, size);
      const report = await monitorOf(state).round(now);
      expect(report).toMatchObject({ size, alarms: [], age: 5 });
      added.push(report.added);
    }
    expect(added).toEqual([1, 254, 1, 44, 0, 400]);
    expect(new History(state).checkpointsOf('log')).toContain(await log.checkpoint(256, [meti]));
    expect(await monitorOf(state).audit()).toEqual([]);
  });

  it('reads a full tile where the one it wants is gone since', async () => {
    await show(log, 300);
    for (const level of ['0', 'entries']) {
      const name = `tile/${level}/001`;
      served.forged.set(`${name}.p/44`, undefined);
      served.forged.set(name, log.file(name, 512));
    }
    expect(await monitorOf(folder()).round(now)).toMatchObject({ size: 300, alarms: [] });
  });

  it('raises `fork` in the round in which another history is shown, and goes on to', async () => {
    const [fork, late] = [await log.forkedAt(250), await log.forkedAt(320)];
    for (const [other, size] of [
      [fork, 300],
      [fork, 400],
      [fork, 700],
      [fork, 280],
      [await ALog.of(log.entries.slice(0, 299).concat(fork.entries.slice(299)), log.key), 700],
    ] as const) {
      const state = folder();
      await show(log, 300);
      expect(await monitorOf(state).round(now)).toMatchObject({ alarms: [] });
      await show(other, size);
      for (const monitor of [monitorOf(state), monitorOf(state)])
        expect(await monitor.round(now)).toMatchObject({ size: 300, alarms: [{ kind: 'fork' }] });
      await show(log, 700);
      // What was signed stays signed.
      for (const _ of [1, 2])
        expect(await monitorOf(state).round(now)).toMatchObject({ size: 700, alarms: [{ kind: 'fork' }] });
      expect(new History(state).checkpointsOf('log')).toContain(await other.checkpoint(size, [meti]));
      expect(readFileSync(path.join(state, 'alarms.jsonl'), 'utf8')).toContain('"fork"');
    }
    // What nobody has seen yet may still be anything.
    const state = folder();
    await show(log, 300);
    await monitorOf(state).round(now);
    await show(late, 700);
    expect(await monitorOf(state).round(now)).toMatchObject({ size: 700, alarms: [] });
  });

  it('tells a log that is behind from one that went back', async () => {
    const state = folder();
    await show(log, 300);
    await monitorOf(state).round(now);
    served.show(log, 300, await log.checkpoint(200, [meti], seconds));
    expect(await monitorOf(state).round(now)).toMatchObject({ alarms: [{ kind: 'stale' }] });
    await show(await log.forkedAt(100), 200);
    expect(await monitorOf(state).round(now)).toMatchObject({ alarms: [{ kind: 'fork' }] });
  });

  it('raises `fork` when a witness was shown another history, or one that the log no longer shows', async () => {
    const fork = await log.forkedAt(250);
    const state = folder();
    const monitor = () => monitorOf(state, [witness.address]);
    await show(log, 400);
    witness.show(log, 300, await log.checkpoint(300, [meti]));
    expect(await monitor().round(now)).toMatchObject({ alarms: [], witnesses: [{ size: 300 }] });
    witness.show(fork, 300, await fork.checkpoint(300, [meti]));
    expect(await monitor().round(now)).toMatchObject({ alarms: [{ kind: 'fork' }] });

    // A witness is asked before the log publishes: it may know more, for a while.
    const other = folder();
    const ahead = () => monitorOf(other, [witness.address]);
    witness.show(fork, 500, await fork.checkpoint(500, [meti]));
    expect(await ahead().round(now)).toMatchObject({ alarms: [] });
    witness.show(fork, 500, await fork.checkpoint(500, [meti], seconds + 55));
    await show(log, 400, seconds + 60);
    expect(await ahead().round(now + 61_000)).toMatchObject({ alarms: [{ kind: 'fork' }] });
    await show(log, 600, seconds + 60);
    expect(await ahead().round(now + 61_000)).toMatchObject({ size: 600, alarms: [{ kind: 'fork' }] });
    const honest = folder();
    witness.show(log, 500, await log.checkpoint(500, [meti]));
    await show(log, 400);
    await monitorOf(honest, [witness.address]).round(now);
    await show(log, 500, seconds + 60);
    expect(await monitorOf(honest, [witness.address]).round(now + 61_000)).toMatchObject({ alarms: [] });
  });

  it('takes a witness that is away, or says what cannot be believed, for a problem of the witness', async () => {
    await show(log, 300);
    witness.show(log, 300, 'nothing of value');
    const report = await monitorOf(folder(), [witness.address, 'http://127.0.0.1:65535']).round(now);
    expect(report.alarms).toEqual([]);
    expect(report.witnesses.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('note'),
      expect.stringContaining('ECONNREFUSED'),
    ]);
  });

  it.each<[string, number, Partial<Leaf>, string]>([
    ['a stream lacks a version', 303, { streamVersion: 45 }, 'follows version 43'],
    ['a stream begins late', 303, { stream: 'new', streamVersion: 2 }, 'follows version 0'],
    ['a version is there twice', 303, { streamVersion: 43 }, 'follows version 43'],
    ['a position is another', 303, { position: 305 }, 'the entry says position 305'],
    ['time runs back', 303, { time: new Date(now - 5_000).toISOString() }, 'the time runs back'],
    ['a time is none', 303, { time: 'yesterday' }, 'the time yesterday is none'],
    ['a form is another', 303, { payloadHash: 'x' }, 'the entry has not the fields of a leaf'],
  ])(
    'raises `bad-entry` at its index when %s, though it is signed, and keeps it',
    async (_what, index, change, what) => {
      const state = folder();
      const forged = await withEntry(index, change);
      await show(log, 300);
      await monitorOf(state).round(now);
      await show(forged, 320);
      const alarm = { kind: 'bad-entry', index, what: expect.stringContaining(what) };
      const found = await monitorOf(state).round(now);
      expect(found.size).toBe(320);
      expect(found.alarms[0]).toEqual(alarm);
      await show(forged, 321);
      expect((await monitorOf(state).round(now)).alarms[0]).toEqual(alarm);
      expect(await monitorOf(state).audit()).toEqual([{ ...alarm, what: expect.stringContaining(what) }]);
    },
  );

  it('lets clocks differ by a minute', async () => {
    const time = new Date(Date.parse(leafAt(302).time) - 59_000).toISOString();
    await show(await withEntry(303, { time }), 320);
    expect(await monitorOf(folder()).round(now)).toMatchObject({ alarms: [] });
  });

  it('raises `bad-entry` when a file is not what was signed, and takes nothing of it', async () => {
    const state = folder();
    await show(log, 300);
    await monitorOf(state).round(now);
    await show(log, 400);
    const bundle = [...log.entries.slice(256, 400)];
    bundle[90] = leafBytes(leafAt(346, 'forged'));
    served.forged.set('tile/entries/001.p/144', writeBundle(bundle));
    const edited = { kind: 'bad-entry', index: 346 };
    expect(await monitorOf(state).round(now)).toMatchObject({ size: 300, alarms: [edited] });
    served.forged.set('tile/entries/001.p/144', undefined);
    const gone = { kind: 'bad-entry', what: expect.stringContaining('tile/entries/001.p/144 is not served') };
    expect(await monitorOf(state).round(now)).toMatchObject({ size: 300, alarms: [gone] });
    served.forged.clear();
    expect(await monitorOf(state).round(now)).toMatchObject({ size: 400, alarms: [] });
    served.forged.set('tile/entries/000', writeBundle(log.entries.slice(0, 256).with(9, bundle[90])));
    expect(await monitorOf(state).round(now)).toMatchObject({ alarms: [] });
    expect(await monitorOf(state).audit()).toMatchObject([{ kind: 'bad-entry', index: 9 }]);
  });

  it('raises `stale`, `unsound` and `unreachable`', async () => {
    const state = folder();
    await show(log, 300, seconds - 56);
    expect(await monitorOf(state).round(now)).toMatchObject({ age: 61, alarms: [{ kind: 'stale' }] });
    served.show(log, 300, await log.checkpoint(300));
    expect(await monitorOf(state).round(now)).toMatchObject({ alarms: [{ kind: 'unsound' }] });
    served.forged.set('checkpoint', undefined);
    expect(await monitorOf(state).round(now)).toMatchObject({ alarms: [{ kind: 'unreachable' }] });
  });

  it('is a program that says it for people and for programs, with an exit code for each alarm', async () => {
    const keys = path.join(home, 'keys');
    writeFileSync(keys, [log.key.verifier, meti.verifier].map(formatVerifierKey).join('\n'));
    const state = folder();
    const register = path.join(__dirname, '..', 'support', 'ts-register.cjs');
    const program = path.join(__dirname, '..', '..', 'apps/evidence/src/monitor/main.ts');
    const run = async (...more: string[]) => {
      const told = [
        '--log',
        `${served.address}/`,
        '--origin',
        origin,
        '--keys',
        keys,
        '--state',
        state,
        '--witnesses',
        '1',
      ];
      const child = spawn(process.execPath, ['-r', register, program, ...told, ...more], {
        env: { PATH: process.env.PATH },
      });
      let text = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part: Buffer) => (text += part.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { code, text };
    };
    await show(log, 300, Math.floor(Date.now() / 1_000));
    const well = await run('--once', '--whole');
    expect(well).toEqual({
      code: 0,
      text: expect.stringMatching(/ OK \| 300 entries \(\+300\) \| cosigned \d+ s ago\n$/),
    });
    await show(await log.forkedAt(10), 400, Math.floor(Date.now() / 1_000));
    const forked = await run('--once', '--json');
    expect(forked.code).toBe(6);
    expect(JSON.parse(forked.text)).toMatchObject({ size: 300, alarms: [{ kind: 'fork' }] });
    expect(readFileSync(path.join(state, 'metrics.prom'), 'utf8')).toContain(
      'kyogi_monitor_alarms{kind="fork"} 1',
    );
    expect(await run('--once', '--every', 'soon')).toMatchObject({ code: 1 });
  });
});
