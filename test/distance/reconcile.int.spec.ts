import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { IncidentList, Reconciliation, type Cabinet, type Incident } from '#contracts';
import { Metrics } from '#platform';
import { Nightly } from '../../apps/headquarters/src/reconcile/nightly.js';
import { openReconciler } from '../../apps/headquarters/src/reconcile/open-reconciler.js';
import { Reconciler } from '../../apps/headquarters/src/reconcile/reconciler.js';
import { CABINET, COPYING } from '../../apps/headquarters/src/tokens.js';
import type { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { ClosedDoor, reconcilingChild } from './closed-door';
import { Original, reaches, startCopy } from './world';

let original: Original;
let copy: TestApp;
let head = 0;
beforeAll(async () => {
  original = await Original.start();
  head = await original.tells(25);
  copy = await startCopy(original, original.app.url);
  // Here nothing is to be compared but when it is asked for.
  await copy.app.get(Nightly).stop();
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

const doors: ClosedDoor[] = [];
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const door of doors) door.close();
});

/** Where headquarters finds the original, and nobody is let through yet. */
const behindADoor = async () => {
  const door = new ClosedDoor(original.app.url);
  doors.push(door);
  return { door, more: { LEDGER_SOURCE: await door.listen(), LEDGER_TOKEN_FILE: original.tokenFile } };
};

const rowsOf = (night: string) =>
  query(
    copy.database.url,
    `SELECT ended_at IS NOT NULL AS ended, attempts FROM hq.reconciliations WHERE night = $1`,
    [night],
  );

/** Ends the connections of a name on the database of the copy, from outside. @returns how many */
const terminate = async (name: string, state: string): Promise<number> => {
  const sql = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = $1 AND coalesce(wait_event_type, '') LIKE $2`;
  return (await query(copy.database.url, sql, [name, state])).length;
};

describe('the reconciliation of the night', () => {
  it('is made once, however many processes look, and again when it failed', async () => {
    const reconciler = copy.app.get(Reconciler);
    const night = '2026-04-02';
    const made = await Promise.all([1, 2, 3].map(() => reconciler.run({ night })));
    expect(made.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await reconciler.run({ night })).toBeUndefined();
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

  it('is taken over from a process that is killed in the middle of it, and not before', async () => {
    const [reconciler, night] = [copy.app.get(Reconciler), '2026-05-01'];
    const { door, more } = await behindADoor();
    const child = reconcilingChild({ ...more, NIGHT: night, DATABASE_URL: copy.database.url });
    children.push(child);
    await eventually(() => expect(door.waiting).toBe(1), 30_000);
    expect(await reconciler.run({ night })).toBeUndefined();
    expect(await rowsOf(night)).toEqual([{ ended: false, attempts: 1 }]);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    expect((await gone)[1]).toBe('SIGKILL');
    const taken = await eventually(async () => {
      const one = await reconciler.run({ night });
      expect(one).toBeDefined();
      return one!;
    });
    expect(taken.position).toBe(head);
    expect(await rowsOf(night)).toEqual([{ ended: true, attempts: 2 }]);
    expect(await reconciler.run({ night })).toBeUndefined();
  });

  it('is ended by the one that took it over, and the other one then says nothing of it', async () => {
    const night = '2026-05-02';
    const { door, more } = await behindADoor();
    const overtaken = openReconciler(
      copy.app.get<DataSource>(COPYING),
      { ...copy.config, ...more },
      copy.app.get<Cabinet>(CABINET),
      new Metrics(),
    );
    const refused = expect(overtaken.run({ night })).rejects.toThrow('another process has taken it over');
    await eventually(() => expect(door.waiting).toBe(1));
    // It still believes to be the one.
    expect(await terminate('kyogi:reconciler', '%')).toBe(1);
    const taken = await eventually(async () => {
      const one = await copy.app.get(Reconciler).run({ night });
      expect(one).toBeDefined();
      return one!;
    });
    const seen = await incidents();
    door.letThrough();
    await refused;
    expect(await incidents()).toEqual(seen);
    expect(await rowsOf(night)).toEqual([{ ended: true, attempts: 2 }]);
    expect(taken.incidents.map(({ id }) => id)).toEqual(
      seen.filter(({ closedAt }) => closedAt === null).map(({ id }) => id),
    );
  });

  it('is begun anew when the connection that compares was ended', async () => {
    const [reconciler, night] = [copy.app.get(Reconciler), '2026-05-03'];
    const holder = new Client(copy.database.url);
    await holder.connect();
    await holder.query(`BEGIN; LOCK TABLE ${await live('timeline')}.entries`);
    const ended = expect(reconciler.run({ night })).rejects.toThrow('terminating connection');
    await eventually(async () => expect(await terminate('kyogi:kyogi_projector', 'Lock')).toBe(1));
    await ended;
    await holder.end();
    expect(await rowsOf(night)).toEqual([{ ended: false, attempts: 1 }]);
    expect(await reconciler.run({ night })).toBeDefined();
    expect(await rowsOf(night)).toEqual([{ ended: true, attempts: 2 }]);
  });
});
