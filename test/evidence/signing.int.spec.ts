import {
  auditLog,
  formatSignerKey,
  newSignerKey,
  parseProof,
  parseTrust,
  signatureType,
  verifyProof,
  openCheckpoint,
} from '#transparency';
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Refused } from '../../apps/evidence/src/notary/refused';
import type { Step } from '../../apps/evidence/src/notary/steps';
import { query } from '../support/database';
import { LoggedLedger, origin } from './ledger';

jest.setTimeout(60_000);

const steps: Step[] = ['integrated', 'filed', 'kept', 'recorded', 'signed', 'proven', 'published'];

let ledger: LoggedLedger;
beforeEach(async () => void (ledger = await LoggedLedger.start()));
afterEach(() => ledger.close());

/** The published log is whole, and says what the database says. */
const isSound = async (size: number): Promise<void> => {
  const checkpoint = await ledger.published();
  expect(checkpoint.size).toBe(size);
  expect(checkpoint.root).toEqual(await ledger.rootOf(size));
  expect(await auditLog([checkpoint], ledger.files.tile)).toBeUndefined();
};
const at = (...parts: string[]) => path.join(ledger.files.folder, ...parts);

describe('the notary', () => {
  it('publishes every position under a checkpoint, with receipts of what decides', async () => {
    await ledger.append(300);
    await ledger.round();
    await isSound(300);
    await ledger.append(500);
    await ledger.round();
    await isSound(800);
    const receipts = readdirSync(at('proof'));
    const [{ n }] = (await query(
      ledger.database.url,
      `SELECT count(*)::int AS n FROM events WHERE type = 'DossierDecided'`,
    )) as [{ n: number }];
    expect(receipts).toHaveLength(n);
    const trust = parseTrust(origin, await ledger.text('keys'), 0);
    const first = await ledger.text('proof/1.tlog-proof');
    // As it was published first, and not written anew.
    expect(parseProof(first).checkpoint).toContain('\n300\n');
    const [row] = (await query(
      ledger.database.url,
      'SELECT entry FROM evidence.leaves WHERE position = 1',
    )) as [{ entry: Buffer }];
    expect(verifyProof(first, row.entry, trust).index).toBe(0);
    expect(readdirSync(at('tile', '0')).sort()).toEqual(['000', '001', '002', '003.p']);
    expect(statSync(path.join(ledger.folder, 'key')).mode & 0o777).toBe(0o600);
  });

  it('does nothing where nothing was recorded', async () => {
    const notary = ledger.notary();
    await notary.open();
    expect(await notary.round()).toBe('nothing');
    await ledger.append(1);
    expect(await notary.round()).toBe('published');
    const before = await ledger.text('checkpoint');
    expect(await notary.round()).toBe('nothing');
    expect(await ledger.text('checkpoint')).toBe(before);
  });

  it('dies after any step, begins again, and never says two roots of one size', async () => {
    const said = new Map<number, string>();
    for (const death of steps) {
      await ledger.append(90);
      const onStep = (step: Step) => {
        if (step === 'kept') {
          const [, size = '', root = ''] = readFileSync(at('signed'), 'utf8').split('\n');
          expect(said.get(Number(size)) ?? root).toBe(root);
          said.set(Number(size), root);
        }
        if (step === death) throw new Error(`died after ${step}`);
      };
      await expect(ledger.round({ onStep })).rejects.toThrow(`died after ${death}`);
      if (death !== 'published') await ledger.append(death === 'signed' ? 0 : 40);
      await ledger.round({ onStep: () => undefined });
    }
    for (const [size, root] of said) expect((await ledger.rootOf(size)).toString('base64')).toBe(root);
    await isSound(90 * 7 + 40 * 5);
  });

  it('takes from a death between the two places the one that says more', async () => {
    await ledger.append(10);
    await ledger.round();
    await ledger.append(10);
    await expect(
      ledger.round({
        onStep: (step) => {
          if (step === 'kept') throw new Error('died');
        },
      }),
    ).rejects.toThrow('died');
    expect(await ledger.text('signed')).toContain('\n20\n');
    expect(await query(ledger.database.url, 'SELECT size::int FROM evidence.signed')).toEqual([{ size: 10 }]);
    await ledger.round();
    await isSound(20);
  });
});

describe('what was signed before', () => {
  /** As a backup: all tables of the schema and the ledger as they were. */
  const tables = [
    'public.events',
    'public.event_log',
    'public.log_head',
    'evidence.leaves',
    'evidence.signed',
    'evidence.checkpoints',
  ];
  const asReplica = (sql: string) =>
    query(ledger.database.url, `SET session_replication_role = replica; ${sql}`);
  const backUp = () =>
    asReplica(
      `CREATE SCHEMA IF NOT EXISTS backup; ${tables.map((name) => `CREATE TABLE backup.${name.replace('.', '_')} AS TABLE ${name}`).join(';')}`,
    );
  const restore = () =>
    asReplica(
      tables
        .map(
          (name) =>
            `DELETE FROM ${name}; INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM backup.${name.replace('.', '_')}`,
        )
        .join(';'),
    );

  it('forbids to sign for an older database, and for what it grows into', async () => {
    await ledger.append(20);
    await ledger.round();
    await backUp();
    await ledger.append(30);
    await ledger.round();
    const before = await ledger.text('checkpoint');
    await restore();
    await expect(ledger.round()).rejects.toThrow(
      /50 entries were signed, and the database has 20.*give back the newest database/s,
    );
    await ledger.append(40);
    await expect(ledger.round()).rejects.toThrow(Refused);
    // Even if somebody had integrated the other history already.
    rmSync(at('signed'));
    rmSync(at('checkpoint'));
    cpSync(ledger.files.folder, path.join(ledger.folder, 'aside'), { recursive: true });
    await ledger.round();
    rmSync(ledger.files.folder, { recursive: true });
    cpSync(path.join(ledger.folder, 'aside'), ledger.files.folder, { recursive: true });
    writeFileSync(at('checkpoint'), before);
    await expect(ledger.round()).rejects.toThrow(
      /the first 50 leaves of the database are others than the published checkpoint says/,
    );
    expect(await ledger.text('checkpoint')).toBe(before);
  });

  it('is held against the database under a notary that runs', async () => {
    await ledger.append(20);
    await ledger.round();
    await backUp();
    const notary = ledger.notary();
    await notary.open();
    await ledger.append(30);
    await notary.round();
    await restore();
    await ledger.append(60);
    await expect(notary.round()).rejects.toThrow();
    await expect(ledger.round()).rejects.toThrow(Refused);
    expect((await ledger.published()).size).toBe(50);
  });

  it('is believed of the file where the row is gone, and of the row where the folder is gone', async () => {
    await ledger.append(600);
    await ledger.round();
    await asReplica('DELETE FROM evidence.signed');
    await ledger.append(3);
    await ledger.round();
    await isSound(603);
    rmSync(ledger.files.folder, { recursive: true });
    await ledger.round();
    await isSound(603);
    expect(readdirSync(at('proof')).length).toBeGreaterThan(50);
    await asReplica('DELETE FROM evidence.signed');
    writeFileSync(at('signed'), (await ledger.text('signed')).replace('603', '602'));
    await expect(ledger.round()).rejects.toThrow(
      /the first 602 leaves of the database are others than the file signed says/,
    );
  });

  it('forbids to sign over leaves that were altered', async () => {
    await ledger.append(20);
    await ledger.round();
    await asReplica(`UPDATE evidence.leaves SET entry = entry || '\\x20' WHERE position = 7`);
    rmSync(at('tile'), { recursive: true });
    await ledger.append(5);
    await expect(ledger.round()).rejects.toThrow(/the first 20 leaves of the database are others/);
  });

  it('forbids to sign into the folder of another log', async () => {
    await ledger.append(5);
    await ledger.round();
    const other = await LoggedLedger.start();
    try {
      await other.append(9);
      await other.round();
      await expect(ledger.round({ files: other.files })).rejects.toThrow(Refused);
      await expect(ledger.round({ origin: 'kyogi.example/else' })).rejects.toThrow(
        /is of the log kyogi.example\/test/,
      );
      expect((await other.published()).size).toBe(9);
    } finally {
      await other.close();
    }
  });

  it('forbids to make a new key where the old one is lost', async () => {
    await ledger.append(5);
    await ledger.round();
    rmSync(path.join(ledger.folder, 'key'));
    await ledger.append(5);
    await expect(ledger.round()).rejects.toThrow(/the key file .* is gone, and this log was signed before/);
  });
});

describe('files that are lost or damaged', () => {
  it('are written anew from the leaves, whichever they are', async () => {
    await ledger.append(700);
    await ledger.round();
    const files = [
      'tile/0/000',
      'tile/0/001',
      'tile/0/002.p/188',
      'tile/1/000.p/2',
      'tile/entries/001',
      'tile/entries/002.p/188',
    ];
    for (const file of files) {
      const whole = readFileSync(at(file));
      for (const harm of [
        () => rmSync(at(file)),
        () => truncateSync(at(file), 64),
        () => writeFileSync(at(file), Buffer.alloc(whole.length, 7)),
      ]) {
        harm();
        const notary = ledger.notary();
        const found: unknown[] = [];
        await notary.open();
        for (let tries = 0; tries < 200 && !readSafely(file)?.equals(whole); tries += 1) {
          found.push(await notary.round());
          await new Promise((resolve) => setImmediate(resolve));
        }
        expect(readSafely(file)?.equals(whole)).toBe(true);
      }
    }
    await isSound(700);
  });
  const readSafely = (file: string) => {
    try {
      return readFileSync(at(file));
    } catch {
      return undefined;
    }
  };
});

// TL-7
describe('a rotation of keys', () => {
  it('signs with both, then with the new one, and every checkpoint stays verifiable with one list', async () => {
    const keyFile = path.join(ledger.folder, 'key');
    const checkpoints: string[] = [];
    const grow = async () => {
      await ledger.append(3);
      await ledger.round();
      checkpoints.push(await ledger.text('checkpoint'));
    };
    await grow();
    const old = readFileSync(keyFile, 'utf8');
    const added = `${formatSignerKey(newSignerKey(origin, signatureType.ed25519))}\n`;
    appendFileSync(keyFile, added);
    await grow();
    writeFileSync(keyFile, added);
    await grow();
    const list = await ledger.text('keys');
    expect(list.trim().split('\n')).toHaveLength(2);
    const trust = parseTrust(origin, list, 0);
    expect(checkpoints.map((note) => openCheckpoint(note, trust).size)).toEqual([3, 6, 9]);
    expect(checkpoints.map((note) => note.split('\n— ').length - 1)).toEqual([1, 2, 1]);
    // Who knows the old key only, believes as long as both sign, and not after.
    const before = parseTrust(origin, list.split('\n')[0] as string, 0);
    expect(openCheckpoint(checkpoints[1] as string, before).size).toBe(6);
    expect(() => openCheckpoint(checkpoints[2] as string, before)).toThrow('no known key has signed');
    expect(old).not.toBe(added);
  });
});
