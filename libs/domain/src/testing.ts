import * as japanese from '@holiday-jp/holiday_jp';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  Cabinet,
  Problem,
  commandSpec,
  dossierType,
  parseEvent,
  type Actor,
  type Command,
  type CommandData,
  type CommandName,
  type DomainEvent,
  type DossierType,
  type EventName,
  type Role,
} from '#contracts';
import { instantOf } from './clock/index.js';
import { decide } from './decide.js';
import { evolve } from './dossier/evolve.js';
import type { Dossier } from './dossier/state.js';
import type { Setting } from './setting.js';

const cabinet = Cabinet.parse(JSON.parse(readFileSync('cabinets/japan.json', 'utf8')));

/** Japan's cabinet and calendar, for specs. */
export const setting: Setting = {
  cabinet,
  calendar: {
    ...cabinet.calendar,
    firstYear: 1970,
    lastYear: 2050,
    holidays: new Set(Object.keys(japanese.holidays)),
    closures: new Set(cabinet.calendar.extraClosures),
  },
  digest: (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex'),
};

/** An instant by the clocks of Tokyo. */
export const tokyo = (date: string, time = '10:00'): string => instantOf(date, time, 'Asia/Tokyo');

export interface Act {
  by: Actor;
  at: string;
}

export const actor = (
  role: Role,
  organ: string,
  person = `${organ.toLowerCase()}-${role.toLowerCase()}`,
): Actor => ({ person, organ, role });

/** Monday 2026-06-01 10:00 in Tokyo, unless the story says otherwise. */
export const monday = '2026-06-01T01:00:00.000Z';

/** The story of one dossier: commands in order, each decided on the state the earlier ones left. */
export class Story {
  dossier: Dossier | null = null;
  readonly events: DomainEvent[] = [];
  /** Who did each. */
  readonly actors: Actor[] = [];
  /** Events of the last command. */
  last: DomainEvent[] = [];
  at = monday;
  /** Japan's, unless the story needs another policy. */
  world = setting;
  /** Organs that a person is tied to. */
  readonly ties: Record<string, string[]> = {};

  when(name: CommandName, data: object, by: Actor): this {
    const command = {
      name,
      dossierId: '01JD0000000000000000000000',
      data: commandSpec(name).data.parse(data),
      actor: by,
      at: this.at,
      ties: this.ties[by.person] ?? [],
    };
    this.last = decide(this.dossier, command as unknown as Command, this.world);
    for (const event of this.last) this.apply(event, by);
    return this;
  }

  /** The problem a command meets; fails when it is accepted. */
  refused(name: CommandName, data: object, by: Actor): Problem {
    try {
      this.when(name, data, by);
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
    throw new Error(`${name} was accepted: ${this.last.map(({ type }) => type).join(', ')}`);
  }

  of<Name extends EventName>(type: Name): DomainEvent<Name>['data'] | undefined {
    return (this.events.findLast((event) => event.type === type) as DomainEvent<Name> | undefined)?.data;
  }

  get types(): string[] {
    return this.last.map(({ type }) => type);
  }

  /** Takes a story up from events, and from who did each, where that is known. */
  resume(events: readonly DomainEvent[], actors: readonly Actor[] = []): this {
    events.forEach((event, i) => this.apply(event, actors[i] ?? actor('DESK', 'METI', 'someone')));
    return this;
  }

  private apply(event: DomainEvent, by: Actor) {
    this.dossier = evolve(this.dossier, parseEvent(event.type, 1, JSON.parse(JSON.stringify(event.data))), {
      ...by,
      at: this.at,
    });
    this.events.push(event);
    this.actors.push(by);
  }
}

export const desk = (organ: string) => actor('DESK', organ);
export const liaison = (organ: string) => actor('LIAISON', organ);
export const approver = (organ: string) => actor('MIN_APPROVER', organ);
export const intake = actor('SECR_INTAKE', 'HQ');
export const reviewer = actor('SECR_REVIEWER', 'HQ');
export const endorser = actor('SECR_APPROVER', 'HQ');
export const director = actor('SECR_DIRECTOR', 'HQ');
export const kyogi = actor('SYSTEM', 'HQ', 'kyogi');

/** A draft of the type from its own example, changed as the story needs. */
export const exampleBody = (
  type: DossierType,
  change: Record<string, unknown> = {},
  head: Record<string, unknown> = {},
) => {
  const { example } = dossierType(type);
  return {
    type,
    ...example,
    head: { ...example.head, ...head },
    content: { ...example.content, ...change },
  } as unknown as CommandData<'DraftDossier'>;
};

/** Drafted, approved and filed by the ministry of the example. */
export const filed = (
  type: 'initiative' | 'guideline',
  change: Record<string, unknown> = {},
  head: Record<string, unknown> = {},
  at = monday,
): Story => {
  const story = new Story();
  story.at = at;
  const body = exampleBody(type, change, head);
  const { lead } = body.head;
  return story
    .when('DraftDossier', body, desk(lead))
    .when('RequestApproval', {}, desk(lead))
    .when('ApproveDossier', {}, approver(lead))
    .when('FileDossier', {}, liaison(lead));
};

/** A clock's mark reached at its time. */
export const tick = (
  story: Story,
  clock: string,
  mark: 'warn' | 'due' | 'overdue',
  markAt?: string,
): Story => {
  const running = story.dossier?.clocks[clock];
  if (!running) throw new Error(`no clock ${clock}`);
  const at = markAt ?? running.dueAt;
  story.at = at;
  return story.when('TickClock', { clock, epoch: running.epoch, mark, markAt: at }, kyogi);
};
