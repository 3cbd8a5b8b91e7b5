import { newDossierId, newKey, TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { eventCount, initiativeAt, initiativeBody } from '../support/journey';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
}, 60_000);
afterAll(() => app?.close());

const draft = (person: string, lead = 'METI') =>
  app.command(person, newDossierId(), 'draft-dossier', {
    ...initiativeBody(),
    head: { ...initiativeBody().head, lead },
  });
const epoch = async () => Number((await query(app.database.url, 'SELECT epoch FROM authority'))[0]?.epoch);

describe('a change of who may do what', () => {
  it('bites at the next command, although the process knew the person a moment ago', async () => {
    await app.register('temp', 'DESK', 'METI');
    expect(
      await eventually(
        async () => (await draft('temp')).status === 201 || Promise.reject(new Error('not yet')),
      ),
    ).toBe(true);
    await app.revoke('temp', 'DESK', 'METI');
    expect(await draft('temp')).toMatchObject({
      status: 403,
      json: { type: expect.stringContaining('/not-permitted') },
    });
  });

  it('lets nothing through that begins after it, under full load', async () => {
    await app.register('busy', 'DESK', 'METI');
    const id = await initiativeAt(app, 'DRAFT');
    await eventually(async () => expect((await draft('busy')).status).toBe(201));
    let revoked = false;
    const late: number[] = [];
    const early: number[] = [];
    const write = async () => {
      for (let done = false; !done;) {
        const after = revoked;
        const head = { ...initiativeBody().head, summary: newKey() };
        const { status } = await app.command('busy', id, 'revise-dossier', { type: 'initiative', head });
        (after ? late : early).push(status);
        done = after;
      }
    };
    const writers = Array.from({ length: 8 }, write);
    await eventually(() => expect(early.length).toBeGreaterThan(30));
    await app.revoke('busy', 'DESK', 'METI');
    revoked = true;
    await Promise.all(writers);
    expect(early).toContain(200);
    // Not even there for the person any more: no assignment in a ministry that may see the draft.
    expect(new Set(late)).toEqual(new Set([404]));
  });

  it('gives a new role at the next command', async () => {
    await app.register('novice', 'OBSERVER', 'METI');
    expect(await eventually(async () => expect((await draft('novice')).status).toBe(403))).toBeUndefined();
    await app.register('novice', 'DESK', 'METI');
    expect((await draft('novice')).status).toBe(201);
  });

  it('closes the door to an account that is taken away, whatever roles the person has', async () => {
    await app.register('leaver', 'DESK', 'METI');
    await eventually(async () => expect((await draft('leaver')).status).toBe(201));
    await query(app.database.url, `DELETE FROM identity.accounts WHERE subject = 'leaver'`);
    expect(await draft('leaver')).toMatchObject({ status: 403 });
  });

  it('does not disturb others: a command decided under the old epoch is decided again', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    const before = await epoch();
    await app.register('somebody', 'DESK', 'MIC');
    expect(await epoch()).toBe(before + 1);
    expect(await app.command('meti-desk', id, 'request-approval', {})).toMatchObject({ status: 200 });
    expect(await eventCount(app, id)).toBeGreaterThan(0);
  });
});

describe('an assignment', () => {
  const dated = async (person: string, from: string | null, to: string | null) => {
    await app.register(person, 'DESK', 'METI');
    const sql = 'UPDATE identity.assignments SET valid_from = $2, valid_to = $3 WHERE person_id = $1';
    await query(app.database.url, sql, [person, from, to]);
  };

  it.each([
    ['past', '2020-01-01', '2021-01-01', 403],
    ['future', '2090-01-01', null, 403],
    ['present', '2020-01-01', '2090-01-01', 201],
  ])('counts while it is in force (%s)', async (person, from, to, status) => {
    await dated(person, from, to);
    await eventually(async () => expect((await draft(person)).status).toBe(status));
  });
});
