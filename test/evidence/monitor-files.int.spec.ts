import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { formatVerifierKey, newSignerKey, parseTrust, signatureType } from '#transparency';
import { History } from '../../apps/evidence/src/monitor/history.js';
import { Monitor } from '../../apps/evidence/src/monitor/monitor.js';
import { ALog, origin } from './a-log.js';
import { freshFolder } from './a-witness.js';
import { ServedLog } from './serve-log.js';

const KILLS = 8;
/** So many are seen between two times at which they are thinned out. */
const THINS = 25;
const day = 86_400_000;
const seconds = 1_800_000_000;

const home = freshFolder();
afterAll(() => rmSync(home, { recursive: true }));
const linesOf = (folder: string, name: string) =>
  readFileSync(path.join(folder, name), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const numbers = (notes: readonly string[]) => notes.map((note) => Number(note.split(' ')[1]));

/** Runs from a number until it is killed, soon after it has begun to thin out. @returns the last number it said it had kept */
const rememberUntilKilled = async (folder: string, from: number, enough: number): Promise<number> => {
  const register = path.join(__dirname, '..', 'support', 'ts-register.cjs');
  const program = path.join(__dirname, 'remembering-child.ts');
  const child = spawn(process.execPath, ['-r', register, program, folder, String(from), String(THINS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const gone = once(child, 'close');
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    const last = Number(said.split('\n').at(-2));
    if (last >= from + enough && last % THINS === 0) child.kill('SIGKILL');
  });
  expect((await gone)[1]).toBe('SIGKILL');
  return Number(said.split('\n').at(-2));
};

describe('the files of a monitor', () => {
  it('can be read and have the newest, whenever it was killed while it thinned them out', async () => {
    const folder = path.join(home, 'killed');
    let last = 0;
    let dropped = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      last = await rememberUntilKilled(folder, last + 1, 2 * THINS);
      const kept = numbers(new History(folder).checkpointsOf('log'));
      expect(kept.at(-1)).toBeGreaterThanOrEqual(last);
      expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      last = kept.at(-1)!;
      dropped = last - kept.length;
    }
    expect(dropped).toBeGreaterThan(KILLS * THINS);
  }, 60_000);

  it('have both sides of a fork when everything else was thinned out, and little more after a long time', async () => {
    const meti = newSignerKey('meti.example/witness', signatureType.cosignature);
    const log = await ALog.grown(40);
    const fork = await log.forkedAt(10);
    const served = await new ServedLog(log, 0, '').listen();
    try {
      const folder = path.join(home, 'forked');
      const keys = [log.key.verifier, meti.verifier].map(formatVerifierKey).join('\n');
      const settings = {
        ...{ log: served.address, trust: parseTrust(origin, keys, 1), witnesses: [], maxAge: 60 },
      };
      const history = new History(folder);
      const monitor = new Monitor(settings, history);
      const round = async (of: ALog, size: number, at: number) => {
        const note = await of.checkpoint(size, [meti], at);
        served.show(of, size, note);
        await monitor.round((at + 5) * 1_000);
        return note;
      };
      for (let at = 0; at < 20; at += 1) await round(log, 10 + at, seconds + at);
      const before = await round(log, 30, seconds + 30);
      const other = await round(fork, 35, seconds + 31);
      for (let at = 0; at < 10; at += 1) await round(log, 40, seconds + 40 + at);
      await history.thin(settings.trust.keys, Date.now() + 60 * day);
      expect(linesOf(folder, 'checkpoints.jsonl')).toHaveLength(1);
      const raised = linesOf(folder, 'alarms.jsonl').filter(({ alarms }) => (alarms as unknown[]).length > 0);
      expect(raised.length).toBeLessThan(4);
      expect(raised[0]!.checkpoints).toEqual([
        { from: 'log', note: before },
        { from: 'log', note: other },
        { from: 'this monitor', note: other },
      ]);
      expect(new History(folder).checkpointsOf('log')).toEqual(expect.arrayContaining([before, other]));
      // Held against the note that the log would rather not have signed.
      expect(await new Monitor(settings, new History(folder)).audit()).toMatchObject([{ kind: 'bad-entry' }]);
    } finally {
      await served.close();
    }
  });

  it('have one line for a log that stays stale, however old it gets', async () => {
    const log = await ALog.grown(5);
    const meti = newSignerKey('meti.example/witness', signatureType.cosignature);
    const served = await new ServedLog(log, 5, await log.checkpoint(5, [meti], seconds)).listen();
    try {
      const folder = path.join(home, 'stale');
      const keys = [log.key.verifier, meti.verifier].map(formatVerifierKey).join('\n');
      const settings = {
        ...{ log: served.address, trust: parseTrust(origin, keys, 1), witnesses: [], maxAge: 60 },
      };
      const monitor = new Monitor(settings, new History(folder));
      for (let at = 0; at < 5; at += 1)
        expect((await monitor.round((seconds + 70 + at) * 1_000)).alarms).toMatchObject([{ kind: 'stale' }]);
      expect(linesOf(folder, 'alarms.jsonl')).toHaveLength(1);
    } finally {
      await served.close();
    }
  });

  it('have nothing of an answer that is longer than a checkpoint can be', async () => {
    const log = await ALog.grown(5);
    const served = await new ServedLog(log, 5, 'x'.repeat(1_000_000)).listen();
    try {
      const folder = path.join(home, 'long');
      const trust = parseTrust(origin, formatVerifierKey(log.key.verifier), 0);
      const settings = { log: served.address, trust, witnesses: [served.address], maxAge: 60 };
      const { alarms, witnesses } = await new Monitor(settings, new History(folder)).round(seconds * 1_000);
      expect(alarms).toMatchObject([
        { kind: 'unreachable', what: expect.stringContaining('answers without end') },
      ]);
      expect(witnesses).toMatchObject([{ problem: expect.stringContaining('answers without end') }]);
      expect(new History(folder).checkpointsOf('log')).toEqual([]);
      expect(statSync(path.join(folder, 'alarms.jsonl')).size).toBeLessThan(1_000);
    } finally {
      await served.close();
    }
  });
});
