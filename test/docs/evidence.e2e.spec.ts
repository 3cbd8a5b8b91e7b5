import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '#platform';
import { evidence } from '../../apps/evidence/src/app';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { guidelineAt } from '../support/journey';
import { paste } from '../support/paste';

const page = readFileSync(path.join(projectRoot(), 'docs', 'evidence.md'), 'utf8');
const blocks = [...page.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, text]) => text);

describe('the steps for auditors in docs/evidence.md', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kyogi-auditor-'));
  let intake: TestApp;
  let log: TestApp;
  beforeAll(async () => {
    intake = await TestApp.start();
    log = await TestApp.start(evidence, { KYOGI_EVIDENCE_DIR: path.join(folder, 'log') }, intake);
  });
  afterAll(async () => {
    await log.close();
    await intake.close();
    rmSync(folder, { recursive: true });
  });

  it('verify a decision, its content, the log and the database', async () => {
    const dossier = await guidelineAt(intake, 'IN_FORCE');
    const [decided] = await query(
      intake.database.url,
      `SELECT e.event_id AS id, l.position FROM events e JOIN event_log l ON l.event_id = e.id
       WHERE e.stream_id = $1 AND e.type = 'DossierDecided'`,
      [dossier],
    );
    const [EVENT, POSITION] = [String(decided?.id), String(decided?.position)];
    await eventually(async () =>
      expect((await log.send(`/v1/evidence/${EVENT}`)).json).toMatchObject({ published: true }),
    );
    const output = await paste(blocks.join('\n'), folder, {
      PATH: process.env.PATH,
      ...{ LOG: log.url, EVENT, POSITION, K: '0', KYOGI: projectRoot(), DATABASE_URL: intake.database.url },
      TOKEN: await intake.tokenOf('hq-director'),
    });
    expect(output).not.toContain('BAD');
    const receipt = new RegExp(`OK: index ${Number(POSITION) - 1} of \\d+ entries, seen by 0 witnesses`, 'g');
    expect([output, output.match(receipt)?.length]).toEqual([output, 3]);
    expect(output).toMatch(/^\/data\/decidedOn "[\d-]+"$/m);
    expect(output).toContain('"type":"DossierDecided"');
    expect(output).toMatch(/OK: \d+ entries, seen by 0 witnesses/);
    expect(output).toMatch(/OK: \d+ entries, and the database has what they say/);
  });
});
