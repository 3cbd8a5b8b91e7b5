import {
  dossierTypes,
  parseEvent,
  type Actor,
  type DomainEvent,
  type DossierBody,
  type Head,
  type Participant,
  type Procedure,
} from '#contracts';
import { EventStore } from '#event-store';
import { pool } from '#platform';
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { ulid } from 'ulid';

type HeadChange = Partial<Head> & { content?: object };

export const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A sound body of a type: the type's example with changes. */
export const body = (
  type: 'initiative' | 'guideline' | 'oral-item',
  { content, ...head }: HeadChange = {},
): DossierBody => {
  const found = dossierTypes.find((candidate) => candidate.type === type)!;
  const example = structuredClone(found.example);
  return {
    type,
    head: {
      coLeads: [],
      pillars: [],
      competenceTags: [],
      marking: { confidentiality: 1, handling: [] },
      ...example.head,
      ...head,
    },
    content: { ...example.content, ...content },
    clauses: example.clauses,
  } as unknown as DossierBody;
};

export const procedureFor = (type: string): Procedure =>
  dossierTypes.find((candidate) => candidate.type === type)!.procedures.at(-1)!;

export const participant = (
  organ: string,
  mandatoryExplicit = false,
  mode: Participant['mode'] = 'CONCUR',
): Participant => ({
  organ,
  mode,
  mandatoryExplicit,
  reasons: ['default consultee'],
});

export const actor = (organ: string, role: Actor['role'] = 'LIAISON'): Actor => ({
  person: `${organ.toLowerCase()}-person`,
  organ,
  role,
});

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** One dossier's story, told event by event; each is checked against its schema when it is added. */
export class Story {
  readonly id: string;
  stage = 'DRAFT';
  versionNo = 0;
  roundNo = 0;
  waiting: string[] = [];
  clocks = 0;
  readonly events: { event: DomainEvent; actor: Actor }[] = [];

  constructor(
    readonly type: 'initiative' | 'guideline' | 'oral-item' = 'initiative',
    public head: HeadChange = {},
    id = ulid(),
  ) {
    this.id = id;
  }

  get lead(): string {
    return this.body().head.lead;
  }

  body(): DossierBody {
    return body(this.type, this.head);
  }

  add(event: DomainEvent, by: Actor = actor(this.lead)): this {
    this.events.push({ event, actor: by });
    if ('stage' in event.data) this.stage = event.data.stage;
    return this;
  }

  version() {
    this.versionNo += 1;
    const at = new Date().toISOString();
    return { no: this.versionNo, body: this.body(), sha256: this.hash(), person: 'meti-desk', at };
  }

  hash(): string {
    return sha(`${this.id} ${this.versionNo}`);
  }

  drafted(): this {
    const { name, version, initial } = procedureFor(this.type);
    return this.add({
      type: 'DossierDrafted',
      data: { stage: initial, procedure: { name, version, hash: sha(name) }, version: this.version() },
    });
  }

  revised(head: HeadChange = {}): this {
    this.head = { ...this.head, ...head };
    return this.add({ type: 'DossierRevised', data: { stage: 'DRAFT', version: this.version() } });
  }

  approved(): this {
    this.add({ type: 'ApprovalRequested', data: { stage: 'MIN_APPROVAL', versionNo: this.versionNo } });
    return this.add(
      {
        type: 'DossierApproved',
        data: { stage: 'APPROVED', versionNo: this.versionNo, sha256: this.hash() },
      },
      actor(this.lead, 'MIN_APPROVER'),
    );
  }

  filed(): this {
    if (this.versionNo === 0) this.drafted();
    if (this.stage === 'DRAFT') this.approved();
    return this.add({
      type: 'DossierFiled',
      data: { stage: 'FILED', versionNo: this.versionNo, sha256: this.hash() },
    });
  }

  accepted(): this {
    if (this.stage !== 'FILED') this.filed();
    return this.add(
      { type: 'DossierAccepted', data: { stage: 'ACCEPTED', unchecked: false } },
      actor('HQ', 'SECR_INTAKE'),
    );
  }

  returned(): this {
    return this.add(
      { type: 'DossierReturned', data: { stage: 'RETURNED', reasons: ['予算の欄が空です'] } },
      actor('HQ', 'SECR_INTAKE'),
    );
  }

  inReview(): this {
    if (this.stage !== 'ACCEPTED') this.accepted();
    return this.add({ type: 'ReviewBegun', data: { stage: 'IN_REVIEW' } }, actor('HQ', 'SECR_REVIEWER'));
  }

  consulted(participants: Participant[]): this {
    this.roundNo += 1;
    this.waiting = participants.map(({ organ }) => organ);
    return this.add({
      type: 'RoundOpened',
      data: {
        ...{
          stage: 'CONSULTATION',
          roundNo: this.roundNo,
          kind: 'FULL',
          versionNo: this.versionNo,
          sha256: this.hash(),
        },
        ...{ openedAt: later(0), dueAt: later(14), minimumDays: 10, basis: 'up to 20 pages', participants },
      },
    });
  }

  position(organ: string, position: 'CONCUR' | 'OBJECT' | 'NO_OPINION' = 'CONCUR'): this {
    this.waiting = this.waiting.filter((one) => one !== organ);
    return this.add(
      { type: 'PositionSet', data: { roundNo: this.roundNo, organ, position, late: false } },
      actor(organ),
    );
  }

  concluded(stage = this.type === 'guideline' ? 'CONSULTED' : 'IN_REVIEW'): this {
    return this.add({
      type: 'RoundConcluded',
      data: { stage, roundNo: this.roundNo, outcome: 'AGREED', sha256: this.hash() },
    });
  }

  endorsed(): this {
    if (this.stage !== 'IN_REVIEW') this.inReview();
    return this.add(
      { type: 'DossierEndorsed', data: { stage: 'ENDORSED', conditions: [] } },
      actor('HQ', 'SECR_APPROVER'),
    );
  }

  withdrawn(): this {
    return this.add({ type: 'DossierWithdrawn', data: { stage: 'WITHDRAWN', reason: '予算が付かない' } });
  }

  clock(clock: string, holder: string, dueInDays: number): this {
    this.clocks += 1;
    const [startedAt, warnAt, dueAt] = [later(-30), later(dueInDays - 2), later(dueInDays)];
    return this.add({
      type: 'ClockStarted',
      data: {
        clock,
        epoch: this.clocks,
        holder,
        startedAt,
        warnAt,
        dueAt,
        overdueAt: [later(dueInDays + 1)],
      },
    });
  }
}

/** Writes stories into the ledger, as kyogi_app, and gives every event its position at once. */
export class Given {
  private readonly app: Pool;
  private readonly store: EventStore;
  private readonly written = new Map<string, number>();

  constructor(url: string) {
    this.app = pool(url, 'kyogi_app', { size: 4 });
    this.store = new EventStore(this.app);
  }

  /** Appends what is new in a story. @returns the position of its last event */
  async tell(story: Story): Promise<number> {
    const from = this.written.get(story.id) ?? 0;
    const fresh = story.events.slice(from);
    for (let i = 0; i < fresh.length;) {
      const by = fresh[i]!.actor;
      const events = [];
      for (
        ;
        i < fresh.length && fresh[i]!.actor.role === by.role && fresh[i]!.actor.organ === by.organ;
        i++
      ) {
        const { type, data } = parseEvent(fresh[i]!.event.type, 1, fresh[i]!.event.data);
        events.push({ eventId: randomUUID(), type, v: 1, data });
      }
      const meta = { actor: by, command: 'Given', commandId: randomUUID(), correlationId: randomUUID() };
      await this.store.append({ streamId: story.id, expected: 'any', events, meta });
    }
    this.written.set(story.id, story.events.length);
    return this.number();
  }

  /** Appends an event as it is, however unsound. */
  async tellRaw(streamId: string, type: string, data: object): Promise<number> {
    const meta = { actor: actor('METI'), command: 'Given', commandId: 'c', correlationId: 'c' };
    await this.store.append({
      streamId,
      expected: 'any',
      events: [{ eventId: randomUUID(), type, v: 1, data }],
      meta,
    });
    return this.number();
  }

  /** Numbers what waits. @returns the head of the ledger */
  async number(): Promise<number> {
    await this.app.query('SELECT count(*) FROM sequence_events(100000)');
    const { rows } = await this.app.query<{ n: string }>('SELECT n FROM log_head');
    return Number(rows[0]!.n);
  }

  end(): Promise<void> {
    return this.app.end();
  }
}
