import type { Cabinet, People, Person } from '#contracts';
import { ConfigError, pool } from '#platform';
import type { ClientBase } from 'pg';

interface Source {
  cabinet: Cabinet;
  people: People;
  /** Issuer of accounts that name none. */
  issuer: string | undefined;
}

/** What a load wrote; 0 everywhere when the database had all of it. */
export type Loaded = Record<'organs' | 'people' | 'accounts' | 'assignments' | 'removed', number>;

const organs = `
  INSERT INTO identity.organs AS o (slug, ja, en, protocol_order, parent, tier, valid_from, valid_to, successor)
  SELECT slug, ja, en, "protocolOrder", parent, tier, "validFrom", "validTo", successor
  FROM jsonb_to_recordset($1) AS r (slug text, ja text, en text, "protocolOrder" int, parent text, tier text,
                                    "validFrom" date, "validTo" date, successor text)
  ON CONFLICT (slug) DO UPDATE SET (ja, en, protocol_order, parent, tier, valid_from, valid_to, successor) =
    (excluded.ja, excluded.en, excluded.protocol_order, excluded.parent, excluded.tier, excluded.valid_from, excluded.valid_to,
     excluded.successor)
  WHERE to_jsonb(o) IS DISTINCT FROM to_jsonb(excluded)`;

const persons = `
  INSERT INTO identity.persons AS p (id, name, home_organ, seconded_to, seconded_from)
  SELECT id, name, "homeOrgan", "secondedTo", "secondedFrom"
  FROM jsonb_to_recordset($1) AS r (id text, name text, "homeOrgan" text, "secondedTo" text, "secondedFrom" date)
  ON CONFLICT (id) DO UPDATE SET (name, home_organ, seconded_to, seconded_from) =
    (excluded.name, excluded.home_organ, excluded.seconded_to, excluded.seconded_from)
  WHERE to_jsonb(p) IS DISTINCT FROM to_jsonb(excluded)`;

const accounts = `
  INSERT INTO identity.accounts AS a (issuer, subject, person_id)
  SELECT issuer, subject, person FROM jsonb_to_recordset($1) AS r (issuer text, subject text, person text)
  ON CONFLICT (issuer, subject) DO UPDATE SET person_id = excluded.person_id WHERE a.person_id <> excluded.person_id`;

const assignments = `
  INSERT INTO identity.assignments AS a (person_id, role, organ, valid_from, valid_to)
  SELECT person, role, organ, "from", "to"
  FROM jsonb_to_recordset($1) AS r (person text, role text, organ text, "from" date, "to" date)
  ON CONFLICT ON CONSTRAINT assignments_once DO UPDATE SET valid_to = excluded.valid_to
  WHERE a.valid_to IS DISTINCT FROM excluded.valid_to`;

const goneAccounts = `
  DELETE FROM identity.accounts a WHERE person_id = ANY ($2) AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset($1) AS r (issuer text, subject text, person text)
    WHERE r.issuer = a.issuer AND r.subject = a.subject)`;

const goneAssignments = `
  DELETE FROM identity.assignments a WHERE person_id = ANY ($2) AND NOT EXISTS (
    SELECT FROM jsonb_to_recordset($1) AS r (person text, role text, organ text, "from" date)
    WHERE r.person = a.person_id AND r.role = a.role AND r.organ = a.organ AND r."from" IS NOT DISTINCT FROM a.valid_from)`;

const accountsOf = ({ id, accounts: given }: Person, issuer: string | undefined) => {
  const listed = given.length > 0 ? given : [{ subject: id, issuer: undefined }];
  return listed.map((account) => {
    const at = account.issuer ?? issuer;
    if (!at)
      throw new ConfigError(
        `OIDC_ISSUER is not set: the account ${account.subject} of ${id} names no issuer of its own.`,
      );
    return { issuer: at, subject: account.subject, person: id };
  });
};

/**
 * Makes the directory say what the files say, in one transaction; a second time it writes nothing. Of the people the file declares, accounts
 * and assignments that it does not name any more are removed; people it does not declare are left alone.
 */
export const loadCabinetInto = async (
  databaseUrl: string,
  { cabinet, people, issuer }: Source,
): Promise<Loaded> => {
  const owners = pool(databaseUrl, 'kyogi_owner', { size: 1, name: 'kyogi:load-cabinet' });
  try {
    const client = await owners.connect();
    try {
      return await write(client, { cabinet, people, issuer });
    } finally {
      client.release();
    }
  } finally {
    await owners.end();
  }
};

const write = async (
  client: ClientBase,
  { cabinet, people: { people }, issuer }: Source,
): Promise<Loaded> => {
  const ids = people.map(({ id }) => id);
  const held = people.flatMap((person) => accountsOf(person, issuer));
  const duties = people.flatMap(({ id, assignments: list }) => list.map((one) => ({ person: id, ...one })));
  const run = async (sql: string, rows: object[], more: unknown[] = []) =>
    (await client.query(sql, [JSON.stringify(rows), ...more])).rowCount ?? 0;
  await client.query('BEGIN');
  try {
    const removed = (await run(goneAccounts, held, [ids])) + (await run(goneAssignments, duties, [ids]));
    const loaded = {
      organs: await run(organs, cabinet.organs),
      people: await run(persons, people),
      accounts: await run(accounts, held),
      assignments: await run(assignments, duties),
      removed,
    };
    await client.query('COMMIT');
    return loaded;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
};
