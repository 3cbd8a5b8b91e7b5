import { readTimeline } from '../../apps/headquarters/src/queries/timeline.js';
import type { Principal } from '#contracts';
import { pool } from '#platform';
import { readModels } from '../../apps/headquarters/src/projections/index.js';
import { Readers } from '../../apps/headquarters/src/read-models/readers.js';
import { query } from '../support/database';
import { at, Desk, secretariat } from './desk';
import { actor, participant, Story } from './given-events';
import { lookAround, world, type Watch } from './isolation';
import { accountOf, seenBy } from './oracle';
import { randomOf, secondTries, wander } from './wander';

let desk: Desk;
let watch: Watch;
const stories = [...wander(randomOf(1), 60), ...secondTries(randomOf(3), 20)];

beforeAll(async () => {
  desk = await Desk.open();
  watch = await world(desk, stories);
  await desk.read(
    secretariat,
    readModels.map(({ name }) => name),
    () => Promise.resolve(),
    await desk.given.number(),
  );
});
afterAll(() => desk.close());

const kinds = async (principal: Principal, story: Story, minPosition: number) => {
  const page = { limit: 200, cursor: undefined };
  const read = await desk.read(
    principal,
    ['timeline'],
    (rows) => readTimeline(rows, story.id, page),
    minPosition,
  );
  return (read.answer.items as unknown as { type: string }[]).map(({ type }) => type);
};

describe('a ministry sees of another what that one has circulated', () => {
  it('and no row more, whatever a query forgets to filter (SE-2)', async () => {
    const { leaks, rowsSeen } = await lookAround(desk.readers, watch, randomOf(2), 500);
    expect(leaks).toEqual([]);
    expect(rowsSeen).toBeGreaterThan(1_000);
  });

  it('and the test would notice: without row-level security the same queries leak', async () => {
    const unguarded = pool(desk.database.url, 'kyogi_projector', { size: 1 });
    const { leaks } = await lookAround(new Readers(unguarded, 'HQ'), watch, randomOf(2), 50);
    await unguarded.end();
    for (const what of ['dossiers', 'version', 'entr', 'item', 'intervals', 'cases', 'precedents'])
      expect(leaks.filter((leak) => leak.includes(`saw ${what}`)).length).toBeGreaterThan(0);
  });

  it('and no row less, each as it was last shown', async () => {
    for (const eye of ['METI', 'PPC', 'HQ']) {
      const principal = eye === 'HQ' ? secretariat : at(eye);
      const { answer } = await desk.read(principal, ['dossiers'], (rows) =>
        rows<object>(
          `SELECT dossier_id, stage, version_no AS no, doc #>> '{title,en}' AS title FROM register ORDER BY 1`,
        ),
      );
      const expected = stories.flatMap((story) => {
        const look = seenBy(story, [eye, '*']);
        return look
          ? [{ dossier_id: story.id, stage: look.stage, no: look.no, title: look.head.title.en }]
          : [];
      });
      expect(answer).toEqual(expected.sort((a, b) => (a.dossier_id < b.dossier_id ? -1 : 1)));
    }
  });

  it.each(['MOF', 'MOE', 'PPC', 'HQ'])(
    'and every version and entry that %s was shown, and no other',
    async (eye) => {
      const principal = eye === 'HQ' ? secretariat : at(eye);
      const { answer } = await desk.read(principal, ['dossiers', 'timeline'], (rows) =>
        rows<{ versions: number; texts: number; entries: number }>(
          `SELECT (SELECT count(*) FROM versions)::int AS versions, (SELECT count(*) FROM texts)::int AS texts,
           (SELECT count(*) FROM entries)::int AS entries`,
        ),
      );
      const mine = (readers: Set<string>) => readers.has(eye) || readers.has('*');
      const accounts = stories.map(accountOf);
      const count = accounts.flatMap(({ versions }) => [...versions.values()]).filter(mine).length;
      const entries = accounts.flatMap((account) => account.entries).filter(mine).length;
      expect(answer).toEqual([{ versions: count, texts: count, entries }]);
    },
  );

  it('and nothing outside a transaction that says who looks, not even on a connection that said so before', async () => {
    for (const { name } of readModels) {
      const schema = await desk.live(name);
      const tables = await query(desk.database.url, 'SELECT tablename FROM pg_tables WHERE schemaname = $1', [
        schema,
      ]);
      for (const { tablename } of tables) {
        const reading = desk.readerPool.query(`SELECT * FROM ${schema}.${String(tablename)}`);
        const seen = await reading
          .then(({ rowCount }) => rowCount ?? 0)
          .catch((error: { code: string }) => error.code);
        expect([0, '42501']).toContain(seen);
      }
    }
  });

  it('and cannot write', async () => {
    await expect(
      desk.read(secretariat, ['dossiers'], (rows) => rows('DELETE FROM dossiers')),
    ).rejects.toMatchObject({ code: /42501|25006/ });
  });

  it('because every table of every generation has forced row-level security', async () => {
    const open = await query(
      desk.database.url,
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN hq.read_models m ON m.subscription = c.relnamespace::regnamespace::text
       WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });
});

describe('the timeline', () => {
  it('keeps drafting and approval in the ministry for ever', async () => {
    const story = new Story('initiative', { lead: 'METI', coLeads: ['MOE'] })
      .drafted()
      .clock('idle-draft', 'METI', 9);
    story
      .filed()
      .add({ type: 'ClockStopped', data: { clock: 'idle-draft', epoch: 1 } })
      .endorsed();
    const position = await desk.given.tell(story);
    const secretariats = ['DossierFiled', 'DossierAccepted', 'ReviewBegun', 'DossierEndorsed'];
    const approval = ['ApprovalRequested', 'DossierApproved'];
    expect(await kinds(secretariat, story, position)).toEqual(secretariats);
    expect(await kinds(at('MOF'), story, position)).toEqual(['DossierEndorsed']);
    expect(await kinds(at('METI'), story, position)).toEqual(story.events.map(({ event }) => event.type));
    expect(await kinds(at('MOE'), story, position)).toEqual(
      story.events.map(({ event }) => event.type).filter((type) => !approval.includes(type)),
    );
  });

  it('opens to participants with the round, and tells nothing of what came before it', async () => {
    const story = new Story('initiative', { lead: 'METI' }).filed().returned().revised().inReview();
    await expect(kinds(at('MLIT'), story, await desk.given.tell(story))).rejects.toMatchObject({
      type: 'not-found',
    });
    const position = await desk.given.tell(story.consulted([participant('MLIT')]).position('MLIT'));
    expect(await kinds(at('MLIT'), story, position)).toEqual(['RoundOpened', 'PositionSet']);
    expect(await kinds(secretariat, story, position)).toContain('DossierReturned');
    await expect(kinds(at('MOE'), story, position)).rejects.toMatchObject({ type: 'not-found' });
  });

  it('tells whoever was shown a text how it ended, though its revision was never filed', async () => {
    const story = new Story('initiative', { lead: 'METI' }).inReview().consulted([participant('MLIT')]);
    const position = await desk.given.tell(story.returned().revised().withdrawn());
    expect(await kinds(at('MLIT'), story, position)).toEqual([
      'RoundOpened',
      'DossierReturned',
      'DossierWithdrawn',
    ]);
    expect(await kinds(secretariat, story, position)).not.toContain('DossierRevised');
  });

  it('gives the number of similar filings to the secretariat alone', async () => {
    const other = new Story('initiative', { lead: 'MLIT' }).filed();
    await desk.given.tell(other);
    const similar = [{ dossierId: other.id, lead: 'MLIT', title: { en: 'x' }, score: 0.9 }];
    const story = new Story('initiative', { lead: 'METI' }).filed();
    story.add({ type: 'OverlapsFound', data: { versionNo: 1, similar } }, actor('HQ', 'SYSTEM'));
    const position = await desk.given.tell(story);
    expect(await kinds(secretariat, story, position)).toContain('OverlapsFound');
    expect(await kinds(at('METI'), story, position)).not.toContain('OverlapsFound');
  });

  it('names no person', async () => {
    const { answer } = await desk.read(at('METI'), ['timeline'], (rows) =>
      rows<{ text: string }>('SELECT row_to_json(e)::text AS text FROM entries e'),
    );
    expect(answer.length).toBeGreaterThan(0);
    expect(answer.filter(({ text }) => /-person|-desk/.test(text))).toEqual([]);
  });
});
