import { IncidentList, Reconciliation, type Incident } from '#contracts';
import { Nightly } from '../../apps/headquarters/src/reconcile/nightly.js';
import { Reconciler } from '../../apps/headquarters/src/reconcile/reconciler.js';
import type { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { Original, reaches, startCopy } from './world';

let original: Original;
let copy: TestApp;
let head = 0;
beforeAll(async () => {
  original = await Original.start();
  head = await original.tells(25);
  copy = await startCopy(original, original.app.url);
  await copy.register('reviewer', 'SECR_REVIEWER', 'HQ');
  await copy.register('meti', 'LIAISON', 'METI');
  await reaches(copy.database.url, head);
}, 90_000);
afterAll(async () => {
  await copy?.close();
  await original?.close();
}, 30_000);

const ask = async (person: string, path: string, method = 'GET') =>
  copy.send(path, { method, token: await copy.tokenOf(person) });
const reconcile = async (): Promise<Reconciliation> =>
  Reconciliation.parse((await ask('reviewer', '/v1/reconciliations', 'POST')).json);
const incidents = async (): Promise<Incident[]> =>
  IncidentList.parse((await ask('reviewer', '/v1/incidents')).json).items;
const live = async (model: string) => {
  const sql = `SELECT subscription FROM hq.read_models WHERE name = $1 AND state = 'live'`;
  return String((await query(copy.database.url, sql, [model]))[0]?.subscription);
};
const change = (sql: string) => query(copy.database.url, sql);
const named = (all: readonly Incident[]) => all.map(({ kind, day, organ }) => ({ kind, day, organ }));

describe('a reconciliation', () => {
  it('finds nothing where all is well, of the read models and of the copy', async () => {
    const { incidents: open, compared, position } = await reconcile();
    expect([open, position]).toEqual([[], head]);
    expect(Math.min(compared.timeline, compared.register, compared.ledger!)).toBeGreaterThan(2);
  });

  it('is for the secretariat', async () => {
    expect((await ask('meti', '/v1/reconciliations', 'POST')).status).toBe(403);
    expect((await ask('meti', '/v1/incidents')).status).toBe(403);
  });

  it('names day and organ of an entry that was changed, and closes the incident when it is mended', async () => {
    const entries = `${await live('timeline')}.entries`;
    const [entry] = await query(
      copy.database.url,
      `SELECT position, type, organ, (at AT TIME ZONE 'Asia/Tokyo')::date::text AS day FROM ${entries} WHERE position = 7`,
    );
    await change(`UPDATE ${entries} SET type = 'DossierLapsed' WHERE position = 7`);
    const { incidents: open } = await reconcile();
    expect(named(open)).toEqual([{ kind: 'timeline', day: entry!.day, organ: entry!.organ }]);
    expect(open[0]?.expected.count).toBe(open[0]?.found.count);
    expect((await copy.send('/metrics')).text).toMatch(/kyogi_incidents_open 1/);
    await change(`UPDATE ${entries} SET type = '${String(entry!.type)}' WHERE position = 7`);
    expect((await reconcile()).incidents).toEqual([]);
    expect((await incidents()).map(({ closedAt }) => closedAt !== null)).toEqual([true]);
  });

  it.each([
    ['removed', 'DELETE FROM $t WHERE position = 11', 11],
    ['moved to another organ', `UPDATE $t SET organ = 'SOUMU' WHERE position = 12`, 12],
    ['moved to another day', `UPDATE $t SET at = at - interval '3 days' WHERE position = 13`, 13],
  ])('notices an entry that was %s', async (_, sql, position) => {
    const entries = `${await live('timeline')}.entries`;
    const kept = `CREATE TABLE public.kept AS SELECT * FROM ${entries} WHERE position = ${position}`;
    await change(`${kept}; ${sql.replace('$t', entries)}`);
    const { incidents: open } = await reconcile();
    const [was] = await query(
      copy.database.url,
      `SELECT organ, (at AT TIME ZONE 'Asia/Tokyo')::date::text AS day FROM public.kept`,
    );
    expect(named(open)).toContainEqual({ kind: 'timeline', day: was!.day, organ: was!.organ });
    await change(
      `DELETE FROM ${entries} WHERE position = ${position}; INSERT INTO ${entries} SELECT * FROM public.kept; DROP TABLE public.kept`,
    );
    expect((await reconcile()).incidents).toEqual([]);
  });

  it('names the lead of a dossier that the register puts elsewhere', async () => {
    const dossiers = `${await live('dossiers')}.dossiers`;
    const one = `(SELECT min(dossier_id) FROM ${dossiers})`;
    const [row] = await query(
      copy.database.url,
      `SELECT lead, stage FROM ${dossiers} WHERE dossier_id = ${one}`,
    );
    await change(`UPDATE ${dossiers} SET stage = 'MISLAID' WHERE dossier_id = ${one}`);
    const { incidents: open } = await reconcile();
    expect(open.map(({ kind, organ }) => [kind, organ])).toEqual([['register', row!.lead]]);
    await change(`UPDATE ${dossiers} SET stage = '${String(row!.stage)}' WHERE dossier_id = ${one}`);
    expect((await reconcile()).incidents).toEqual([]);
  });

  it('notices that the copy of the ledger is not the original any more', async () => {
    await change(
      `ALTER TABLE events DISABLE TRIGGER events_insert_only;
       UPDATE events SET data = data || '{"more": 1}' WHERE id = (SELECT event_id FROM event_log WHERE position = 5)`,
    );
    const { incidents: open } = await reconcile();
    const [event] = await query(
      original.app.database.url,
      `SELECT e.meta #>> '{actor,organ}' AS organ FROM event_log l JOIN events e ON e.id = l.event_id WHERE position = 5`,
    );
    expect(open.map(({ kind, organ }) => [kind, organ])).toEqual([['ledger', event!.organ]]);
  });
});

describe('the reconciliation of the night', () => {
  it('is looked for in its hour only, by the clock of the cabinet', async () => {
    let now = '2026-04-01T17:59:59Z';
    let looks = 0;
    const nights: string[] = [];
    const nightly = new Nightly({
      ...{ timeZone: 'Asia/Tokyo', hour: 3, everyMs: 2, onError: () => undefined },
      now: () => {
        looks += 1;
        return new Date(now);
      },
      look: (night) => Promise.resolve(nights.push(night)),
    });
    nightly.start();
    await eventually(() => expect(looks).toBeGreaterThan(3));
    expect(nights).toEqual([]);
    now = '2026-04-01T18:00:00Z';
    await eventually(() => expect(nights[0]).toBe('2026-04-02'));
    await nightly.stop();
  });

  it('is made once, however many processes look, and again when it failed', async () => {
    const reconciler = copy.app.get(Reconciler);
    const night = '2026-04-02';
    const made = await Promise.all([1, 2, 3].map(() => reconciler.run({ night })));
    expect(made.filter((one) => one !== undefined)).toHaveLength(1);
    await original.app.revoke('mirror-machine', 'DOWNSTREAM', 'HQ');
    // A night of its own for each look: the revocation is known after a moment.
    let day = 3;
    const next = () => ({ night: `2026-04-${String(day).padStart(2, '0')}` });
    await eventually(async () => {
      day += 1;
      await expect(reconciler.run(next())).rejects.toThrow('403');
    });
    await original.app.register('mirror-machine', 'DOWNSTREAM', 'HQ');
    await eventually(async () => expect(await reconciler.run(next())).toBeDefined());
  });
});
