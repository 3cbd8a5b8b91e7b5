import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Announcement, dossierType, FeedEvent, type People } from '#contracts';
import { projectRoot } from '#platform';
import { delivery } from '../../apps/delivery/src/app';
import { Given, Story } from '../headquarters/given-events';
import { randomOf, wander } from '../headquarters/wander';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { initiativeAt, talkedAt } from '../support/journey';
import { breaksIn, eventsOf, pull, pullAll, streamed, subscribe } from './subscriber';

const file = join(projectRoot(), 'cabinets', 'japan.people.json');
const { people } = JSON.parse(readFileSync(file, 'utf8')) as People;

let door: TestApp;
let feeds: TestApp[];
let given: Given;
beforeAll(async () => {
  door = await TestApp.start();
  feeds = await Promise.all([delivery, delivery].map((app) => TestApp.start(app, {}, door)));
  await door.register('secretary', 'SECR_REVIEWER', 'HQ');
  await door.register('owner', 'LIAISON', 'METI');
  await door.register('stranger', 'LIAISON', 'MOF');
  given = new Given(door.database.url);
}, 90_000);
afterAll(async () => {
  await given?.end();
  await Promise.all((feeds ?? []).map((feed) => feed.close()));
  await door?.close();
});

const feed = (): TestApp => feeds[0]!;
/** Positions of all events but those of subscriptions. */
const told = async (): Promise<number[]> => {
  const rows = await query(
    door.database.url,
    `SELECT l.position::int FROM event_log l JOIN events e ON e.id = l.event_id
     WHERE e.stream_id NOT IN (SELECT id FROM delivery.subscriptions) ORDER BY 1`,
  );
  return rows.map((row) => row.position as number);
};
const last = async (): Promise<number> => (await told()).at(-1)!;
const announced = async (): Promise<number[]> =>
  (await query(door.database.url, 'SELECT position::int FROM delivery.announcements ORDER BY 1')).map(
    (row) => row.position as number,
  );

describe('the announcer', () => {
  it('announces every event of a dossier once, and nothing beside dossiers, though its connections are cut', async () => {
    await subscribe(feed(), 'secretary', { organ: 'HQ', scope: 'organ' });
    const stories = wander(randomOf(7), 40);
    for (const story of stories) {
      await given.tell(story);
      await query(
        door.database.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name IN ('kyogi:kyogi_deliverer', 'kyogi:wake')`,
      );
    }
    await eventually(async () => expect(await announced()).toEqual(await told()), 30_000);
    const id = await subscribe(feed(), 'secretary', { organ: 'HQ', scope: 'organ', after: 0 });
    expect(breaksIn(await pullAll(feed(), 'secretary', id, await last()))).toEqual([]);
  }, 60_000);

  it('says nothing of persons: no name, id, extension or address of anybody is in what is served', async () => {
    for (const way of ['RECORDED', 'ESCALATED', 'OBJECTED', 'ADOPTED']) await talkedAt(door, way);
    const marked = await initiativeAt(door, 'ENDORSED');
    const head = await last();
    const served: string[] = [];
    for (const [person, organ] of [
      ['secretary', 'HQ'],
      ['owner', 'METI'],
      ['stranger', 'MOF'],
    ] as const) {
      const id = await subscribe(feed(), person, { organ, scope: 'organ', after: 0 });
      const events = await pullAll(feed(), person, id, head);
      for (const event of events) {
        FeedEvent.parse(event);
        served.push(
          (await feed().send(`/v1/events/${event.id}`, { token: await feed().tokenOf(person) })).text,
        );
      }
      served.push((await pull(feed(), person, id, { after: 0, limit: 1_000 })).text);
      for await (const { data, id: number } of streamed(feed(), person, id)) {
        served.push(data ?? '');
        if (Number(number) === events.length) break;
      }
    }
    const text = served.join('\n');
    expect(text).toContain(marked);
    expect(text).toContain('全件であることを残すべきである。');
    const { name, extension, email } = dossierType('initiative').example.head.contact as Record<
      string,
      string
    >;
    const words = people.flatMap((person) => [person.name, `"${person.id}"`]);
    const [ledger] = await query(door.database.url, `SELECT string_agg(data::text, '') AS text FROM events`);
    expect(words.some((word) => (ledger?.text as string).includes(word))).toBe(true);
    for (const word of [...words, name, extension && `"${extension}"`, email, '-person"'])
      if (word) expect(text).not.toContain(word);
  }, 60_000);

  it('tells of what is marked 2 that it happened, and what only to who asks and may see it', async () => {
    const marking = { confidentiality: 2 as const, handling: [] };
    const story = new Story('initiative', {
      lead: 'METI',
      coLeads: [],
      marking,
      summary: '秘匿すべき要旨',
    }).filed();
    await given.tell(story);
    const id = await subscribe(feed(), 'owner', {
      scope: 'organ',
      after: 0,
      filter: { dossiers: [story.id] },
    });
    const head = await last();
    const events = await pullAll(feed(), 'owner', id, head);
    expect(events).toHaveLength(4);
    for (const event of events) {
      expect(event).toMatchObject({ classification: '2', dataref: `/v1/events/${event.id}` });
      expect(event.data).toBeUndefined();
    }
    const read = async (person: string) =>
      feed().send(events[0]!.dataref!, { token: await feed().tokenOf(person) });
    const { json, headers } = await read('owner');
    expect(headers.get('content-type')).toMatch('application/cloudevents+json');
    expect(Announcement.parse(json).data).toMatchObject({
      version: { body: { head: { summary: '秘匿すべき要旨' } } },
    });
    expect(json.id).toBe(events[0]!.id);
    for (const person of ['stranger', 'secretary'])
      expect([person, (await read(person)).status]).toEqual([person, 404]);
    const token = await feed().tokenOf('owner');
    for (const none of ['no-uuid', '00000000-0000-4000-8000-000000000000'])
      expect((await feed().send(`/v1/events/${none}`, { token })).status).toBe(404);
    const low = await subscribe(feed(), 'owner', {
      ...{ scope: 'organ', after: 0, filter: { dossiers: [story.id], maxMarking: 1 } },
    });
    expect(await pullAll(feed(), 'owner', low, head)).toEqual([]);
  }, 30_000);

  it('that cannot read an event stands still and says so, and what was announced is still told', async () => {
    const id = await subscribe(feed(), 'secretary', { organ: 'HQ', scope: 'organ', after: 0 });
    const position = await given.tellRaw(new Story().id, 'DossierFiled', { stage: 'FILED' });
    await eventually(async () => {
      const { status, json } = await feed().send('/health/ready');
      expect([status, json.status]).toEqual([200, 'degraded']);
      expect(json.checks.announcer).toEqual({ ok: false, note: `is stopped at position ${position}` });
      expect((await feed().send('/metrics')).text).toMatch(/^kyogi_feed_stopped 1$/m);
    });
    expect(eventsOf(await pull(feed(), 'secretary', id, { limit: 5 }))).toHaveLength(5);
  });
});
