import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { formatVerifierKey, parseTrust } from '#transparency';
import { History } from '../../apps/evidence/src/monitor/history';
import { Monitor } from '../../apps/evidence/src/monitor/monitor';
import { Cosigners } from '../../apps/evidence/src/notary/cosign';
import { freshFolder, startWitness, type RunningWitness } from './a-witness';
import { LoggedLedger, origin } from './ledger';

// TL-2
describe('a second history, signed with the real key', () => {
  const home = freshFolder();
  let witnesses: RunningWitness[];
  let honest: LoggedLedger;
  let forged: LoggedLedger;
  /** What is published at the address that everybody knows. */
  let shown: LoggedLedger;
  const server = createServer((request, response) => {
    void shown.files
      .read((request.url ?? '').slice(1))
      .then((bytes) => (bytes ? response.end(bytes) : response.writeHead(404).end()));
  });

  const cosigned = (ledger: LoggedLedger, quorum: number) =>
    new Cosigners(
      witnesses.map(({ key, address: url }) => ({ key, url })),
      quorum,
      ledger.files,
    );
  const round = async (ledger: LoggedLedger, quorum: number) => {
    const cosigners = cosigned(ledger, quorum);
    const notary = ledger.notary({ cosigners });
    await notary.open();
    return { outcome: await notary.round(), trouble: [...cosigners.trouble.values()] };
  };

  beforeAll(async () => {
    [honest, forged] = [await LoggedLedger.start(), await LoggedLedger.start()];
    // The key is made by the first round; nobody has seen it yet.
    await honest.append(1);
    await honest.round();
    copyFileSync(path.join(honest.folder, 'key'), path.join(forged.folder, 'key'));
    writeFileSync(path.join(home, 'log.vkeys'), await honest.text('keys'));
    witnesses = await Promise.all(
      ['meti', 'mof', 'mhlw'].map((name) =>
        startWitness({
          WITNESS_NAME: `${name}.example/witness`,
          WITNESS_DIR: path.join(home, name),
          WITNESS_LOG_KEYS: path.join(home, 'log.vkeys'),
        }),
      ),
    );
    shown = honest;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await Promise.all(witnesses.map((witness) => witness.end()));
    await honest.close();
    await forged.close();
    rmSync(home, { recursive: true });
  });

  it('is refused by the witnesses, and noticed by the monitor in its next round', async () => {
    await honest.append(40);
    expect(await round(honest, 2)).toEqual({ outcome: 'published', trouble: [] });
    const keys = [(await honest.text('keys')).trim(), ...witnesses.map(({ key }) => formatVerifierKey(key))];
    const settings = {
      log: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      trust: parseTrust(origin, [...new Set(keys.join('\n').split('\n'))].join('\n'), 2),
      witnesses: witnesses.map(({ address }) => address),
      maxAge: 60,
    };
    const watch = () => new Monitor(settings, new History(path.join(home, 'monitor'))).round();
    expect(await watch()).toMatchObject({ size: 41, alarms: [] });

    // Of the same size, and grown past it: no witness signs, so nothing is published.
    for (const [more, why] of [
      [41, 'shows a fork: it has cosigned another root of 41 entries'],
      [20, 'may show a fork: of the 41 entries it knows'],
    ] as const) {
      await forged.append(more);
      const { outcome, trouble } = await round(forged, 2);
      expect(outcome).toBe('unwitnessed');
      expect(trouble).toEqual(Array(3).fill(expect.stringContaining(why)));
    }

    // Published all the same: whoever wants cosignatures does not believe it, and who wants none sees the fork.
    expect((await round(forged, 0)).outcome).toBe('published');
    shown = forged;
    expect(await watch()).toMatchObject({ size: 41, alarms: [{ kind: 'unsound' }] });
    const credulous = { ...settings, trust: { ...settings.trust, witnesses: 0 } };
    const report = await new Monitor(credulous, new History(path.join(home, 'monitor'))).round();
    expect(report).toMatchObject({ size: 41, alarms: [{ kind: 'fork' }] });

    // The true log goes on as if nothing had been; what was signed stays signed, and the alarm with it.
    shown = honest;
    await honest.append(5);
    expect(await round(honest, 3)).toEqual({ outcome: 'published', trouble: [] });
    for (const added of [5, 0])
      expect(await watch()).toMatchObject({ size: 46, added, alarms: [{ kind: 'fork' }] });
  });

  it('is found by comparing witnesses when it was shown to one that had seen nothing', async () => {
    const late = await startWitness({
      WITNESS_NAME: 'cao.example/witness',
      WITNESS_DIR: path.join(home, 'cao'),
      WITNESS_LOG_KEYS: path.join(home, 'log.vkeys'),
    });
    const cosigners = new Cosigners([{ key: late.key, url: late.address }], 1, forged.files);
    await forged.append(1);
    const notary = forged.notary({ cosigners });
    await notary.open();
    expect(await notary.round()).toBe('published');
    shown = honest;
    await honest.append(100);
    expect((await round(honest, 2)).outcome).toBe('published');
    const settings = {
      log: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      trust: parseTrust(origin, await honest.text('keys'), 2),
      witnesses: [...witnesses, late].map(({ address }) => address),
      maxAge: 60,
    };
    const { alarms } = await new Monitor(settings, new History(path.join(home, 'another'))).round();
    expect(alarms).toEqual([{ kind: 'fork', what: expect.stringContaining(late.address) }]);
    await late.end();
  });
});
