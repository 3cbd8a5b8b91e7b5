import pg from 'pg';
import { ulid } from 'ulid';
import { dossierType } from '#contracts';
import { TestSystem } from '../support/system';

const commandCount = 1_000;
const { example } = dossierType('initiative');
const draft = { type: 'initiative', ...example };

interface Page {
  items: { dossierId: string }[];
  next: string | null;
}

describe('kill -9 of every process in turn, while a thousand commands run', () => {
  const system = new TestSystem();
  const ids = Array.from({ length: commandCount }, () => ulid());
  const acknowledged = new Map<string, number>();
  let token = '';

  const send = async (dossierId: string) => {
    const answer = await system.command(token, dossierId, 'draft-dossier', draft);
    expect(answer.status).toBe(201);
    acknowledged.set(dossierId, ((await answer.json()) as { position: number }).position);
  };

  /** Milliseconds between two commands of one client, so that there are commands under way at every kill. */
  let pace = 150;

  /** Four clients that share the list. */
  const clients = (list: string[]) =>
    Array.from({ length: 4 }, async () => {
      for (let id = list.shift(); id; id = list.shift()) {
        await send(id);
        if (pace) await new Promise((resolve) => setTimeout(resolve, pace));
      }
    });

  const registered = async (minPosition: number): Promise<string[]> => {
    const found: string[] = [];
    let next: string | null = '';
    do {
      const page: Page = await system.query(
        token,
        `/v1/dossiers?limit=100${next ? `&cursor=${next}` : ''}`,
        minPosition,
      );
      found.push(...page.items.map(({ dossierId }) => dossierId));
      next = page.next;
    } while (next);
    return found;
  };

  beforeAll(async () => {
    await system.start();
    token = await system.token('mlit-desk');
  }, 120_000);
  afterAll(() => system.stop(), 60_000);

  it('acknowledged, in the ledger and in the register agree, and positions are dense', async () => {
    const waiting = [...ids];
    const running = clients(waiting);
    for (const name of ['intake', 'headquarters', 'review', 'redis', 'issuer', 'postgres', 'intake'])
      await system.kill(name);
    await system.killSupervisor();
    expect(waiting.length).toBeGreaterThan(0);
    await system.start();
    pace = 0;
    await Promise.all(running);

    expect(acknowledged.size).toBe(commandCount);
    const db = new pg.Client({ connectionString: system.running.DATABASE_URL });
    await db.connect();
    const { rows } = await db.query<{ drafted: number; streams: number; last: number; numbered: number }>(
      `SELECT (SELECT count(*)::int FROM events WHERE type = 'DossierDrafted') AS drafted, (SELECT count(*)::int FROM streams) AS streams,
              (SELECT max(position)::int FROM event_log) AS last, (SELECT count(*)::int FROM event_log) AS numbered`,
    );
    await db.end();
    expect(rows[0]).toEqual({
      drafted: commandCount,
      streams: commandCount,
      last: rows[0]?.numbered,
      numbered: commandCount * 2,
    });
    const inRegister = await registered(Math.max(...acknowledged.values()));
    expect(new Set(inRegister)).toEqual(new Set(ids));
    expect(inRegister).toHaveLength(commandCount);
  }, 240_000);
});
