import { AsOfView, ConsultationSheet, ExplainedDossier } from '#contracts';
import { EventStore } from '#event-store';
import { pool } from '#platform';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { headquarters } from '../../apps/headquarters/src/app.js';
import { desk, endorser, liaison, tokyo } from '../../libs/domain/src/testing';

import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';
import { query } from '../support/database';
import { answered, concluded, consulted, type KeptStory } from './kept-story';

let app: TestApp;
let writer: Pool;
let store: EventStore;

const people = {
  'hq-reviewer': ['SECR_REVIEWER', 'HQ'],
  'da-liaison': ['LIAISON', 'DA'],
  'ppc-liaison': ['LIAISON', 'PPC'],
  'meti-liaison': ['LIAISON', 'METI'],
  // An organ of the cabinet that no round asks.
  'imperial-liaison': ['LIAISON', 'IHA'],
  'machine-client': ['DOWNSTREAM', 'METI'],
} as const;
type PersonId = keyof typeof people;

beforeAll(async () => {
  app = await TestApp.start(headquarters);
  writer = pool(app.database.url, 'kyogi_app', { size: 2 });
  store = new EventStore(writer);
  for (const [person, [role, organ]] of Object.entries(people)) await app.register(person, role, organ);
  await eventually(async () => expect((await app.send('/health/ready')).status).toBe(200), 20_000);
}, 90_000);
afterAll(async () => {
  await writer.end();
  await app.close();
}, 30_000);

/** Writes what is new in a story; gives the head of the ledger. */
const told = new Map<string, number>();
const tell = async (story: KeptStory): Promise<number> => {
  await story.tell(store, told.get(story.id) ?? 0);
  told.set(story.id, story.acts.length);
  await writer.query('SELECT count(*) FROM sequence_events(100000)');
  const { rows } = await writer.query<{ n: string }>('SELECT n FROM log_head');
  return Number(rows[0]!.n);
};

const ask = async (person: PersonId, path: string, position = 0) => {
  const token = await app.tokenOf(person);
  const headers = { 'min-position': String(position) };
  await eventually(
    async () => expect((await app.send('/v1/board', { token, headers })).status).toBe(200),
    30_000,
  );
  return app.send(`/v1/dossiers/${path}`, { token, headers });
};

describe('who sees the consultation of a dossier', () => {
  let story: KeptStory;
  let head: number;
  beforeAll(async () => {
    story = concluded();
    head = await tell(story);
  }, 60_000);

  it('are its lead, its participants and the secretariat: to others it does not exist', async () => {
    for (const part of [
      'consultation',
      'as-of',
      'explain',
      'consultation.html',
      'old-new.html',
      'as-of.html',
    ]) {
      for (const person of ['hq-reviewer', 'da-liaison', 'ppc-liaison'] as const)
        expect([part, person, (await ask(person, `${story.id}/${part}`, head)).status]).toEqual([
          part,
          person,
          200,
        ]);
      for (const person of ['imperial-liaison', 'machine-client'] as const)
        expect([part, person, (await ask(person, `${story.id}/${part}`, head)).status]).toEqual([
          part,
          person,
          404,
        ]);
    }
  }, 60_000);

  it('read it with its position and the ETag that a command wants', async () => {
    const answer = await ask('ppc-liaison', `${story.id}/consultation`, head);
    const sheet = ConsultationSheet.parse(answer.json);
    expect(sheet).toEqual(answer.json);
    expect([sheet.scope, sheet.stage, sheet.threads.length]).toEqual(['CONSULTATION', 'CONSULTED', 5]);
    const register = await ask('ppc-liaison', story.id, head);
    expect(answer.headers.get('etag')).toBe(register.headers.get('etag'));
    expect(Number(answer.headers.get('kyogi-position'))).toBeGreaterThanOrEqual(head);
  });

  it('do not hear of approval inside of the lead, which hears of it itself', async () => {
    const events = async (person: PersonId) =>
      ExplainedDossier.parse((await ask(person, `${story.id}/explain`, head)).json).transitions.flatMap(
        (one) => one.events,
      );
    expect(await events('da-liaison')).toContain('DossierApproved');
    for (const person of ['hq-reviewer', 'ppc-liaison'] as const)
      expect((await events(person)).join()).not.toMatch(/ApprovalRequested|DossierApproved/);
  });

  it('see at every moment what they were told of then: the lead its draft, a participant nothing before the round', async () => {
    const [first] = await query(
      app.database.url,
      'SELECT min(l.position)::int AS n FROM events e JOIN event_log l ON l.event_id = e.id WHERE e.stream_id = $1',
      [story.id],
    );
    const drafted = await ask('da-liaison', `${story.id}/as-of?position=${String(first!.n)}`, head);
    expect(AsOfView.parse(drafted.json)).toMatchObject({ stage: 'DRAFT', version: { no: 1 } });
    expect((await ask('ppc-liaison', `${story.id}/as-of?position=${String(first!.n)}`, head)).status).toBe(
      404,
    );
    expect((await ask('da-liaison', `${story.id}/as-of?position=${Number(first!.n) - 1}`, head)).status).toBe(
      404,
    );
    const at = encodeURIComponent('2026-06-22T17:30:00+09:00');
    const then = AsOfView.parse((await ask('ppc-liaison', `${story.id}/as-of?at=${at}`, head)).json);
    expect([then.stage, then.version.no, then.version.clauses!.length]).toEqual(['CONSULTATION', 1, 4]);
    const future = await ask('ppc-liaison', `${story.id}/as-of?position=${head + 1_000}`, head);
    expect([future.json.stage, future.json.version.no]).toEqual(['CONSULTED', 2]);
  });

  it('refuses a moment that is two, or none', async () => {
    for (const bad of [
      'as-of?position=1&at=2026-06-22T00:00:00Z',
      'as-of?at=yesterday',
      'consultation?asOf=-1',
    ])
      expect([bad, (await ask('da-liaison', `${story.id}/${bad}`)).status]).toEqual([bad, 400]);
  });
});

describe('a dossier that is drafted anew after a return', () => {
  it('stays for its former readers what they last saw: no newer text, sum or word, and yet its end', async () => {
    const story = answered()
      .then(tokyo('2026-06-24'))
      .when('ReturnDossier', { reasons: ['前提となる計画が改められた'] }, endorser);
    const before = await tell(story);
    const seen = await ask('ppc-liaison', `${story.id}/consultation`, before);
    expect(seen.json).toMatchObject({ stage: 'RETURNED', version: { no: 2 } });
    const clauseEdits = [{ op: 'replace', clauseId: 'c6', text: '極めて内々の新しい検証の手順による。' }];
    story.when('ReviseDossier', { type: 'guideline', clauseEdits }, desk('DA'));
    const after = await tell(story);
    const sha256 = story.dossier!.current.sha256;
    for (const part of [
      'consultation',
      'as-of',
      'explain',
      'consultation.html',
      'old-new.html',
      'as-of.html',
    ]) {
      const { status, text } = await ask('ppc-liaison', `${story.id}/${part}`, after);
      expect([part, status]).toEqual([part, 200]);
      expect([part, text.includes('内々'), text.includes(sha256)]).toEqual([part, false, false]);
    }
    expect((await ask('ppc-liaison', `${story.id}/old-new.html?from=2&to=3`, after)).status).toBe(404);
    expect((await ask('da-liaison', `${story.id}/as-of`, after)).text).toContain('内々');
    const end = await tell(story.when('WithdrawDossier', { reason: '取りやめ' }, liaison('DA')));
    const last = await ask('ppc-liaison', `${story.id}/as-of`, end);
    expect(last.json).toMatchObject({ version: { no: 2 }, sheet: { stage: 'WITHDRAWN' } });
    expect(last.text).not.toContain('内々');
  }, 60_000);
});

describe('a round that hides names', () => {
  it('hides them from other participants until its due time, not from the lead and the secretariat', async () => {
    const story = consulted({ hideNames: true, dueAt: tokyo('2026-12-24', '17:00') });
    const head = await tell(story);
    const sheets = await Promise.all(
      (['meti-liaison', 'da-liaison', 'hq-reviewer'] as const).map(async (person) =>
        ConsultationSheet.parse((await ask(person, `${story.id}/consultation`, head)).json),
      ),
    );
    const isHidden = Date.now() < Date.parse(tokyo('2026-12-24', '17:00'));
    expect(sheets.map(({ threads }) => threads[0]!.ref)).toEqual(
      isHidden ? ['*#1', 'PPC#1', 'PPC#1'] : ['PPC#1', 'PPC#1', 'PPC#1'],
    );
  });
});

describe('the pages', () => {
  it('may load nothing but their own style, and escape what people wrote', async () => {
    const story = consulted();
    story.when(
      'RaiseThread',
      { roundNo: 1, organ: 'MOE', thread: { kind: 'QUESTION', body: '<script>alert(1)</script>' } },
      liaison('MOE'),
    );
    const head = await tell(story);
    const page = await ask('meti-liaison', `${story.id}/consultation.html`, head);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy')!;
    const style = /<style>([^]*?)<\/style>/.exec(page.text)![1]!;
    expect(policy).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(page.text).toContain('&lt;script&gt;');
    expect(page.text).not.toMatch(/<script|style="|onclick|http:\/\/|https:\/\//);
    expect(page.text).toContain('個人情報保護委員会');
    expect((await app.send(`/v1/dossiers/${story.id}/consultation.html`)).status).toBe(401);
  });

  it('have in the old and new table exactly the clauses that differ', async () => {
    const story = concluded();
    const head = await tell(story);
    const { text } = await ask('hq-reviewer', `${story.id}/old-new.html`, head);
    expect([...text.matchAll(/data-clause="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'c1.3',
      'c4.2',
      'c5',
      'annex-1',
    ]);
    expect(text).toContain('<u>特定秘密及び防衛装備に関するものには、適用しない。</u>');
  });
});
