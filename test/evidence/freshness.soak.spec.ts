import { parseCheckpoint, parseNote } from '#transparency';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Wake } from '#event-store';
import { Cosigners } from '../../apps/evidence/src/notary/cosign';
import { notaryLeader } from '../../apps/evidence/src/notary/office-of';
import { Office } from '../../apps/evidence/src/notary/office';
import { query } from '../support/database';
import { freshFolder, startWitness } from './a-witness';
import { LoggedLedger } from './ledger';

jest.setTimeout(300_000);

const SECONDS = 40;

// TL-4; the figures are in docs/soak.md.
describe('the way from commit to a published checkpoint that two of three witnesses cosigned', () => {
  it.each([4, 40])('takes about a second at %i appends of five events a second', async (rate) => {
    const ledger = await LoggedLedger.start();
    await ledger.notary().open();
    const witnesses = await Promise.all(
      ['meti', 'mic', 'ppc'].map((name) =>
        startWitness({
          WITNESS_NAME: `${name}.example/witness`,
          WITNESS_DIR: freshFolder(),
          WITNESS_LOG_KEYS: path.join(ledger.files.folder, 'keys'),
        }),
      ),
    );
    const list = witnesses.map(({ key, address }) => ({ key, url: address }));
    const wake = new Wake(ledger.database.url, 'kyogi_notary');
    await wake.start();
    const cosigners = new Cosigners(list, 2, ledger.files);
    const office = new Office({
      notary: ledger.notary({ cosigners }),
      leader: notaryLeader(ledger.database.url),
      wake,
      onError: (error) => process.stderr.write(`${error.message}\n`),
    });
    office.start();
    const committed: { position: number; at: number }[] = [];
    const took: number[] = [];
    const end = Date.now() + SECONDS * 1_000;
    const feed = async () => {
      for (let due = Date.now(); due < end; due += 1_000 / rate) {
        await delay(Math.max(0, due - Date.now()));
        await ledger.append(5);
        const [head] = await query(ledger.database.url, 'SELECT n::int FROM log_head');
        committed.push({ position: head?.n as number, at: Date.now() });
      }
    };
    const watch = async () => {
      while (Date.now() < end + 10_000 && (Date.now() < end || committed.length > 0)) {
        const note = await ledger.text('checkpoint');
        const size = note ? parseCheckpoint(parseNote(note).text).size : 0;
        while (committed[0] && committed[0].position <= size)
          took.push(Date.now() - (committed.shift()?.at ?? 0));
        await delay(10);
      }
    };
    await Promise.all([feed(), watch()]);
    await office.stop();
    await wake.stop();
    await Promise.all(witnesses.map((witness) => witness.end()));
    await ledger.close();
    took.sort((a, b) => a - b);
    const at = (share: number) => took[Math.floor(took.length * share)] ?? NaN;
    process.stdout.write(
      `freshness at ${rate}/s: ${took.length} appends, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${took.at(-1)} ms\n`,
    );
    expect(committed).toEqual([]);
    expect(at(0.99)).toBeLessThan(10_000);
  });
});
