import type { FilingOutcome } from '#contracts';
import { fileSheet, mapName, sheet, usFederal } from '../filing/filings';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { expectSoundRefusal } from './fuzz';

const steps = ['draft', 'approve', 'file'] as const;
type Step = (typeof steps)[number];
const row = (id: string, agency: string) => ({
  ...{ id, agency, agency_name: agency, use_case_name: `Matter ${id}` },
  ...{ demographic_features: '[]', hi_public_consultation: '[]' },
});
/** Two rows of one ministry. */
const csv = sheet(row('DOE-1', 'DOE'), row('DOE-2', 'DOE'));

/** Roles in the ministry of the rows that may take a step, and who else tries: everybody but the right role is refused. */
const people = {
  'doe-desk': ['DESK', 'DOE'],
  'doe-approver': ['MIN_APPROVER', 'DOE'],
  'doe-liaison': ['LIAISON', 'DOE'],
  'doe-observer': ['OBSERVER', 'DOE'],
  'doe-machine': ['DOWNSTREAM', 'DOE'],
  'doe-public': ['PUBLIC', 'DOE'],
  'usda-desk': ['DESK', 'USDA'],
  'usda-approver': ['MIN_APPROVER', 'USDA'],
  'usda-liaison': ['LIAISON', 'USDA'],
} as const;
const byCabinet = ['hq-intake', 'hq-reviewer', 'hq-approver', 'hq-director', 'hq-minister', 'observer'];
const right: Record<Step, [string, ...string[]]> = {
  draft: ['doe-desk', 'doe-liaison'],
  approve: ['doe-approver'],
  file: ['doe-liaison'],
};

const done: Record<Step, FilingOutcome> = { draft: 'drafted', approve: 'approved', file: 'filed' };

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start(undefined, usFederal);
  for (const [person, [role, organ]] of Object.entries(people)) await app.register(person, role, organ);
  await app.register('idle', 'DESK', 'DOE');
  await app.revoke('idle', 'DESK', 'DOE');
}, 60_000);
afterAll(() => app?.close());

const ledger = () =>
  query(
    app.database.url,
    `SELECT (SELECT count(*) FROM events)::int AS events, (SELECT count(*) FROM streams)::int AS streams,
       (SELECT count(*) FROM receipts)::int AS receipts, (SELECT count(*) FROM work_items)::int AS work`,
  );
const send = async (person: string, step: Step, token?: string) =>
  fileSheet({ url: app.url, token: token ?? (await app.tokenOf(person)), csv, step });

describe('POST /v1/filings', () => {
  // In this order: each step, once taken by the right person, is what the next one rests on.
  it.each(steps)('takes the step "%s" for the right role of the right ministry only', async (step) => {
    const before = await ledger();
    for (const person of [...Object.keys(people), ...byCabinet, 'idle']) {
      if (right[step].includes(person)) continue;
      const { status, lines, summary } = await send(person, step);
      const outcomes = lines.map(({ outcome, problemType, stage }) => [outcome, problemType, stage]);
      expect({ person, status, outcomes, rejected: summary?.rejected }).toEqual({
        ...{ person, status: 200, rejected: 2 },
        outcomes: Array(2).fill(['rejected', 'not-permitted', undefined]),
      });
    }
    expect(await ledger()).toEqual(before);
    const taken = await send(right[step][0], step);
    expect(taken.lines.map(({ outcome }) => outcome)).toEqual(Array(2).fill(done[step]));
    expect(await ledger()).not.toEqual(before);
  });

  it('says nothing of a dossier to those who may not command it, when all is done already', async () => {
    for (const step of steps)
      for (const person of ['usda-desk', 'usda-liaison', 'usda-approver', 'observer', 'idle'])
        for (const { reason, stage, outcome } of (await send(person, step)).lines) {
          expect([outcome, stage]).toEqual(['rejected', undefined]);
          expect(reason).not.toMatch(/FILED|APPROVED|MIN_APPROVAL/);
        }
  });

  it('is closed without a token, with every wrong one, and to a stranger, before a row is read', async () => {
    const before = await ledger();
    const wrong = await app.issuer.tokens.wrong('doe-desk');
    for (const [kind, token] of [...Object.entries(wrong), ['none', '']] as const) {
      const { status, lines, problem } = await send('', 'draft', token);
      expect({ kind, status, lines, type: problem?.type }).toEqual({
        ...{ kind, status: 401, lines: [] },
        type: 'https://kyogi.example/problems/unauthenticated',
      });
    }
    expect((await send('stranger', 'draft')).status).toBe(403);
    expect(await ledger()).toEqual(before);
  });

  it.each([
    ['map=unknown&step=draft', 'text/csv', [400, 404, 422]],
    ['map=../../etc/passwd&step=draft', 'text/csv', [400, 404, 422]],
    ['map=%00&step=draft', 'text/csv', [400, 404, 422]],
    [`map=${mapName}&step=endorse`, 'text/csv', [400]],
    [`map=${mapName}&step=draft&as=hq-director`, 'text/csv', [400]],
    [`map=${mapName}&step=draft`, 'application/json', [400, 415]],
    [`map=${mapName}&step=draft`, 'application/x-ndjson', [415]],
  ])('refuses ?%s as %s and writes nothing', async (address, type, statuses) => {
    const before = await ledger();
    const answered = await app.send(`/v1/filings?${address}`, {
      token: await app.tokenOf('doe-desk'),
      method: 'POST',
      body: csv,
      headers: { 'content-type': type },
    });
    expect(statuses).toContain(answered.status);
    expectSoundRefusal(answered);
    expect(await ledger()).toEqual(before);
  });
});
