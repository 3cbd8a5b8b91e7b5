import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  cabinetFile,
  Clock,
  createApp,
  loadCabinet,
  loadPeople,
  peopleFile,
  readConfig,
  type AppSettings,
  type Config,
} from '#platform';
import { loadCabinetInto } from '#identity';
import { ulid } from 'ulid';
import { intake } from '../../apps/intake/src/app';
import { createDatabase, query, type TestDatabase } from './database';
import { startIssuer, type TestIssuer } from './issuer';

export interface Sent {
  token?: string | undefined;
  body?: unknown;
  method?: string;
  /** A header of undefined is left out. */
  headers?: Record<string, string | undefined>;
}

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The body as JSON; undefined when it is none. */
  json: Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** Names a new request. */
export const newKey = (): string => randomUUID();
export const newDossierId = (): string => ulid();

const parsed = (text: string): Answered['json'] => {
  try {
    return JSON.parse(text) as Answered['json'];
  } catch {
    return undefined as unknown as Answered['json'];
  }
};

/** A process on a database of its own with the cabinet japan, asked over a real socket. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly database: TestDatabase,
    readonly issuer: TestIssuer,
    readonly config: Config,
    private readonly owned: boolean,
  ) {}

  /** With `beside`, on the database and issuer of another one. */
  static async start(
    settings: AppSettings = intake,
    more: Record<string, string> = {},
    beside?: TestApp,
  ): Promise<TestApp> {
    const database = beside?.database ?? (await createDatabase());
    const issuer = beside?.issuer ?? (await startIssuer());
    const config = readConfig({
      ...{
        DATABASE_URL: database.url,
        REDIS_URL: process.env.TEST_REDIS_URL,
        LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
      },
      ...{ OIDC_ISSUER: issuer.url, OIDC_JWKS_URL: issuer.jwksUrl },
      ...more,
    });
    if (!beside) {
      const cabinet = loadCabinet(cabinetFile(config));
      const people = loadPeople(peopleFile(config), cabinet);
      await loadCabinetInto(database.url, { cabinet, people, issuer: issuer.url });
    }
    const app = await createApp(settings, config);
    await app.listen(0, '127.0.0.1');
    return new TestApp(app, await app.getUrl(), database, issuer, config, !beside);
  }

  async close(): Promise<void> {
    await this.app.close();
    if (!this.owned) return;
    await this.issuer.close();
    await this.database.drop();
  }

  /** Gives a person, made if need be, a role in an organ. */
  async register(person: string, role: string, organ: string): Promise<void> {
    await query(
      this.database.url,
      `WITH p AS (INSERT INTO identity.persons (id, name, home_organ) VALUES ($1, $1, $3) ON CONFLICT DO NOTHING),
       a AS (INSERT INTO identity.accounts VALUES ($4, $1, $1) ON CONFLICT DO NOTHING)
       INSERT INTO identity.assignments (person_id, role, organ) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [person, role, organ, this.issuer.url],
    );
  }

  /** Takes a role in an organ away from a person. */
  async revoke(person: string, role: string, organ: string): Promise<void> {
    const sql = 'DELETE FROM identity.assignments WHERE person_id = $1 AND role = $2 AND organ = $3';
    await query(this.database.url, sql, [person, role, organ]);
  }

  /** Grants a delegation that is in force now. */
  async standIn(from: string, to: string, role: string, organ: string, kind: string): Promise<string> {
    const day = (ahead: number) =>
      new Date(this.app.get(Clock).now().getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
    const terms = { to, role, organ, kind, validFrom: day(-1), validTo: day(20), reason: '不在のため' };
    const answered = await this.send(`/v1/delegations/${newDossierId()}/grant-delegation`, {
      method: 'POST',
      token: await this.tokenOf(from),
      body: JSON.stringify(terms),
      headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    });
    if (answered.status !== 201 && answered.json.rule !== 'delegation-overlap')
      throw new Error(`grant-delegation: ${answered.status} ${answered.text}`);
    return answered.json.delegationId as string;
  }

  tokenOf(subject: string): Promise<string> {
    return this.issuer.tokens.token(subject);
  }

  async send(path: string, { token, body, method = 'GET', headers = {} }: Sent = {}): Promise<Answered> {
    const given = Object.entries({ ...(token && { authorization: `Bearer ${token}` }), ...headers });
    const response = await fetch(this.url + path, {
      method,
      headers: given.filter((pair): pair is [string, string] => pair[1] !== undefined),
      ...(body !== undefined && { body: body as string }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  }

  /** A command with good headers; `headers` replaces some. Without If-Match it is for any version. */
  async command(
    person: string,
    dossierId: string,
    path: string,
    data: unknown,
    sent: Sent = {},
  ): Promise<Answered> {
    const creates = path === 'draft-dossier';
    return this.send(`/v1/dossiers/${dossierId}/${path}`, {
      method: 'POST',
      token: sent.token ?? (await this.tokenOf(person)),
      body: JSON.stringify(data),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': newKey(),
        ...(!creates && { 'if-match': '*' }),
        ...sent.headers,
      },
    });
  }
}
