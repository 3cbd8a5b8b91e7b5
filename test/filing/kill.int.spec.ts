import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { query } from '../support/database';
import { TestApp } from '../support/app';
import { fileSheet, fixture, outcomes, usFederal } from './filings';

let app: TestApp;
let child: ChildProcess | undefined;
beforeAll(async () => {
  app = await TestApp.start(undefined, usFederal);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await app?.close();
});

/** An intake of its own process on the same database; returns its address. */
const startIntake = async (): Promise<string> => {
  const { DATABASE_URL, OIDC_ISSUER, OIDC_JWKS_URL = '' } = app.config;
  const env = { ...process.env, ...usFederal, DATABASE_URL, OIDC_ISSUER, OIDC_JWKS_URL, INTAKE_PORT: '0' };
  const args = ['-r', join(projectRoot(), 'test/support/ts-register.cjs'), 'apps/intake/src/main.ts'];
  child = spawn(process.execPath, args, { cwd: projectRoot(), env: { ...env, LOG_LEVEL: 'info' } });
  child.stderr!.pipe(process.stderr);
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /intake listens at (http:[^"\s]+)/.exec(line)?.[1];
    if (!url) continue;
    child.stdout!.resume();
    return url;
  }
  throw new Error('the intake process ended before it listened');
};

/** Sends the fixture until some rows are answered, then kills the process. */
const fileUntilKilled = async (step: 'draft' | 'approve' | 'file', person: string, rows: number) => {
  const url = await startIntake();
  const exited = new Promise((resolve) => child!.once('exit', resolve));
  let answered = 0;
  const sending = fileSheet({
    ...{ url, step, csv: fixture, token: await app.tokenOf(person) },
    onLine: () => void ((answered += 1) === rows && child!.kill('SIGKILL')),
  });
  await expect(sending).rejects.toThrow();
  await exited;
};

it('files every row exactly once although the intake is killed in the middle of every step', async () => {
  for (const [step, person] of [
    ['draft', 'batch-filer'],
    ['approve', 'batch-approver'],
    ['file', 'batch-filer'],
  ] as const) {
    await fileUntilKilled(step, person, 60);
    const { lines } = await fileSheet({ url: app.url, step, csv: fixture, token: await app.tokenOf(person) });
    const counts = outcomes(lines);
    expect(counts.rejected).toBe(25);
    expect(counts.already).toBeGreaterThanOrEqual(40);
    expect(lines).toHaveLength(200);
  }
  const events = await query(
    app.database.url,
    `SELECT type, count(*)::int AS n, count(DISTINCT stream_id)::int AS streams FROM events
     WHERE type NOT LIKE 'Clock%' GROUP BY type ORDER BY type`,
  );
  expect(events).toEqual(
    ['ApprovalRequested', 'DossierApproved', 'DossierDrafted', 'DossierFiled'].map((type) => ({
      type,
      n: 175,
      streams: 175,
    })),
  );
}, 180_000);
