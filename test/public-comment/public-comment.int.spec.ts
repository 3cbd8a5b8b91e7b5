import { createHash } from 'node:crypto';
import { digest } from '#commands';
import { pool } from '#platform';
import type { WorkItem } from '#messaging';
import { Client } from 'pg';
import { closeComments } from '../../apps/review/src/steps/close-comments.step';
import { newDossierId, TestApp } from '../support/app';
import { CabinetAtWork } from '../support/cabinet-at-work';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { comment, groups, reviewedGuideline } from './held';

const unlimited = { PUBLIC_COMMENTS_PER_ADDRESS: '100000', PUBLIC_COMMENTS_PER_MINUTE: '100000' };
const result = { url: 'https://public-comment.e-gov.go.jp/1' };

let cabinet: CabinetAtWork;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start(unlimited);
  await cabinet.clockIs('2026-06-01 10:00');
}, 120_000);
afterAll(() => cabinet?.close());

const lead = () => cabinet.as('DA', 'LIAISON');
const closed = async (id: string) => {
  await cabinet.workIsDone();
  return (await cabinet.events(id, 'PublicCommentClosed'))[0]!.data;
};

describe('a public comment', () => {
  it('is taken without sign-in, grouped, counted at its end, answered by groups and published', async () => {
    const id = await reviewedGuideline(cabinet);
    expect((await comment(cabinet, id, { text: '早すぎる' })).status).toBe(404);
    await lead().does(id, 'open-public-comment', { closeOn: '2026-06-20', materials: ['概要'] });
    const notice = await cabinet.intake.send(`/v1/public-comments/${id}`);
    expect(notice.json).toMatchObject({
      open: true,
      kind: 'VOLUNTARY',
      closeAt: cabinet.instant('2026-06-21 00:00'),
      versionNo: 1,
      materials: ['概要'],
    });
    expect(notice.text).not.toMatch(/received|count/);

    const texts = [
      '経過措置を設けてほしい。',
      '経過措置を 設けてほしい',
      '学習利用に反対',
      '経過措置を設けてほしい！',
    ];
    for (const text of texts) {
      const sent = await comment(cabinet, id, { text, name: '山田', affiliation: '個人' });
      expect([sent.status, sent.json.receipt]).toEqual([201, expect.stringMatching(/^[0-9A-Z]{26}$/)]);
    }
    const page = await groups(cabinet, id, lead().person, '?limit=1');
    expect(page.json).toMatchObject({
      received: 4,
      unique: 2,
      items: [{ no: 1, count: 3, text: texts[0], name: '山田' }],
    });
    const rest = await groups(cabinet, id, lead().person, `?limit=1&before=${page.json.next}`);
    expect(rest.json.items).toMatchObject([{ no: 2, count: 1, text: '学習利用に反対' }]);

    await cabinet.clockIs('2026-06-21 00:00');
    expect(await closed(id)).toMatchObject({ stage: 'REVISION', received: 4, unique: 2 });
    expect((await comment(cabinet, id, { text: '遅い' })).json).toMatchObject({
      status: 409,
      rule: 'comment-closed',
    });
    expect((await cabinet.intake.send(`/v1/public-comments/${id}`)).json.open).toBe(false);

    const answer = { gist: '経過措置', response: '原案のとおり', changeMade: false };
    await lead().does(id, 'dispose-comments', { groupNo: 1, count: 3, ...answer });
    expect((await lead().isRefused(id, 'request-final-approval')).rule).toBe('comments-disposed');
    await lead().does(id, 'dispose-comments', { groupNo: 2, count: 1, ...answer });
    await lead().does(id, 'publish-comment-result', { ...result, publishedOn: '2026-06-21' });
    const [published] = await cabinet.events(id, 'CommentResultPublished');
    expect(published!.data.statement).toContain('4 comments were received, 2 of them different');
  });

  it('to which nobody had anything to say is published as such', async () => {
    const id = await reviewedGuideline(cabinet);
    await lead().does(id, 'open-public-comment');
    const [opened] = await cabinet.events(id, 'PublicCommentOpened');
    await cabinet.clockIs(opened!.data.closeAt as string);
    expect(await closed(id)).toMatchObject({ received: 0, unique: 0, digest: digest([]) });
    const publishedOn = (opened!.data.closeAt as string).slice(0, 10);
    await lead().does(id, 'publish-comment-result', { ...result, publishedOn });
    const [published] = await cabinet.events(id, 'CommentResultPublished');
    expect(published!.data).toMatchObject({ received: 0, statement: expect.stringContaining('No comments') });

    // What it is called from now on is a draft.
    const { title } = (await cabinet.intake.send(`/v1/public-comments/${id}`)).json;
    const [drafted] = await cabinet.events(id, 'DossierDrafted');
    const { body } = drafted!.data.version as { body: { head: object } };
    const head = { ...body.head, title: { ja: '未公表の改題' } };
    await cabinet.as('DA', 'DESK').does(id, 'revise-dossier', { type: 'guideline', head });
    expect((await cabinet.intake.send(`/v1/public-comments/${id}`)).json.title).toEqual(title);
  });

  it('on an order is open for thirty days, after the bureau has checked the text', async () => {
    const id = await reviewedGuideline(cabinet, true);
    const [reported] = await cabinet.events(id, 'ReviewReported');
    const day = 86_400_000;
    const on = (days: number) =>
      new Date(Date.parse(reported!.meta.occurredAt!) + 9 * 3_600_000 + days * day)
        .toISOString()
        .slice(0, 10);
    const refusal = await lead().isRefused(id, 'open-public-comment', { closeOn: on(29) });
    expect(refusal).toMatchObject({ rule: 'statutory-period', earliest: on(30) });
    await lead().does(id, 'open-public-comment', { closeOn: on(30) });
    expect((await cabinet.events(id, 'PublicCommentOpened'))[0]!.data).toMatchObject({
      kind: 'STATUTORY_ART39',
      days: 30,
    });
  });

  it('is read by the leads and the secretariat only, and what is wrong with one is said', async () => {
    const id = await reviewedGuideline(cabinet);
    await lead().does(id, 'open-public-comment');
    expect((await groups(cabinet, id, cabinet.as('HQ', 'SECR_REVIEWER').person)).status).toBe(200);
    expect((await groups(cabinet, id, cabinet.as('METI', 'LIAISON').person)).status).toBe(403);
    const onlooker = cabinet.as('DA', 'DOWNSTREAM');
    await onlooker.isNotShown('/v1/nothing');
    expect((await groups(cabinet, id, onlooker.person)).status).toBe(403);
    expect((await groups(cabinet, newDossierId(), lead().person)).status).toBe(404);
    expect((await comment(cabinet, 'x', { text: 'x' })).status).toBe(404);
    for (const body of [{}, { text: '  ' }, { text: 'x'.repeat(20_001) }, { text: 'x', age: 40 }])
      expect((await comment(cabinet, id, body)).status).toBe(400);
  });
});

describe('the count at the end', () => {
  it('has every comment that was accepted, however many come in at that moment', async () => {
    const id = await reviewedGuideline(cabinet);
    await lead().does(id, 'open-public-comment');
    const [opened] = await cabinet.events(id, 'PublicCommentOpened');
    let accepted = 0;
    const senders = Array.from({ length: 8 }, async (_, sender) => {
      for (let no = 0; ; no += 1) {
        const { status } = await comment(cabinet, id, { text: `意見 ${sender} の ${no}` });
        if (status !== 201) return status;
        accepted += 1;
      }
    });
    await eventually(() => Promise.resolve(expect(accepted).toBeGreaterThan(50)));
    // The clock of the review process is moved first: the door still believes that the last day goes on.
    await cabinet.clockIs(opened!.data.closeAt as string);
    expect(await Promise.all(senders)).toEqual(Array.from({ length: 8 }, () => 409));
    expect(await closed(id)).toMatchObject({ received: accepted, unique: accepted });
  }, 60_000);

  it('waits for a comment that is being taken, and is the same when it is made again', async () => {
    const id = await reviewedGuideline(cabinet);
    await lead().does(id, 'open-public-comment');
    const { url } = cabinet.intake.database;
    const app = pool(url, 'kyogi_app', { size: 2 });
    const taker = new Client(url);
    await taker.connect();
    try {
      await taker.query('BEGIN');
      const now = (await cabinet.events(id)).at(-1)!.meta.occurredAt;
      const sql = `SELECT take_public_comment($1, 'r-${id}', $2, '間に合った', NULL, NULL, 'g') AS outcome`;
      expect((await taker.query(sql, [id, now])).rows).toEqual([{ outcome: 'taken' }]);
      const item = { streamId: id } as WorkItem;
      const counting = closeComments(item, { pool: app });
      await eventually(async () => {
        const waiting = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = 19483`;
        expect(await query(url, waiting)).toHaveLength(1);
      });
      await taker.query('COMMIT');
      const found = await counting;
      expect(found).toMatchObject({ data: { received: 1, unique: 1 } });
      expect(await closeComments(item, { pool: app })).toEqual(found);
      const [row] = await query(url, 'SELECT id::int FROM public_comments WHERE dossier_id = $1', [id]);
      const sha256 = createHash('sha256').update('間に合った').digest('hex');
      expect(found).toMatchObject({ data: { digest: digest([[row!.id, sha256]]) } });
    } finally {
      await taker.end();
      await app.end();
    }
  });

  it('is made also when the instrument is given up while comments are taken', async () => {
    const id = await reviewedGuideline(cabinet);
    await lead().does(id, 'open-public-comment');
    expect((await comment(cabinet, id, { text: '反対' })).status).toBe(201);
    await lead().does(id, 'abandon-after-comment', { reason: '再検討' });
    expect((await comment(cabinet, id, { text: '賛成' })).status).toBe(409);
    expect(await closed(id)).toMatchObject({ stage: 'ABANDONED_AFTER_COMMENT', received: 1 });
    const publishedOn = (await cabinet.events(id)).at(-1)!.meta.occurredAt!.slice(0, 10);
    await lead().does(id, 'publish-comment-result', { ...result, publishedOn });
    expect((await cabinet.events(id, 'CommentResultPublished'))[0]!.data).toMatchObject({
      stage: 'ABANDONED',
      abandoned: true,
      received: 1,
    });
  });
});

describe('the table of comments', () => {
  it.each([
    `INSERT INTO public_comments (dossier_id, receipt, received_at, text, group_key) VALUES ('x', 'y', now(), 't', 'g')`,
    `UPDATE public_comments SET text = 'x'`,
    'UPDATE public_comments SET name = NULL',
    'DELETE FROM public_comments',
  ])('is not written by the application otherwise: %s', async (sql) => {
    const app = pool(cabinet.intake.database.url, 'kyogi_app', { size: 1 });
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });

  it('lets its owner blank a name, and change nothing else', async () => {
    const { url } = cabinet.intake.database;
    await query(url, 'UPDATE public_comments SET name = NULL');
    await expect(query(url, `UPDATE public_comments SET text = 'x'`)).rejects.toThrow();
    await expect(query(url, 'DELETE FROM public_comments')).rejects.toThrow();
  });
});

describe('too many comments', () => {
  const status = async (app: TestApp) => {
    const path = `/v1/public-comments/${newDossierId()}`;
    const headers = { 'content-type': 'application/json' };
    return app.send(path, { method: 'POST', body: JSON.stringify({ text: 'x' }), headers });
  };

  it.each<Record<string, string>>([
    { PUBLIC_COMMENTS_PER_ADDRESS: '3' },
    { PUBLIC_COMMENTS_PER_ADDRESS: '100', PUBLIC_COMMENTS_PER_MINUTE: '3' },
  ])('are refused with Retry-After under %j', async (limits) => {
    const app = await TestApp.start(undefined, limits, cabinet.intake);
    try {
      for (let no = 0; no < 3; no += 1) expect((await status(app)).status).toBe(404);
      const refused = await status(app);
      expect(refused).toMatchObject({
        status: 429,
        json: { type: expect.stringMatching(/too-many-requests$/) },
      });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await app.send(`/v1/public-comments/${newDossierId()}`)).status).toBe(404);
    } finally {
      await app.close();
    }
  });
});
