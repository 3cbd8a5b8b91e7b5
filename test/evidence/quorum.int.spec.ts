import { openCheckpoint, parseTrust } from '#transparency';
import path from 'node:path';
import { Cosigners } from '../../apps/evidence/src/notary/cosign';
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
