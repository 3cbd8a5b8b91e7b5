import { dossierType } from '#contracts';
import { cabinetFile, loadCabinet } from '#platform';
import { newDossierId, TestApp, type Answered } from '../support/app';
import { query } from '../support/database';

const { example } = dossierType('guideline');

/** What became of one round that all organs answered at once. */
export interface Joined {
  asked: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  /** Organs with a position in the ledger. */
  recorded: number;
  /** Events by type. */
  events: Record<string, number>;
  /** Milliseconds until the last answer was given. */
  ms: number;
}

const must = (answered: Answered, what: string): Answered => {
  if (answered.status < 300) return answered;
  throw new Error(`${what}: ${answered.status} ${answered.text}`);
};

/** A cabinet whose organs all answer at once, through several intake processes on one database. */
export class Rush {
  private readonly tokens = new Map<string, string>();

  private constructor(
    readonly doors: readonly TestApp[],
    private readonly organs: readonly string[],
  ) {}

  static async start(doors: number): Promise<Rush> {
    const first = await TestApp.start();
    const others = Array.from({ length: doors - 1 }, () => TestApp.start(undefined, {}, first));
    const today = new Date().toISOString().slice(0, 10);
    const { organs } = loadCabinet(cabinetFile(first.config));
    const asked = organs.filter(
      ({ slug, secretariat, validTo }) => slug !== 'DA' && !secretariat && (!validTo || validTo > today),
    );
    const rush = new Rush(
      [first, ...(await Promise.all(others))],
      asked.map(({ slug }) => slug),
    );
    for (const { slug } of asked) await rush.official(slug, 'LIAISON');
    for (const role of ['DESK', 'MIN_APPROVER', 'LIAISON']) await rush.official('DA', role);
    await rush.official('HQ', 'SECR_INTAKE');
    return rush;
  }

  async close(): Promise<void> {
    for (const door of [...this.doors].reverse()) await door.close();
  }

  /** A round in which every organ of the cabinet is asked, and all of them answer at once. */
  async race(): Promise<Joined> {
    const id = await this.opened();
    const began = Date.now();
    const answers = await Promise.all(
      this.organs.map((organ, i) =>
        this.asks(organ, 'LIAISON', id, 'set-position', { roundNo: 1, organ, position: 'CONCUR' }, i),
      ),
    );
    const ms = Date.now() - began;
    must(await this.asks('DA', 'LIAISON', id, 'conclude-round', { roundNo: 1 }), 'conclude-round');
    return {
      asked: this.organs.length,
      ms,
      statuses: counted(answers.map(({ status }) => String(status))),
      ...(await this.ledger(id)),
    };
  }

  private async ledger(id: string): Promise<Pick<Joined, 'recorded' | 'events'>> {
    const rows = await query(
      this.doors[0]!.database.url,
      `SELECT type, data ->> 'organ' AS organ FROM events WHERE stream_id = $1`,
      [id],
    );
    const set = rows.filter(({ type }) => type === 'PositionSet').map(({ organ }) => organ);
    return { recorded: new Set(set).size, events: counted(rows.map(({ type }) => String(type))) };
  }

  private async opened(): Promise<string> {
    const id = newDossierId();
    const participants = this.organs.map((organ) => ({ organ, mode: 'CONCUR' }));
    const steps: [string, string, string, object][] = [
      ['DA', 'DESK', 'draft-dossier', { type: 'guideline', ...example }],
      ['DA', 'DESK', 'request-approval', {}],
      ['DA', 'MIN_APPROVER', 'approve-dossier', {}],
      ['DA', 'LIAISON', 'file-dossier', {}],
      ['HQ', 'SECR_INTAKE', 'accept-dossier', {}],
      ['DA', 'LIAISON', 'open-round', { participants }],
    ];
    for (const [organ, role, command, data] of steps)
      must(await this.asks(organ, role, id, command, data), command);
    return id;
  }

  private asks(organ: string, role: string, id: string, command: string, data: object, i = 0) {
    const door = this.doors[i % this.doors.length]!;
    const token = this.tokens.get(`${organ} ${role}`)!;
    return door.command('', id, command, data, { token });
  }

  private async official(organ: string, role: string): Promise<void> {
    const [door] = this.doors;
    const person = `${organ}-${role}`.toLowerCase().replaceAll('_', '-');
    await door!.register(person, role, organ);
    this.tokens.set(`${organ} ${role}`, await door!.tokenOf(person));
  }
}

const counted = (values: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
