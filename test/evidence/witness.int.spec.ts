import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  formatCheckpoint,
  formatSubmission,
  formatVerifierKey,
  leafHash,
  newSignerKey,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseTrust,
  signatureType,
  signNote,
  type VerifierKey,
} from '#transparency';
import { eventually } from '../support/eventually.js';
import { ALog, origin } from './a-log.js';
import { freshFolder, spawnWitness, startWitness, type RunningWitness } from './a-witness.js';

describe('a witness', () => {
  const home = freshFolder();
  const at = (...parts: string[]) => path.join(home, ...parts);
  const settings = { WITNESS_DIR: at('witness'), WITNESS_LOG_KEYS: at('log.vkeys') };
  let log: ALog;
  let fork: ALog;
  let witness: RunningWitness;

  const trust = (key: VerifierKey = witness.key) =>
    parseTrust(origin, [log.key.verifier, key].map(formatVerifierKey).join('\n'), 1);
  const seenSize = async () =>
    parseCheckpoint(
      parseNote(await (await fetch(`${witness.address}/checkpoint?origin=${origin}`)).text()).text,
    ).size;

  beforeAll(async () => {
    log = await ALog.grown(600);
    fork = await log.forkedAt(250);
    writeFileSync(at('log.vkeys'), formatVerifierKey(log.key.verifier));
    witness = await startWitness(settings);
  });
  afterAll(async () => {
    await witness.end();
    rmSync(home, { recursive: true });
  });

  it('cosigns the first checkpoint of a log, and those that continue it', async () => {
    const before = Math.floor(Date.now() / 1_000);
    for (const [old, size] of [
      [0, 100],
      [100, 256],
      [256, 300],
      [300, 300],
    ] as const) {
      const { status, body } = await witness.add(await log.submission(old, size));
      expect(status).toBe(200);
      const believed = openCheckpoint((await log.checkpoint(size)) + body, trust());
      expect(believed.witnesses).toEqual([{ name: 'meti.example/witness', time: expect.any(Number) }]);
      expect(believed.witnesses[0]?.time).toBeGreaterThanOrEqual(before);
    }
    expect(await seenSize()).toBe(300);
    const page = await (await fetch(witness.address)).text();
    expect(page).toContain(`${origin}: 300 entries`);
    expect(await (await fetch(`${witness.address}/vkey`)).text()).toBe(`${formatVerifierKey(witness.key)}\n`);
  });

  it('says what it knows when it is asked from another size', async () => {
    const conflict = { status: 409, body: '300\n', type: 'text/x.tlog.size' };
    expect(await witness.add(await log.submission(0, 400))).toEqual(conflict);
    expect(await witness.add(await log.submission(299, 400))).toEqual(conflict);
    expect(await witness.add(await log.submission(200, 250))).toEqual(conflict);
  });

  it('refuses what does not continue what it cosigned, also under the real key, and keeps it', async () => {
    expect(await witness.add(await fork.submission(300, 300))).toMatchObject({ status: 409, body: '300\n' });
    expect(await witness.add(await fork.submission(300, 400))).toMatchObject({ status: 422 });
    const checkpoint = await log.checkpoint(400);
    expect(await witness.add(formatSubmission({ old: 300, proof: [], checkpoint }))).toMatchObject({
      status: 422,
    });
    const kept = readdirSync(at('witness', 'forks')).map((name) =>
      readFileSync(at('witness', 'forks', name), 'utf8'),
    );
    expect(kept).toEqual(expect.arrayContaining([await fork.checkpoint(300), await fork.checkpoint(400)]));
    expect(await seenSize()).toBe(300);
  });

  it('answers each fault with the status of the specification', async () => {
    const root = await log.root(400);
    const stranger = newSignerKey('other.example/log', signatureType.ed25519);
    const thief = newSignerKey(origin, signatureType.ed25519);
    const own = newSignerKey(origin, signatureType.cosignature);
    const by = (...keys: (typeof thief)[]) =>
      formatSubmission({
        old: 300,
        proof: [],
        checkpoint: signNote(formatCheckpoint({ origin, size: 400, root }), keys, 1),
      });
    const unknown = formatCheckpoint({ origin: 'other.example/log', size: 1, root });
    const toUnknown = formatSubmission({ old: 0, proof: [], checkpoint: signNote(unknown, [stranger], 1) });
    const wellSigned = await log.submission(300, 400);
    const statuses = async (...bodies: string[]) =>
      Promise.all(bodies.map(async (body) => (await witness.add(body)).status));
    expect(await statuses(toUnknown, by(thief), by(own), by(stranger))).toEqual([404, 403, 403, 403]);
    expect(await statuses(wellSigned.replace(/(\S{3})(\S{5}=\n)$/, 'AAA$2'))).toEqual([403]);
    const larger = formatSubmission({ old: 401, proof: [], checkpoint: await log.checkpoint(400) });
    expect(await statuses(larger, '', wellSigned.slice(4), wellSigned.replace('\n\n', '\n'))).toEqual([
      400, 400, 400, 400,
    ]);
    expect(await statuses(`${wellSigned}${'x'.repeat(70_000)}`)).toEqual([413]);
    expect((await fetch(`${witness.address}/add-checkpoint`)).status).toBe(404);
    expect((await fetch(witness.address, { method: 'PUT' })).status).toBe(405);
  });

  it('keeps of a note no line that a stranger added, not even one under its own name', async () => {
    const bytes = Buffer.concat([Buffer.from(witness.key.id, 'hex'), Buffer.alloc(72)]).toString('base64');
    const stranger = `— stranger.example ${bytes}\n— meti.example/witness ${bytes}\n`;
    expect((await witness.add((await log.submission(300, 310)) + stranger)).status).toBe(200);
    await witness.end();
    witness = await startWitness(settings);
    expect(await seenSize()).toBe(310);
    const note = await (await fetch(`${witness.address}/checkpoint?origin=${origin}`)).text();
    expect(parseNote(note).signatures.map(({ name }) => name)).toEqual([origin, 'meti.example/witness']);
  });

  it('keeps its key for itself', () => {
    expect(statSync(at('witness', 'key')).mode & 0o777).toBe(0o600);
    expect(statSync(at('witness')).mode & 0o777).toBe(0o700);
  });

  it('does not start with a key and no memory, with an older memory, or with the memory of another key', async () => {
    const place = { ...settings, WITNESS_DIR: at('second'), WITNESS_GUARD: at('guard.json') };
    let second = await startWitness(place);
    await second.add(await log.submission(0, 100));
    cpSync(at('second'), at('backup'), { recursive: true });
    await second.add(await log.submission(100, 200));
    await second.end();
    const { key } = second;

    cpSync(at('second'), at('lost'), { recursive: true });
    for (const name of readdirSync(at('lost'))) if (name.startsWith('seen')) rmSync(at('lost', name));
    await expect(startWitness({ ...place, WITNESS_DIR: at('lost') })).rejects.toThrow(
      'no memory of what it signed',
    );
    await expect(startWitness({ ...place, WITNESS_DIR: at('backup') })).rejects.toThrow(
      '200 entries of kyogi.example/ledger were cosigned, the memory ends at 100',
    );
    await expect(startWitness({ ...place, WITNESS_NAME: 'mof.example/witness' })).rejects.toThrow(
      'not the key of',
    );
    cpSync(at('second'), at('mixed'), { recursive: true });
    cpSync(at('witness', 'key'), at('mixed', 'key'));
    await expect(startWitness({ ...place, WITNESS_DIR: at('mixed') })).rejects.toThrow(
      'no known key has signed',
    );

    // Told to begin, it takes its own newest cosignature as its memory; a foreign one it does not take.
    writeFileSync(
      at('foreign'),
      await log.checkpoint(500, [newSignerKey('meti.example/witness', signatureType.cosignature)]),
    );
    await expect(
      startWitness({ ...place, WITNESS_DIR: at('lost') }, '--begin', at('foreign')),
    ).rejects.toThrow('no known key');
    const [newest = ''] = JSON.parse(readFileSync(at('second', 'seen.3'), 'utf8')) as string[];
    writeFileSync(at('newest'), newest);
    for (const folder of ['lost', 'backup']) {
      second = await startWitness({ ...place, WITNESS_DIR: at(folder) }, '--begin', at('newest'));
      expect(second.key).toEqual(key);
      expect(await second.add(await fork.submission(0, 300))).toMatchObject({ status: 409, body: '200\n' });
      await second.end();
    }
  });

  it('stops when another process writes into its folder, before a second signature leaves', async () => {
    const place = { ...settings, WITNESS_DIR: at('shared') };
    const one = await startWitness(place);
    const other = await startWitness(place);
    expect((await one.add(await log.submission(0, 300))).status).toBe(200);
    expect((await other.add(await fork.submission(0, 300))).status).toBe(500);
    await eventually(() => expect(other.child.exitCode).toBe(1));
    await one.end();
  });

  it('asks an address for the keys of a log once, and never again', async () => {
    let list = '# keys\n';
    let asked = 0;
    const server = createServer((_, response) => {
      asked += 1;
      response.end(list);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const place = {
      WITNESS_DIR: at('trusting'),
      WITNESS_LOG_KEYS: `http://127.0.0.1:${(server.address() as AddressInfo).port}/vkeys`,
    };
    let third = await startWitness(place);
    await eventually(() => expect(asked).toBeGreaterThan(0));
    expect((await third.add(await log.submission(0, 10))).status).toBe(404);
    list = `${formatVerifierKey(log.key.verifier)}\n`;
    const first = await log.submission(0, 10);
    await eventually(async () => expect((await third.add(first)).status).toBe(200));
    await third.end();
    const before = asked;
    list = formatVerifierKey(newSignerKey(origin, signatureType.ed25519).verifier);
    third = await startWitness(place);
    const next = await log.submission(10, 20);
    await eventually(async () => expect((await third.add(next)).status).toBe(200));
    expect(asked).toBe(before);
    await third.end();
    server.close();
  });

  it('ends at a signal also while it waits for keys', async () => {
    const { child, said } = spawnWitness({ WITNESS_DIR: at('waiting'), WITNESS_LOG_KEYS: at('nowhere') });
    await eventually(() => expect(said.some(({ message }) => message === 'no keys of a log yet')).toBe(true));
    child.kill('SIGTERM');
    await eventually(() => expect(child.exitCode).toBe(0));
  });

  it('tells an altered tree from its own by the root alone', async () => {
    const body = formatCheckpoint({ origin, size: 310, root: leafHash(Buffer.from('another past')) });
    const checkpoint = signNote(body, [log.key], 1);
    expect(await witness.add(formatSubmission({ old: 310, proof: [], checkpoint }))).toMatchObject({
      status: 409,
    });
  });
});
