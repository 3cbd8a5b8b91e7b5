import { readConfig } from '#platform';
import {
  formatVerifierKey,
  newSignerKey,
  openCheckpoint,
  parseTrust,
  signatureType,
  type VerifierKey,
} from '#transparency';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { Cosigners } from '../../apps/evidence/src/notary/cosign';
import { witnessesOf } from '../../apps/evidence/src/notary/witness-list';
import { eventually } from '../support/eventually';
import { freshFolder, startWitness, type RunningWitness } from './a-witness';
import { LoggedLedger, origin } from './ledger';

jest.setTimeout(60_000);

let ledger: LoggedLedger;
const names = ['meti', 'mic', 'ppc'];
const folders = names.map(() => freshFolder());
const witnesses: RunningWitness[] = [];

const start = (at: number): Promise<RunningWitness> =>
  startWitness({
    WITNESS_NAME: `${names[at]}.example/witness`,
    WITNESS_DIR: folders[at] as string,
    WITNESS_LOG_KEYS: path.join(ledger.files.folder, 'keys'),
  });
const cosigners = () =>
  new Cosigners(
    witnesses.map(({ key, address }) => ({ key, url: address })),
    2,
    ledger.files,
  );

beforeAll(async () => {
  ledger = await LoggedLedger.start();
  await ledger.notary().open();
  witnesses.push(...(await Promise.all(names.map((_, at) => start(at)))));
});
afterAll(async () => {
  await Promise.all(witnesses.map((witness) => witness.end('SIGKILL')));
  await ledger.close();
});

const present = async () =>
  openCheckpoint(await ledger.text('checkpoint'), parseTrust(origin, await ledger.text('keys'), 2));

/** The same key as another name would have it. */
const renamed = ({ type, publicKey }: VerifierKey, name: string): string => {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(type)).update(publicKey);
  return formatVerifierKey({ name, type, publicKey, id: hash.digest('hex').slice(0, 8) });
};

describe('a quorum of two of three witnesses', () => {
  it('cosigns what is published, from whatever size each of them knows', async () => {
    for (const size of [300, 301, 900]) {
      await ledger.append(size - (size === 300 ? 0 : size === 301 ? 300 : 301));
      await ledger.round({ cosigners: cosigners() });
      const { size: said, witnesses: seen } = await present();
      expect([said, seen.map(({ name }) => name).sort()]).toEqual([
        size,
        names.map((name) => `${name}.example/witness`),
      ]);
    }
  });

  it('is reached without the third; without the second the old checkpoint stays until one is back', async () => {
    const asked = cosigners();
    const notary = ledger.notary({ cosigners: asked });
    await notary.open();
    await witnesses[2]?.end('SIGKILL');
    await ledger.append(10);
    expect(await notary.round()).toBe('published');
    await witnesses[1]?.end('SIGKILL');
    await ledger.append(10);
    expect(await notary.round()).toBe('unwitnessed');
    expect(await notary.round()).toBe('unwitnessed');
    expect((await present()).size).toBe(910);
    expect([...asked.trouble.keys()].sort()).toEqual(['mic.example/witness', 'ppc.example/witness']);
    // What was signed meanwhile binds, though it is not published.
    expect(await ledger.text('signed')).toContain('\n920\n');
    witnesses[2] = await start(2);
    await ledger.append(5);
    await ledger.round({ cosigners: cosigners() });
    expect((await present()).size).toBe(925);
  });

  it('cosigns what is still the newest again, with the same root and a later time', async () => {
    const notary = ledger.notary({ cosigners: cosigners(), freshMs: 1_500 });
    await notary.open();
    // A process that starts does not know how old the cosignatures are.
    expect(await notary.round()).toBe('published');
    const [before, old] = [await ledger.text('checkpoint'), await present()];
    expect(await notary.round()).toBe('nothing');
    const latest = ({ witnesses: seen }: typeof old) => Math.max(...seen.map(({ time }) => time));
    await eventually(async () => {
      await notary.round();
      expect(latest(await present())).toBeGreaterThan(latest(old));
    });
    const again = await present();
    expect([again.size, again.root]).toEqual([old.size, old.root]);
    // The log's own signature is the one of before.
    expect((await ledger.text('checkpoint')).split('\n')[4]).toBe(before.split('\n')[4]);
  });

  it('is not made of one key under two names', () => {
    const { verifier } = newSignerKey('meti.example/witness', signatureType.cosignature);
    const line = `${formatVerifierKey(verifier)} http://127.0.0.1:1`;
    const settings = (...all: string[]) => ({
      ...readConfig({ DATABASE_URL: 'postgres://none' }),
      ...{ KYOGI_WITNESSES: all.join(','), KYOGI_WITNESS_QUORUM: 1 },
    });
    expect(witnessesOf(settings(line))).toHaveLength(1);
    const other = `${renamed(verifier, 'mic.example/witness')} http://127.0.0.1:2`;
    expect(() => witnessesOf(settings(line, other))).toThrow('named twice');
  });

  it('does not cosign a history that is shorter than the one it has seen', async () => {
    const other = await LoggedLedger.start();
    try {
      await other.append(7);
      // The real key, on another ledger.
      const asked = new Cosigners(cosigners().witnesses, 2, other.files);
      const notary = other.notary({ cosigners: asked, keyFile: path.join(ledger.folder, 'key') });
      await notary.open();
      expect(await notary.round()).toBe('unwitnessed');
      expect(asked.trouble.get('meti.example/witness')).toBe(
        'has seen 925 entries of this log, and there are 7',
      );
      expect(await other.text('checkpoint')).toBe('');
    } finally {
      await other.close();
    }
  });
});
