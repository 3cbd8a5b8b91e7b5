import type { Cabinet, People } from '#contracts';
import { loadCabinetInto } from '#identity';
import { cabinetFile, ConfigError, loadCabinet, loadPeople, peopleFile, pool, readConfig } from '#platform';
import { createDatabase, query, type TestDatabase } from '../support/database';

const issuer = 'https://login.example.go.jp';
let db: TestDatabase;
let cabinet: Cabinet;
let people: People;
beforeAll(async () => {
  db = await createDatabase();
  const config = readConfig({ DATABASE_URL: db.url });
  cabinet = loadCabinet(cabinetFile(config));
  people = loadPeople(peopleFile(config), cabinet);
  await loadCabinetInto(db.url, { cabinet, people, issuer });
}, 60_000);
afterAll(() => db?.drop());

const load = (changed: Partial<People['people'][number]>, id = 'meti-desk') => {
  const list = people.people.map((person) => (person.id === id ? { ...person, ...changed } : person));
  return loadCabinetInto(db.url, { cabinet, people: { people: list }, issuer });
};
const epoch = async () => Number((await query(db.url, 'SELECT epoch FROM authority'))[0]?.epoch);
const roles = async (person: string) => {
  const sql = 'SELECT role, organ FROM identity.assignments WHERE person_id = $1 ORDER BY role';
  return (await query(db.url, sql, [person])).map(({ role, organ }) => `${String(role)} ${String(organ)}`);
};

describe('the cabinet loader', () => {
  it('writes every organ, and an account at the issuer for every person', async () => {
    const [counts] = await query(
      db.url,
      `SELECT (SELECT count(*)::int FROM identity.organs) AS organs, (SELECT count(*)::int FROM identity.persons) AS persons,
              (SELECT count(DISTINCT person_id)::int FROM identity.accounts WHERE issuer = $1) AS reachable`,
      [issuer],
    );
    const all = people.people.length;
    expect(counts).toEqual({ organs: cabinet.organs.length, persons: all, reachable: all });
  });

  it('writes nothing the second time, so that nobody has to decide again', async () => {
    const before = await epoch();
    const loaded = await loadCabinetInto(db.url, { cabinet, people, issuer });
    expect(loaded).toEqual({ organs: 0, people: 0, accounts: 0, assignments: 0, removed: 0 });
    expect(await epoch()).toBe(before);
  });

  it('takes away what the file does not give any more, and raises the epoch once', async () => {
    const before = await epoch();
    const loaded = await load({ assignments: [{ role: 'LIAISON', organ: 'METI' }] });
    expect(loaded).toMatchObject({ assignments: 1, removed: 1 });
    expect(await roles('meti-desk')).toEqual(['LIAISON METI']);
    expect(await epoch()).toBe(before + 1);
  });

  it('leaves people alone that the file does not declare', async () => {
    await query(db.url, `INSERT INTO identity.persons VALUES ('hired-by-hand', 'n', 'METI')`);
    await query(
      db.url,
      `INSERT INTO identity.assignments (person_id, role, organ) VALUES ('hired-by-hand', 'DESK', 'METI')`,
    );
    await loadCabinetInto(db.url, { cabinet, people, issuer });
    expect(await roles('hired-by-hand')).toEqual(['DESK METI']);
  });

  it('moves an account to its new owner', async () => {
    await load({ accounts: [{ subject: 'meti-desk' }, { subject: 'sato' }] });
    await load({ accounts: [{ subject: 'meti-desk' }] });
    await load({ accounts: [{ subject: 'meti-liaison' }, { subject: 'sato' }] }, 'meti-liaison');
    const rows = await query(db.url, `SELECT person_id FROM identity.accounts WHERE subject = 'sato'`);
    expect(rows).toEqual([{ person_id: 'meti-liaison' }]);
  });

  it('says what is missing when an account names no issuer and none is set', async () => {
    const nowhere = loadCabinetInto(db.url, { cabinet, people, issuer: undefined });
    await expect(nowhere).rejects.toThrow(ConfigError);
    await expect(nowhere).rejects.toThrow(/^OIDC_ISSUER is not set/);
  });
});

describe('the directory', () => {
  it.each(['kyogi_app', 'kyogi_reader', 'kyogi_projector', 'kyogi_verifier'] as const)(
    'is read-only for %s',
    async (role) => {
      const as = pool(db.url, role, { size: 1 });
      try {
        expect((await as.query('SELECT 1 FROM identity.assignments')).rowCount).toBeGreaterThan(0);
        for (const table of ['organs', 'persons', 'accounts', 'assignments']) {
          await expect(as.query(`DELETE FROM identity.${table}`)).rejects.toMatchObject({ code: '42501' });
          await expect(as.query(`INSERT INTO identity.${table} DEFAULT VALUES`)).rejects.toMatchObject({
            code: '42501',
          });
        }
      } finally {
        await as.end();
      }
    },
  );
});
