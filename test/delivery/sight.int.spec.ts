import { delivery } from '../../apps/delivery/src/app';
import { headquarters } from '../../apps/headquarters/src/app';
import { Given } from '../headquarters/given-events';
import { LEADS, randomOf, secondTries, wander } from '../headquarters/wander';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { breaksIn, pullAll, subscribe } from './subscriber';

const seed = Number(process.env.KYOGI_SEED ?? Date.now() % 1_000_000);
const readerOf = (organ: string): string => `${organ.toLowerCase()}-reader`;
const hidden = ['HQ', ...LEADS.filter((slug) => slug !== 'HQ'), 'PPC'];

let feed: TestApp;
let reading: TestApp;
let dossiers: string[];
let head = 0;

beforeAll(async () => {
  feed = await TestApp.start(delivery);
  reading = await TestApp.start(headquarters, {}, feed);
  for (const organ of hidden)
    await feed.register(readerOf(organ), organ === 'HQ' ? 'SECR_REVIEWER' : 'LIAISON', organ);
  await feed.register('machine', 'DOWNSTREAM', 'METI');
  const given = new Given(feed.database.url);
  const random = randomOf(seed);
  const stories = [...wander(random, 24), ...secondTries(random, 4)];
  for (const story of stories) head = await given.tell(story);
  dossiers = stories.map(({ id }) => id);
  await given.end();
}, 90_000);
afterAll(async () => {
  await reading?.close();
  await feed?.close();
});

/** Ids of the events that headquarters tells a person of, by the timelines of all dossiers. */
const timelines = async (person: string): Promise<number[]> => {
  const token = await reading.tokenOf(person);
  const positions: number[] = [];
  for (const id of dossiers)
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const path = `/v1/dossiers/${id}/timeline?limit=200${cursor && `&cursor=${cursor}`}`;
      const { status, json } = await reading.send(path, { token, headers: { 'min-position': String(head) } });
      expect([200, 404]).toContain(status);
      const items = (status === 200 ? json.items : []) as { position: number }[];
      positions.push(...items.map(({ position }) => position));
      cursor = (status === 200 && (json.next as string | null)) || undefined;
    }
  return positions.sort((a, b) => a - b);
};

describe(`a subscription (seed ${seed})`, () => {
  it('of an organ tells exactly what its timelines at headquarters tell, in one chain', async () => {
    await eventually(() => timelines(readerOf('HQ')), 30_000);
    let told = 0;
    for (const organ of hidden) {
      const person = readerOf(organ);
      const id = await subscribe(feed, person, { organ, scope: 'organ', after: 0 });
      const events = await pullAll(feed, person, id, head);
      const positions = events.map(({ sequence }) => Number(sequence));
      expect({ organ, positions }).toEqual({ organ, positions: await timelines(person) });
      expect(breaksIn(events)).toEqual([]);
      told += events.length;
    }
    expect(told).toBeGreaterThan(head);
  }, 60_000);

  it('of a machine tells what is open to the whole government, and nothing else', async () => {
    const id = await subscribe(feed, 'machine', { after: 0 });
    const events = await pullAll(feed, 'machine', id, head);
    const positions = events.map(({ sequence }) => Number(sequence));
    expect(positions).toEqual(await timelines('machine'));
    expect(positions.length).toBeLessThan(head / 2);
  });

  it('would be found out by this, did the fan-out ignore who may read', async () => {
    await query(
      feed.database.url,
      `CREATE FUNCTION delivery.anyone(text[], text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
       DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('delivery.fan_out'::regproc), 'l.readers && l.eyes',
         'delivery.anyone(l.readers, l.eyes)'); END $do$;
       GRANT EXECUTE ON FUNCTION delivery.anyone(text[], text[]) TO kyogi_deliverer`,
    );
    const person = readerOf('MOF');
    const id = await subscribe(feed, person, { organ: 'MOF', scope: 'organ', after: 0 });
    const events = await pullAll(feed, person, id, head);
    expect(events.length).toBeGreaterThan((await timelines(person)).length);
  });
});
