import { newDossierId, TestApp, type Answered } from '../support/app';
import { query } from '../support/database';
import { eventCount, initiativeAt, initiativeBody } from '../support/journey';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  for (const [account, person] of [
    ['reviewer-at-meti', 'hq-reviewer-meti'],
    ['chief-reviewer-at-home', 'hq-chief-reviewer'],
  ] as const) {
    if (person === 'hq-chief-reviewer') {
      await app.register(person, 'SECR_REVIEWER', 'HQ');
      await app.register(person, 'SECR_APPROVER', 'HQ');
    }
    await query(app.database.url, 'INSERT INTO identity.accounts VALUES ($1, $2, $3)', [
      ...[app.issuer.url, account, person],
    ]);
  }
}, 60_000);
afterAll(() => app?.close());

const review = (person: string, id: string) => app.command(person, id, 'begin-review', {});
const endorse = (person: string, id: string) => app.command(person, id, 'endorse-dossier', {});
const recusal = ({ status, json, headers }: Answered) => ({
  status,
  type: (json.type as string).split('/').at(-1),
  rule: json.rule as string,
  ties: json.ties as string[] | undefined,
  media: headers.get('content-type')?.split(';')[0],
});
const refused = (ties: string[]) => ({
  ...{ status: 403, type: 'recused', rule: 'recusal', ties, media: 'application/problem+json' },
});
const day = (yearsAgo: number) =>
  `${new Date().getUTCFullYear() - yearsAgo}${new Date().toISOString().slice(4, 10)}`.replace(
    '-02-29',
    '-02-28',
  );

/** A reviewer who left an organ so many years ago. */
const formerly = async (person: string, organ: string, yearsAgo: number) => {
  await app.register(person, 'SECR_REVIEWER', 'HQ');
  await query(
    app.database.url,
    `INSERT INTO identity.assignments (person_id, role, organ, valid_from, valid_to) VALUES ($1, 'DESK', $2, '2001-01-06', $3)`,
    [person, organ, day(yearsAgo)],
  );
};

describe('an officer of the secretariat', () => {
  it('does not review what their home ministry leads, by whatever account', async () => {
    const id = await initiativeAt(app, 'ACCEPTED');
    const before = await eventCount(app, id);
    const answered = await review('hq-reviewer-meti', id);
    expect(recusal(answered)).toEqual(refused(['METI']));
    expect(answered.json.detail).toContain('the director may override it');
    expect(recusal(await review('reviewer-at-meti', id))).toEqual(refused(['METI']));
    expect(await eventCount(app, id)).toBe(before);
    expect(await review('hq-reviewer', id)).toMatchObject({ status: 200 });
  });

  it('does not endorse what their home ministry leads together with another', async () => {
    const id = newDossierId();
    const body = initiativeBody();
    const joint = { ...body, head: { ...body.head, coLeads: ['MIC'] } };
    const way: [string, string, object][] = [
      ['meti-desk', 'draft-dossier', joint],
      ['meti-desk', 'request-approval', {}],
      ['meti-approver', 'approve-dossier', {}],
    ];
    for (const [person, path, data] of way)
      expect((await app.command(person, id, path, data)).status).toBeLessThan(300);
    const { json } = await app.command('meti-liaison', id, 'file-dossier', {});
    if (json.rule === 'all-leads-signed') {
      const [row] = await query(
        app.database.url,
        `SELECT data #>> '{version,sha256}' AS sha256 FROM events WHERE stream_id = $1 AND type = 'DossierDrafted'`,
        [id],
      );
      const signature = { organ: 'MIC', sha256: row?.sha256 as string };
      expect((await app.command('mic-liaison', id, 'sign-version', signature)).status).toBe(200);
      expect((await app.command('meti-liaison', id, 'file-dossier', {})).status).toBe(200);
    }
    expect((await app.command('hq-intake', id, 'accept-dossier', {})).status).toBe(200);
    expect((await review('hq-reviewer', id)).status).toBe(200);
    expect(recusal(await endorse('hq-approver-mic', id))).toEqual(refused(['MIC']));
    expect((await endorse('hq-approver', id)).status).toBe(200);
  });

  it('who was in the ministry within two years is recused, and not who left it before', async () => {
    await formerly('hq-fresh', 'METI', 1);
    await formerly('hq-long-ago', 'METI', 3);
    const id = await initiativeAt(app, 'ACCEPTED');
    expect(recusal(await review('hq-fresh', id))).toEqual(refused(['METI']));
    expect(await review('hq-long-ago', id)).toMatchObject({ status: 200 });
  });

  it('does not judge through another who acts in their place', async () => {
    const id = await initiativeAt(app, 'ACCEPTED');
    await app.standIn('hq-reviewer-meti', 'hq-intake', 'SECR_REVIEWER', 'HQ', 'ACTING');
    expect(recusal(await review('hq-intake', id))).toEqual(refused(['METI']));
  });

  it('takes themself off a dossier, and the director anybody', async () => {
    const id = await initiativeAt(app, 'ACCEPTED');
    const recuse = (by: string, person: string) =>
      app.command(by, id, 'recuse-officer', { person, reason: '利害関係' });
    expect((await recuse('hq-reviewer', 'hq-reviewer')).status).toBe(200);
    expect(recusal(await review('hq-reviewer', id))).toEqual(refused([]));
    expect(await recuse('hq-intake', 'hq-reviewer-meti')).toMatchObject({
      status: 403,
      json: { rule: 'recusal-of-another' },
    });
    expect((await recuse('hq-director', 'hq-intake')).status).toBe(200);
  });
});

describe('the director', () => {
  it('overrides a recusal with a reason, never their own', async () => {
    const id = await initiativeAt(app, 'ACCEPTED');
    const override = (by: string, person: string, reason?: string) =>
      app.command(by, id, 'override-recusal', { person, ...(reason && { reason }) });
    expect((await override('hq-director', 'hq-reviewer-meti')).status).toBe(400);
    expect((await override('hq-approver', 'hq-reviewer-meti', 'x')).status).toBe(403);
    expect(await override('hq-director', 'hq-director', 'x')).toMatchObject({
      status: 403,
      json: { rule: 'own-recusal' },
    });
    expect((await override('hq-director', 'hq-reviewer-meti', '専門の審査官が他にいない')).status).toBe(200);
    expect((await review('hq-reviewer-meti', id)).status).toBe(200);
    const [event] = await query(
      app.database.url,
      `SELECT data, meta #>> '{actor,person}' AS person FROM events WHERE stream_id = $1 AND type = 'RecusalOverridden'`,
      [id],
    );
    expect(event).toEqual({
      person: 'hq-director',
      data: { person: 'hq-reviewer-meti', reason: '専門の審査官が他にいない' },
    });
  });
});

describe('four eyes in the secretariat', () => {
  const alike = { status: 403, json: { rule: 'four-eyes-endorsement' } };

  it('are not those of one person with two roles, by whatever account', async () => {
    const id = await initiativeAt(app, 'ACCEPTED');
    expect((await review('hq-chief-reviewer', id)).status).toBe(200);
    expect(await endorse('hq-chief-reviewer', id)).toMatchObject(alike);
    expect(await endorse('chief-reviewer-at-home', id)).toMatchObject(alike);
  });

  it('are not those of a reviewer and of the delegate of that reviewer', async () => {
    const id = await initiativeAt(app, 'ACCEPTED');
    expect((await review('hq-chief-reviewer', id)).status).toBe(200);
    await app.standIn('hq-chief-reviewer', 'hq-reviewer', 'SECR_APPROVER', 'HQ', 'STANDING');
    expect(await endorse('hq-reviewer', id)).toMatchObject(alike);
    expect((await endorse('hq-approver', id)).status).toBe(200);
  });
});
