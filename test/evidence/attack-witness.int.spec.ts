import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatVerifierKey, newSignerKey, openCheckpoint, parseTrust, signatureType } from '#transparency';
import type { Memory } from '../../apps/evidence/src/witness/memory.js';
import { addCheckpoint } from '../../apps/evidence/src/witness/witness.js';
import { ALog, origin } from './a-log.js';
import { freshFolder, startWitness } from './a-witness.js';
import { Answers, contend, contendAndKill, dice, fuzz } from './assaults.js';

describe('a witness under attack', () => {
  const home = freshFolder();
  const settingsOf = (name: string) => ({
    WITNESS_NAME: `${name}.example/witness`,
    WITNESS_DIR: path.join(home, name),
    WITNESS_LOG_KEYS: path.join(home, 'log.vkeys'),
  });
  let log: ALog;
  let fork: ALog;

  beforeAll(async () => {
    log = await ALog.grown(600);
    fork = await log.forkedAt(20);
    writeFileSync(path.join(home, 'log.vkeys'), formatVerifierKey(log.key.verifier));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const oneHistory = async (answers: Answers) => [await answers.areOf(log), await answers.areOf(fork)];

  it('never signs two roots of one size, with 50 clients at once that push it to two histories', async () => {
    const witness = await startWitness(settingsOf('meti'));
    const answers = new Answers(log, witness.key);
    const roll = dice(1);
    for (let round = 0; round < 5; round += 1)
      await contend([log, fork], round * 100, { clients: 50, roll }, answers, witness.add);
    await witness.end();
    expect(answers.statuses[200]).toBeGreaterThan(5);
    expect(answers.statuses[422]).toBeGreaterThan(5);
    expect((await oneHistory(answers)).filter(Boolean)).toHaveLength(1);
  });

  it('would be caught when it forgot between comparing and remembering', async () => {
    const signer = newSignerKey('bad.example/witness', signatureType.cosignature);
    let seen: ReturnType<Memory['last']>;
    const late = {
      last: () => seen,
      keep: (checkpoint: NonNullable<typeof seen>) => setImmediate(() => (seen = checkpoint)),
    };
    const bad = { keys: [log.key.verifier], memory: late as unknown as Memory, signer };
    const answers = new Answers(log, signer.verifier);
    await contend([log, fork], 30, { clients: 50, roll: dice(1) }, answers, (body) => {
      const verdict = addCheckpoint(body, bad, 1);
      const text = verdict.status === 200 ? verdict.line : 'size' in verdict ? `${verdict.size}` : '';
      return Promise.resolve({ status: verdict.status, body: text });
    });
    expect((await oneHistory(answers)).filter(Boolean)).toHaveLength(0);
  });

  it('never signs two roots of one size, killed at any moment', async () => {
    const start = () => startWitness(settingsOf('mof'));
    const answers = await contendAndKill([log, fork], start, 8, dice(2));
    expect(answers.statuses[200]).toBeGreaterThan(3);
    expect((await oneHistory(answers)).filter(Boolean)).not.toHaveLength(0);
  });

  it('answers 1,000 damaged requests, signs nothing inconsistent and goes on', async () => {
    const witness = await startWitness(settingsOf('mhlw'));
    const answers = new Answers(log, witness.key);
    await fuzz(witness, [log, fork], 1_000, dice(3), answers);
    expect(witness.child.exitCode).toBeNull();
    expect((await oneHistory(answers)).filter(Boolean)).not.toHaveLength(0);
    expect(Object.keys(answers.statuses)).toEqual(expect.arrayContaining(['400', '403', '409', '413']));
    expect(answers.statuses[500]).toBeUndefined();
    const last = Number((await witness.add(await log.submission(0, 600))).body);
    expect((await fetch(witness.address)).status).toBe(200);
    expect(last).toBeGreaterThanOrEqual(0);
    await witness.end();
  });

  it('cannot be had in a majority for two histories: any two majorities share an honest witness', async () => {
    const names = ['meti2', 'mof2', 'mhlw2'];
    const witnesses = await Promise.all(names.map((name) => startWitness(settingsOf(name))));
    const keys = [log.key.verifier, ...witnesses.map(({ key }) => key)].map(formatVerifierKey).join('\n');
    // The log shows one history to the first two and the other to the last two, in every order, and gathers what it gets.
    const shown: [ALog, number[]][] = [
      [log, [0, 1]],
      [fork, [1, 2, 0]],
      [log, [2]],
    ];
    const lines = new Map<ALog, string[]>();
    for (const [history, asked] of shown)
      for (const at of asked) {
        const submission = await history.submission(0, 300);
        const first = await (witnesses[at] as (typeof witnesses)[0]).add(submission);
        if (first.status === 200) lines.set(history, [...(lines.get(history) ?? []), first.body]);
      }
    await Promise.all(witnesses.map((witness) => witness.end()));
    const believed = (history: ALog, k: number, checkpoint: string) =>
      openCheckpoint(checkpoint + (lines.get(history) ?? []).join(''), parseTrust(origin, keys, k)).witnesses
        .length;
    expect(believed(log, 2, await log.checkpoint(300))).toBe(2);
    const forked = await fork.checkpoint(300);
    expect(() => believed(fork, 2, forked)).toThrow('1 witnesses have signed where 2 must');
    // With k of n = n/2 or less it would be believed: that is what k is for.
    expect(believed(fork, 1, forked)).toBe(1);
  });
});
