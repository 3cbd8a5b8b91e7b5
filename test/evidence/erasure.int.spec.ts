import { randomBytes, randomUUID } from 'node:crypto';
import { erased, type LedgerEvent } from '#contracts';
import { dataSource } from '#platform';
import { canonical, isOfLeaf, leafBytes, leafOf, parseLeaf } from '#transparency';
import type { DataSource } from 'typeorm';
import { CaseFiles } from '../../apps/headquarters/src/cases/case-files';
import { CabinetAtWork } from '../support/cabinet-at-work';
import { query } from '../support/database';
import { eventually } from '../support/eventually';

/* A draft names an official who was never to be named; the director of the secretariat has the name erased. */

const name = '消去 山田花子';
const contact = { bureau: '商務情報政策局', name, email: 'hanako.yamada@meti.example' };

let cabinet: CabinetAtWork;
let id: string;
let projector: DataSource;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  projector = await dataSource(cabinet.intake.database.url, 'kyogi_projector', { size: 1 }).initialize();
  id = await cabinet.files('METI', 'guideline', { head: { contact, coLeads: [] } });
});
afterAll(async () => {
  await projector?.destroy();
  await cabinet?.close();
});

const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  query(cabinet.intake.database.url, text, values) as Promise<Row[]>;

const drafted = async (): Promise<{ event: LedgerEvent; position: number }> => {
  const [row] = await sql<{ event: LedgerEvent; position: string }>(
    `SELECT l.position, json_build_object('eventId', e.event_id, 'data', data, 'meta', meta) AS event
     FROM events e JOIN event_log l ON l.event_id = e.id WHERE stream_id = $1 AND type = 'DossierDrafted'`,
    [id],
  );
  return { event: row!.event, position: Number(row!.position) };
};

const namePath = ['version', 'body', 'head', 'contact', 'name'];

const erases = async (
  organ: string,
  role: 'SECR_DIRECTOR' | 'SECR_REVIEWER' | 'DESK',
  body: object,
  key = randomUUID(),
  dossierId = id,
) => {
  const { person } = cabinet.as(organ, role);
  await cabinet.as(organ, role).reads('/v1/inbox');
  return cabinet.intake.send(`/v1/dossiers/${dossierId}/erase-payload`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    token: await cabinet.intake.tokenOf(person),
    body: JSON.stringify(body),
  });
};

/** Tables in which a text stands anywhere. */
const tablesWith = async (text: string): Promise<string[]> => {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const table of tables) {
    const [row] = await sql<{ n: string }>(
      `SELECT count(*) AS n FROM ${table.name} t WHERE strpos(t::text, $1) > 0`,
      [text],
    );
    if (Number(row!.n) > 0) found.push(table.name);
  }
  return found;
};

describe('words that must not be kept', () => {
  const salt = randomBytes(32);
  let entry: Buffer;

  it('are erased by nobody but the director, and only where there are words', async () => {
    const { event } = await drafted();
    const body = { eventId: event.eventId, paths: [namePath], reason: '本人の求め' };
    expect((await erases('METI', 'DESK', body)).status).toBe(403);
    expect((await erases('HQ', 'SECR_REVIEWER', body)).status).toBe(403);
    const faults = [
      [{ ...body, eventId: randomUUID() }, 404],
      [{ ...body, paths: [['version', 'no']] }, 422],
      [{ ...body, paths: [['version', 'sha256']] }, 422],
      [{ ...body, paths: [] }, 400],
      [{ ...body, reason: '' }, 400],
    ] as const;
    for (const [wrong, status] of faults)
      expect((await erases('HQ', 'SECR_DIRECTOR', wrong)).status).toBe(status);
    expect(await tablesWith(name)).toContain('public.events');
  });

  it('wait until the transparency log has committed to them', async () => {
    const { event, position } = await drafted();
    // Another leaf: the log is kept, and has not come to this event.
    await sql(`INSERT INTO evidence.leaves (position, entry, salt) VALUES (1000000, '\\x00', $1)`, [salt]);
    const body = { eventId: event.eventId, paths: [namePath], reason: '本人の求め' };
    const early = await erases('HQ', 'SECR_DIRECTOR', body);
    expect([early.status, early.json.retryAfterSeconds]).toEqual([503, 2]);
    const secret = { salt, payload: { data: event.data, meta: event.meta }, person: event.meta.actor.person };
    const at = { position, eventId: event.eventId, type: 'DossierDrafted', stream: id, streamVersion: 1 };
    entry = leafBytes(leafOf({ ...at, time: '2026-11-26T00:00:00Z' }, secret));
    await sql(`INSERT INTO evidence.leaves (position, entry, salt) VALUES ($1, $2, $3)`, [
      position,
      entry,
      salt,
    ]);
    expect(isOfLeaf(parseLeaf(entry), secret)).toBe(true);
  });

  it('are gone from the record; the answer says where else they stand', async () => {
    const { event, position } = await drafted();
    // A process that has read the case, and one who looks and is never told of what comes later.
    const files = new CaseFiles(projector);
    expect(JSON.stringify([await files.events(id, position), await files.at(id, position)])).toContain(name);
    const email = [...namePath.slice(0, -1), 'email'];
    const body = { eventId: event.eventId, paths: [namePath, email], reason: '本人の求め' };
    const key = randomUUID();
    const done = await erases('HQ', 'SECR_DIRECTOR', body, key);
    expect([done.status, done.json.remaining]).toEqual([200, []]);
    const again = await erases('HQ', 'SECR_DIRECTOR', body, key);
    expect([again.status, again.json.version]).toEqual([200, done.json.version]);
    const { event: after } = await drafted();
    const { version } = after.data as { version: { body: { head: object } } };
    expect(version.body.head).toMatchObject({ contact: { bureau: contact.bureau, name: erased } });
    expect(canonical(version)).not.toContain('@meti.example');
    const [fact] = await cabinet.events(id, 'PayloadErased');
    expect(fact!.data).toMatchObject({ eventId: event.eventId, paths: [namePath, email], removed: [email] });
    expect(canonical(fact!.data)).not.toContain(name);
    for (const upTo of [position, position, 1_000_000]) {
      const seen = JSON.stringify([await files.events(id, upTo), await files.at(id, upTo)]);
      expect(seen).toContain(erased);
      expect(seen).not.toContain(name);
    }
  });

  it('were erased, and that is not erased', async () => {
    const [row] = await sql<{ id: string }>(
      `SELECT event_id AS id FROM events WHERE stream_id = $1 AND type = 'PayloadErased'`,
      [id],
    );
    const body = { eventId: row!.id, paths: [['reason']], reason: '記録' };
    const refused = await erases('HQ', 'SECR_DIRECTOR', body);
    expect([refused.status, refused.json.rule]).toEqual([409, 'erasure-kept']);
  });

  it('cannot be guessed back from the leaf, whose entry stays as it was', async () => {
    const { position, event } = await drafted();
    const [leaf] = await sql<{ entry: Buffer; salt: null }>(
      'SELECT entry, salt FROM evidence.leaves WHERE position = $1',
      [position],
    );
    expect(leaf).toEqual({ entry, salt: null });
    const secret = { salt, payload: { data: event.data, meta: event.meta }, person: event.meta.actor.person };
    expect(isOfLeaf(parseLeaf(leaf!.entry), secret)).toBe(false);
  });

  it('are not in what the running processes remember: the case goes on without them', async () => {
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    const all = JSON.stringify(await cabinet.reads('METI', `/v1/dossiers/${id}/consultation`));
    expect(all).not.toContain(name);
  });

  it('go from every read model, which is built anew', async () => {
    // As if it had been a while ago: a generation begun before may still be read by a transaction under way.
    await sql(`UPDATE erasures SET applied_at = applied_at - interval '60 s'`);
    await sql(`UPDATE hq.read_models SET created_at = created_at - interval '2 min' WHERE state = 'live'`);
    await eventually(async () => {
      // Likewise what was retired is kept for a while for queries that began before.
      await sql(
        `UPDATE hq.read_models SET retired_at = retired_at - interval '1 min' WHERE state = 'retired'`,
      );
      expect(await tablesWith(name)).toEqual([]);
    }, 30_000);
    expect(JSON.stringify(await cabinet.reads('METI', `/v1/dossiers/${id}`))).toContain(erased);
  });

  it('leave the index of filings, which is still asked for what is left', async () => {
    const word = 'zzyzxov';
    const other = await cabinet.files('MIC', 'initiative', {
      head: { coLeads: [], summary: `by ${word} and others` },
    });
    await cabinet.workIsDone();
    await eventually(async () => expect(await tablesWith(word)).toContain('review.terms'));
    const [row] = await sql<{ id: string; position: string; v: number }>(
      `SELECT e.event_id AS id, l.position FROM events e JOIN event_log l ON l.event_id = e.id WHERE stream_id = $1 AND version = 1`,
      [other],
    );
    const leaf = [row!.position, Buffer.from('{}'), salt];
    await sql(`INSERT INTO evidence.leaves (position, entry, salt) VALUES ($1, $2, $3)`, leaf);
    const body = { eventId: row!.id, paths: [['version', 'body', 'head', 'summary']], reason: '本人の求め' };
    const { status } = await erases('HQ', 'SECR_DIRECTOR', body, randomUUID(), other);
    expect(status).toBe(200);
    await eventually(async () => {
      const left = await tablesWith(word);
      expect(left.filter((table) => table.startsWith('review.'))).toEqual([]);
    });
    const filed = await sql('SELECT FROM review.filings WHERE dossier_id = $1 AND until_position IS NULL', [
      other,
    ]);
    expect(filed).toHaveLength(1);
  });

  it('stay out of reach of a plain UPDATE, also for the owner of the tables', async () => {
    await expect(sql(`UPDATE events SET data = '{}' WHERE stream_id = $1`, [id])).rejects.toMatchObject({
      code: 'KY405',
    });
  });
});
