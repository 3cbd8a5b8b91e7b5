import type { Meta, Role } from '#contracts';
import { dossierType } from '#contracts';
import { instantOf } from '#domain';
import { cabinetFile, loadCabinet } from '#platform';
import { headquarters } from '../../apps/headquarters/src/app';
import { intake } from '../../apps/intake/src/app';
import { review } from '../../apps/review/src/app';
import { newDossierId, TestApp, type Answered } from './app';
import { query } from './database';
import { eventually } from './eventually';

type Json = Answered['json'];

/** An event of a dossier as the ledger has it. */
export interface Recorded {
  type: string;
  data: Json;
  meta: Meta;
}

/** Somebody of an organ in one role; another role is another person. */
export interface Official {
  person: string;
  /** Issues a command, by the last part of its address. Throws with the problem's text when it is refused. */
  does(dossierId: string, command: string, data?: unknown): Promise<Json>;
  /** Issues a command that is to be refused. Throws when it is not. */
  isRefused(dossierId: string, command: string, data?: unknown): Promise<Json>;
  /** What headquarters answers this person; throws unless it is 2xx. It has seen all that was written before. */
  reads(path: string): Promise<Json>;
  readsText(path: string): Promise<string>;
  readsBytes(path: string): Promise<Buffer>;
  /** The problem document of a reading that is to be refused. Throws when it is not. */
  isNotShown(path: string): Promise<Json>;
}

const movable = { KYOGI_MOVABLE_CLOCK: 'true', RECONCILER_MS: '300' };

/** The three processes on one database, over HTTP, with a clock that is moved instead of waited for. */
export class CabinetAtWork {
  private readonly officials = new Map<string, Promise<Official>>();

  private constructor(
    readonly intake: TestApp,
    readonly review: TestApp,
    readonly headquarters: TestApp,
    private readonly timeZone: string,
    private readonly secretariat: string,
  ) {}

  /** `more` adds to the settings of all three, such as KYOGI_CABINET. */
  static async start(more: Record<string, string> = {}): Promise<CabinetAtWork> {
    const settings = { ...movable, ...more };
    const door = await TestApp.start(intake, settings);
    const [reviewing, reading] = await Promise.all(
      [review, headquarters].map((app) => TestApp.start(app, settings, door)),
    );
    const cabinet = loadCabinet(cabinetFile(door.config));
    return new CabinetAtWork(door, reviewing!, reading!, cabinet.calendar.timeZone, cabinet.headquarters);
  }

  async close(): Promise<void> {
    await Promise.all([this.headquarters.close(), this.review.close()]);
    await this.intake.close();
  }

  /**
   * Moves the clocks to an instant: 'YYYY-MM-DD HH:MM' as the cabinet's clocks show it, or ISO 8601. Every deadline on the way has then
   * been decided at its own time, and no work is due any more. The first move may lead anywhere, every further one forward.
   */
  async clockIs(when: string): Promise<void> {
    const now = this.instant(when);
    for (const app of [this.review, this.intake, this.headquarters]) {
      const body = JSON.stringify({ now });
      const headers = { 'content-type': 'application/json' };
      must(await app.send('/operations/clock', { method: 'PUT', headers, body }), `clock at ${when}`);
    }
    await this.workIsDone();
  }

  /** Waits until nothing that is due by the present time of the cabinet is left to do. */
  async workIsDone(): Promise<void> {
    const { json } = must(await this.review.send('/operations/clock'), 'the clock of review');
    await eventually(async () => {
      const open = await query(
        this.intake.database.url,
        `SELECT item_key, attempts, last_error FROM work_items WHERE state = 'due' AND due_at <= $1`,
        [json.now],
      );
      if (open.length > 0) throw new Error(`work is still due: ${JSON.stringify(open)}`);
    }, 30_000);
    const dead = await query(
      this.intake.database.url,
      `SELECT item_key, last_error FROM work_items WHERE state = 'dead'`,
    );
    if (dead.length > 0) throw new Error(`work was given up: ${JSON.stringify(dead)}`);
  }

  /** Somebody of the organ in that role, registered when first named. */
  as(organ: string, role: Role): Official {
    const known = () => this.official(organ, role);
    return {
      person: personOf(organ, role),
      does: async (...asked) => (await known()).does(...asked),
      isRefused: async (...asked) => (await known()).isRefused(...asked),
      reads: async (path) => (await known()).reads(path),
      readsText: async (path) => (await known()).readsText(path),
      readsBytes: async (path) => (await known()).readsBytes(path),
      isNotShown: async (path) => (await known()).isNotShown(path),
    };
  }

  /** What headquarters answers somebody of the organ: a liaison of a ministry, a reviewer of the secretariat. */
  reads(organ: string, path: string): Promise<Json> {
    return this.reader(organ).reads(path);
  }
  readsText(organ: string, path: string): Promise<string> {
    return this.reader(organ).readsText(path);
  }
  readsBytes(organ: string, path: string): Promise<Buffer> {
    return this.reader(organ).readsBytes(path);
  }
  isNotShown(organ: string, path: string): Promise<Json> {
    return this.reader(organ).isNotShown(path);
  }

  /** Drafts a dossier of a ministry with the example of its type; `head` and `content` change it. @returns its id */
  async drafts(
    lead: string,
    type: 'initiative' | 'guideline' | 'oral-item',
    { head = {}, content = {}, clauses }: { head?: object; content?: object; clauses?: unknown } = {},
  ): Promise<string> {
    const { example } = dossierType(type);
    const id = newDossierId();
    await this.as(lead, 'DESK').does(id, 'draft-dossier', {
      type,
      head: { ...example.head, lead, ...head },
      content: { ...example.content, ...content },
      clauses: clauses ?? example.clauses,
    });
    return id;
  }

  /** The same, approved in the ministry and filed by its liaison. */
  async files(...draft: Parameters<CabinetAtWork['drafts']>): Promise<string> {
    const [lead] = draft;
    const id = await this.drafts(...draft);
    await this.as(lead, 'DESK').does(id, 'request-approval');
    await this.as(lead, 'MIN_APPROVER').does(id, 'approve-dossier');
    await this.as(lead, 'LIAISON').does(id, 'file-dossier');
    return id;
  }

  /** The events of a dossier in their order; of one type when it is named. */
  async events(dossierId: string, type?: string): Promise<Recorded[]> {
    const rows = await query(
      this.intake.database.url,
      `SELECT type, data, meta FROM events WHERE stream_id = $1 AND ($2::text IS NULL OR type = $2) ORDER BY version`,
      [dossierId, type],
    );
    return rows as unknown as Recorded[];
  }

  /** An instant of the cabinet's clocks in UTC, as events have it. */
  instant(when: string): string {
    const [date = '', time = ''] = when.split(' ');
    return time === '' ? new Date(when).toISOString() : instantOf(date, time, this.timeZone);
  }

  private reader(organ: string): Official {
    return this.as(organ, organ === this.secretariat ? 'SECR_REVIEWER' : 'LIAISON');
  }

  private official(organ: string, role: Role): Promise<Official> {
    const person = personOf(organ, role);
    const known = this.officials.get(person);
    if (known) return known;
    const made = this.intake.register(person, role, organ).then(() => this.powers(person));
    this.officials.set(person, made);
    return made;
  }

  private powers(person: string): Official {
    const ask = (path: string) => this.ask(person, path);
    return {
      person,
      does: async (id, command, data = {}) =>
        must(await this.intake.command(person, id, command, data), `${person}: ${command}`).json,
      isRefused: async (id, command, data = {}) =>
        refused(await this.intake.command(person, id, command, data), `${person}: ${command}`).json,
      reads: async (path) => must(await ask(path), `${person} reads ${path}`).json,
      readsText: async (path) => must(await ask(path), `${person} reads ${path}`).text,
      readsBytes: async (path) => must(await ask(path), `${person} reads ${path}`).bytes,
      isNotShown: async (path) => refused(await ask(path), `${person} reads ${path}`).json,
    };
  }

  private async ask(person: string, path: string): Promise<Answered & { bytes: Buffer }> {
    const authorization = `Bearer ${await this.headquarters.tokenOf(person)}`;
    const response = await fetch(this.headquarters.url + path, {
      headers: { authorization, 'min-position': String(await this.head()) },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const json = isJson ? (JSON.parse(text) as Json) : {};
    return { status: response.status, headers: response.headers, text, json, bytes };
  }

  /** The head of the log when all that is committed has its position. */
  private head(): Promise<number> {
    return eventually(async () => {
      const [row] = await query(
        this.intake.database.url,
        'SELECT n::int, (SELECT count(*)::int FROM unsequenced) AS waiting FROM log_head',
      );
      if (row?.waiting !== 0) throw new Error('events still wait for their positions');
      return row.n as number;
    });
  }
}

const personOf = (organ: string, role: Role): string => `${organ}-${role}`.toLowerCase().replaceAll('_', '-');

const must = <Found extends Answered>(answered: Found, what: string): Found => {
  if (answered.status >= 200 && answered.status < 300) return answered;
  throw new Error(`${what}: ${answered.status} ${answered.text}`);
};

const refused = <Found extends Answered>(answered: Found, what: string): Found => {
  if (answered.status >= 400 && answered.status < 500) return answered;
  throw new Error(`${what} should have been refused: ${answered.status} ${answered.text}`);
};
