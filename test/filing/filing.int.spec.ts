import { randomUUID } from 'node:crypto';
import { query } from '../support/database';
import { TestApp } from '../support/app';
import { fileSheet, fixture, mapName, outcomes, sheet, usFederal, type Filed } from './filings';
import type { FilingStep } from '#contracts';

const steps = ['draft', 'approve', 'file'] as const;
const row = (cells: Record<string, string> = {}) => ({
  ...{ agency: 'DOE', agency_name: 'Department of Energy', use_case_name: 'Leak detection' },
  ...{ demographic_features: '[]', hi_public_consultation: '[]' },
  ...cells,
});

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start(undefined, usFederal);
});
afterAll(() => app?.close());

const people: Record<FilingStep, string> = {
  draft: 'batch-filer',
  approve: 'batch-approver',
  file: 'batch-filer',
};

const send = async (
  csv: string | Buffer | AsyncIterable<Buffer>,
  step: FilingStep,
  person = people[step],
  more: { query?: string; type?: string } = {},
): Promise<Filed> => fileSheet({ url: app.url, token: await app.tokenOf(person), csv, step, ...more });

const sendAll = async (csv: string | Buffer): Promise<Filed[]> => {
  const all: Filed[] = [];
  for (const step of steps) all.push(await send(csv, step));
  return all;
};
const ledger = () =>
  query(app.database.url, 'SELECT type, count(*)::int AS n FROM events GROUP BY type ORDER BY type');

describe('200 untidy rows of the real inventory', () => {
  it('are filed but for the retired and the forbidden ones, whose cells are named', async () => {
    const all = await sendAll(fixture);
    expect(all.map(({ lines }) => outcomes(lines))).toEqual([
      { drafted: 175, rejected: 25 },
      { approved: 175, rejected: 25 },
      { filed: 175, rejected: 25 },
    ]);
    expect(all.map(({ summary }) => summary?.rows)).toEqual([200, 200, 200]);
    expect(all[0]!.lines.map((line) => line.row)).toEqual(Array.from({ length: 200 }, (_, i) => i + 2));
    const columns = all[0]!.lines.filter(({ outcome }) => outcome === 'rejected').map(({ column }) => column);
    expect(new Set(columns)).toEqual(new Set(['development_stage', 'is_withheld']));
    const filed = await query(
      app.database.url,
      `SELECT count(DISTINCT stream_id)::int AS n FROM events WHERE type = 'DossierFiled'`,
    );
    expect(filed).toEqual([{ n: 175 }]);
  }, 120_000);

  it('are all found to be filed already when they are sent again, and nothing is written', async () => {
    const before = await ledger();
    const again = await sendAll(fixture);
    expect(again.map(({ lines }) => outcomes(lines))).toEqual(
      steps.map(() => ({ already: 175, rejected: 25 })),
    );
    expect(await ledger()).toEqual(before);
  }, 120_000);
});

describe('a row that changes', () => {
  const first = (cells: Record<string, string> = {}) => sheet(row({ id: 'DOE-CHANGING', ...cells }));
  const only = async (csv: string, step: FilingStep) => (await send(csv, step)).lines[0]!;

  it('is not approved in another wording than was drafted', async () => {
    expect(await only(first(), 'draft')).toMatchObject({ row: 2, outcome: 'drafted', stage: 'MIN_APPROVAL' });
    expect(await only(first({ benefits: 'more' }), 'approve')).toMatchObject({
      outcome: 'rejected',
      problemType: 'guard-refused',
      reason: expect.stringContaining('differs from the version in stage MIN_APPROVAL'),
    });
  });

  it('is revised while its ministry still drafts', async () => {
    const { dossierId } = await only(first(), 'draft');
    const refused = await app.command('batch-approver', dossierId!, 'refuse-approval', {
      reason: 'Say more.',
    });
    expect(refused.status).toBe(200);
    expect(await only(first({ benefits: 'more' }), 'draft')).toMatchObject({ outcome: 'drafted', dossierId });
    expect(await only(first({ benefits: 'more' }), 'approve')).toMatchObject({ outcome: 'approved' });
    expect(await only(first({ benefits: 'more' }), 'file')).toMatchObject({ outcome: 'filed', dossierId });
  });

  it('is left as it was filed, and said to have changed', async () => {
    const before = await ledger();
    for (const step of steps)
      expect(await only(first({ benefits: 'even more' }), step)).toMatchObject({
        outcome: 'rejected',
        reason: expect.stringContaining('changed after filing'),
      });
    expect(await ledger()).toEqual(before);
  });
});

describe('a row whose dossier has left the way to filing', () => {
  const csv = (id: string, cells: Record<string, string> = {}) => sheet(row({ id, ...cells }));
  const filed = async (id: string, until: FilingStep = 'file'): Promise<string> => {
    for (const step of steps.slice(0, steps.indexOf(until) + 1)) await send(csv(id), step);
    return (await send(csv(id), until)).lines[0]!.dossierId!;
  };
  const lapse = (dossierId: string) =>
    query(app.database.url, 'SELECT append_events($1)', [
      {
        ...{ streamId: dossierId, expected: 'exists' },
        events: [
          {
            ...{ eventId: randomUUID(), type: 'DossierLapsed', v: 1 },
            data: { stage: 'LAPSED', clock: 'idle-draft' },
          },
        ],
      },
    ]);

  it('is rejected in every step while it lies returned, until the row is changed as was asked', async () => {
    await app.register('intake-desk', 'SECR_INTAKE', 'HQ');
    const dossierId = await filed('DOE-RETURNED');
    const returned = await app.command('intake-desk', dossierId, 'return-dossier', {
      reasons: ['Say more.'],
    });
    expect(returned.status).toBe(200);
    for (const step of steps)
      expect((await send(csv('DOE-RETURNED'), step)).lines).toMatchObject([
        { outcome: 'rejected', dossierId, reason: expect.stringMatching(/RETURNED: change the row/) },
      ]);
    const mended = csv('DOE-RETURNED', { benefits: 'more' });
    const outcomesOf = async () => (await sendAll(mended)).map(({ lines }) => lines[0]!.outcome);
    expect(await outcomesOf()).toEqual(['drafted', 'approved', 'filed']);
    expect(await outcomesOf()).toEqual(['already', 'already', 'already']);
  });

  it.each([
    [
      'WITHDRAWN',
      'draft',
      (id: string) => app.command('batch-filer', id, 'withdraw-dossier', { reason: 'No more.' }),
    ],
    ['LAPSED', 'approve', lapse],
  ] as const)(
    'is rejected in every step when it has ended in %s, after the step %s',
    async (stage, until, end) => {
      const id = `DOE-${stage}`;
      await end(await filed(id, until));
      for (const step of steps)
        for (const cells of [{}, { benefits: 'more' } as Record<string, string>])
          expect((await send(csv(id, cells), step)).lines).toMatchObject([
            {
              outcome: 'rejected',
              reason: expect.stringMatching(`ended in stage ${stage}: .* another identity`),
            },
          ]);
    },
  );
});

describe('the roles of the one who sends a spreadsheet', () => {
  it('hold for each row: rows of another ministry are rejected, and nothing is written of them', async () => {
    await app.register('doe-desk', 'DESK', 'DOE');
    const csv = sheet(row({ id: 'DOE-ROLE' }), row({ agency: 'EPA', id: 'EPA-ROLE' }));
    const { lines } = await send(csv, 'draft', 'doe-desk');
    expect(lines).toMatchObject([
      { row: 2, outcome: 'drafted' },
      { row: 3, outcome: 'rejected', column: 'agency', problemType: 'not-permitted' },
    ]);
    const written = await query(app.database.url, 'SELECT 1 FROM events WHERE stream_id = $1', [
      lines[1]!.dossierId,
    ]);
    expect(written).toEqual([]);
    expect((await send(csv, 'file', 'doe-desk')).lines).toMatchObject([
      { outcome: 'rejected', problemType: 'not-permitted' },
      { outcome: 'rejected', problemType: 'not-permitted' },
    ]);
  });

  it('are those of this moment: after they are taken away the next rows are rejected', async () => {
    await app.register('doe-passing', 'DESK', 'DOE');
    const rows = async function* () {
      yield Buffer.from(sheet(row({ id: 'DOE-PASSING-1' })) + '\n'.repeat(2_000));
      await app.revoke('doe-passing', 'DESK', 'DOE');
      yield Buffer.from(sheet(row({ id: 'DOE-PASSING-2' })).split('\r\n')[1]! + '\r\n');
    };
    const { lines } = await send(rows(), 'draft', 'doe-passing');
    expect(lines[1]).toMatchObject({ outcome: 'rejected', problemType: 'not-permitted' });
  });

  it('never include approving what one has drafted oneself', async () => {
    for (const role of ['DESK', 'MIN_APPROVER']) await app.register('doe-both', role, 'DOE');
    const csv = sheet(row({ id: 'DOE-FOUR-EYES' }));
    await send(csv, 'draft', 'doe-both');
    expect((await send(csv, 'approve', 'doe-both')).lines).toMatchObject([
      { outcome: 'rejected', problemType: 'four-eyes' },
    ]);
  });
});

describe('a bad spreadsheet', () => {
  const good = sheet(row({ id: 'DOE-GOOD' }));
  const header = good.split('\r\n')[0]!;

  it.each([
    ['an unknown map', good, { query: 'map=nothing&step=draft' }, 404, /there is: us-ai-use-case/],
    ['no map', good, { query: 'step=draft' }, 400, /map/],
    ['an unknown step', good, { query: `map=${mapName}&step=publish` }, 400, /step/],
    ['an unknown parameter', good, { query: `map=${mapName}&step=draft&fast=1` }, 400, /fast/],
    ['JSON', '{}', { type: 'application/json' }, 415, /text\/csv/],
    ['nothing', '', {}, 400, /empty/],
    ['a missing column', good.replace('use_case_name', 'name'), {}, 400, /"use_case_name" is missing/],
    ['a column twice', good.replace('agency_name', 'agency'), {}, 400, /is missing|twice/],
    ['a header that is not UTF-8', Buffer.concat([Buffer.from([0xe9]), Buffer.from(good)]), {}, 400, /UTF-8/],
  ])('with %s is refused as a whole', async (_, csv, more, status, detail) => {
    const before = await ledger();
    const answer = await send(csv, 'draft', undefined, more);
    expect(answer).toMatchObject({ status, problem: { detail: expect.stringMatching(detail) } });
    expect(await ledger()).toEqual(before);
  });

  it('is not taken by a route that does not stream', async () => {
    const answer = await app.send('/v1/dossiers/01K0000000598EVM5990GG33WY/draft-dossier', {
      method: 'POST',
      token: await app.tokenOf('batch-filer'),
      body: good,
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.status).toBe(415);
  });

  it.each([
    [
      'a cell that is not UTF-8',
      Buffer.concat([Buffer.from('DOE,'), Buffer.from([0xff]), Buffer.from(`${','.repeat(34)}\r\n`)]),
      /not UTF-8/,
    ],
    ['too few cells', 'DOE,Energy\r\n', /has 2 cells, the header has 36/],
    ['an unknown agency', `DOGE,,,x${','.repeat(32)}\r\n`, /no organ "DOGE"/],
    [
      'the id of another row',
      sheet(row({ id: 'DOE-GOOD' })).split('\r\n')[1] + '\r\n',
      /row 2 has the same agency and id/,
    ],
  ])('with %s has this row rejected and the others drafted', async (_, bad, reason) => {
    const csv = Buffer.concat([
      Buffer.from(good),
      Buffer.from(bad),
      Buffer.from(sheet(row({ id: 'DOE-AFTER' })).split('\r\n')[1]! + '\r\n'),
    ]);
    const { lines, summary } = await send(csv, 'draft');
    expect(lines[1]).toMatchObject({ row: 3, outcome: 'rejected', reason: expect.stringMatching(reason) });
    expect([lines[0]!.outcome, lines[2]!.outcome]).not.toContain('rejected');
    expect(summary).toMatchObject({ rows: 3, rejected: 1 });
  });

  it.each([
    ['a broken quote', 'DOE,"Energy"x,\r\n', /broken quote/],
    ['a row of a megabyte', `DOE,"${'x'.repeat(1_048_576)}"\r\n`, /larger than 262144 bytes/],
  ])('with %s ends there, with the row, and the rows before it stand', async (_, bad, reason) => {
    const csv = good + bad + sheet(row({ id: 'DOE-UNREAD' })).slice(header.length + 2);
    const { lines, summary } = await send(csv, 'draft');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ row: 3, outcome: 'rejected', reason: expect.stringMatching(reason) });
    expect(summary).toMatchObject({ rows: 2, rejected: 1 });
  });

  it('needs a token like everything else', async () => {
    expect(await fileSheet({ url: app.url, token: undefined, csv: good, step: 'draft' })).toMatchObject({
      status: 401,
    });
  });
});
