import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formatVerifierKey } from '#transparency';
import { ALog } from './a-log.js';
import { freshFolder, startWitness } from './a-witness.js';
import { Answers, contendAndKill, dice, fuzz } from './assaults.js';

jest.setTimeout(600_000);

describe('a witness under long attack', () => {
  const home = freshFolder();
  const settings = { WITNESS_LOG_KEYS: path.join(home, 'log.vkeys') };
  let log: ALog;
  let fork: ALog;

  beforeAll(async () => {
    log = await ALog.grown(600);
    fork = await log.forkedAt(20);
    writeFileSync(settings.WITNESS_LOG_KEYS, formatVerifierKey(log.key.verifier));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  it('is killed 200 times and never signs two histories', async () => {
    const seed = Date.now() % 1_000_000;
    for (let life = 0; life < 10; life += 1) {
      const start = () => startWitness({ ...settings, WITNESS_DIR: path.join(home, `killed-${life}`) });
      const answers = await contendAndKill([log, fork], start, 20, dice(seed + life));
      expect([seed, await answers.areOf(log), await answers.areOf(fork)]).toContain(true);
    }
  });

  it('answers 20,000 damaged requests and signs nothing inconsistent', async () => {
    const seed = Date.now() % 1_000_000;
    const witness = await startWitness({ ...settings, WITNESS_DIR: path.join(home, 'fuzzed') });
    const answers = new Answers(log, witness.key);
    await fuzz(witness, [log, fork], 20_000, dice(seed), answers);
    expect([seed, await answers.areOf(log), await answers.areOf(fork)]).toContain(true);
    expect(answers.statuses[500]).toBeUndefined();
    expect(witness.child.exitCode).toBeNull();
    await witness.end();
  });
});
