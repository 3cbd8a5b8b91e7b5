import { formatVerifierKey, newSignerKey, signatureType } from '#transparency';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidence } from '../../apps/evidence/src/app';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { initiativeAt } from '../support/journey';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'kyogi-alarm-'));
const settings = { KYOGI_EVIDENCE_DIR: path.join(folder, 'log') };
let intake: TestApp;
beforeAll(async () => void (intake = await TestApp.start()));
afterAll(async () => {
  await intake.close();
  rmSync(folder, { recursive: true });
});

const gauge = async (app: TestApp, name: string) =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await app.send('/metrics')).text)?.[1]);

describe('the evidence process', () => {
  it('stays ready without its witnesses, and raises the alarm when nothing was published for a minute', async () => {
    const vkey = formatVerifierKey(newSignerKey('meti.example/witness', signatureType.cosignature).verifier);
    const witnesses = { KYOGI_WITNESSES: `${vkey} http://127.0.0.1:9`, KYOGI_WITNESS_QUORUM: '1' };
    const log = await TestApp.start(evidence, { ...settings, ...witnesses }, intake);
    try {
      await initiativeAt(intake, 'DRAFT');
      await eventually(async () => {
        const { json } = await log.send('/health/ready');
        expect(json.checks.witnesses).toMatchObject({
          ok: false,
          note: expect.stringContaining('meti.example/witness'),
        });
      });
      expect((await log.send('/health/ready')).json.checks['published checkpoint']).toEqual({ ok: true });
      await query(
        intake.database.url,
        `SET session_replication_role = replica; UPDATE events SET recorded_at = recorded_at - interval '61 seconds'`,
      );
      const { status, json } = await log.send('/health/ready');
      expect([status, json.status]).toEqual([200, 'degraded']);
      expect(json.checks['published checkpoint'].note).toMatch(/^nothing was published for \d+ s/);
      expect(await gauge(log, 'kyogi_evidence_staleness_seconds')).toBeGreaterThan(60);
      expect((await log.send('/checkpoint')).status).toBe(404);
    } finally {
      await log.close();
    }
  });

  it('is not ready, and says what to do, where signing is refused', async () => {
    writeFileSync(
      path.join(settings.KYOGI_EVIDENCE_DIR, 'signed'),
      'kyogi.example/japan\n9000\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
    );
    const log = await TestApp.start(evidence, settings, intake);
    try {
      await eventually(async () => {
        const { status, json } = await log.send('/health/ready');
        expect(status).toBe(503);
        expect(json.checks.signing.note).toMatch(
          /9000 entries were signed, and the database has \d+. Nothing is signed until/,
        );
      });
      expect(await gauge(log, 'kyogi_evidence_refused')).toBe(1);
    } finally {
      await log.close();
    }
  });
});
