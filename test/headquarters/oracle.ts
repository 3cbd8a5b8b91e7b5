import type { DomainEvent, Head } from '#contracts';
import type { Story } from './given-events';

const SECRETARIAT = ['FILED', 'RETURNED', 'ACCEPTED', 'IN_REVIEW'];
const PARTICIPANTS = ['CONSULTATION', 'CONSULTED', 'SECR_REVIEW'];
const GOVERNMENT = ['ENDORSED', 'ENDORSED_CONDITIONAL', 'ACTIVE', 'DECIDED', 'PUBLISHED', 'IN_FORCE'];
const ENDS = ['WITHDRAWN', 'LAPSED', 'DECLINED_TO_ENDORSE'];
const APPROVAL = ['ApprovalRequested', 'DossierApproved', 'ApprovalRefused'];

/** A dossier as somebody last saw it. */
export interface Look {
  no: number;
  head: Head;
  stage: string;
  /** Number of the event, from 0, by which it came into the stage. */
  since: number;
  /** Due times of running clocks by their names, milliseconds, with their epochs. */
  clocks: ReadonlyMap<string, { epoch: number; due: number }>;
}

export interface Account {
  /** What each eye last saw; '*' is everyone in government. */
  looks: Map<string, Look>;
  /** Whose eyes each version is for. */
  versions: Map<number, Set<string>>;
  /** Whose eyes each entry of the timeline is for, by the number of the event from 0. */
  entries: Set<string>[];
}

const clocksAfter = (clocks: Look['clocks'], { type, data }: DomainEvent): Look['clocks'] => {
  const next = new Map(clocks);
  if (type === 'ClockStarted') next.set(data.clock, { epoch: data.epoch, due: Date.parse(data.dueAt) });
  if (type === 'ClockStopped' && clocks.get(data.clock)?.epoch === data.epoch) next.delete(data.clock);
  return next;
};

const audience = (
  event: DomainEvent,
  text: Set<string>,
  owners: string[],
  all: Iterable<string>,
): Set<string> => {
  const clock = 'clock' in event.data && event.type !== 'DossierLapsed' ? event.data.clock : '';
  if (APPROVAL.includes(event.type) || clock === 'ministry-approval') return new Set(owners.slice(0, 1));
  if (event.type === 'OverlapsFound') return new Set(['HQ']);
  if ('stage' in event.data && ENDS.includes(event.data.stage)) return new Set(all);
  return clock === 'idle-draft' ? new Set(owners) : new Set(text);
};

const widened = (text: ReadonlySet<string>, stage: string, asked: readonly string[]): Set<string> => {
  const wide = new Set(text);
  if ([...SECRETARIAT, ...PARTICIPANTS, ...GOVERNMENT].includes(stage)) wide.add('HQ');
  if ([...PARTICIPANTS, ...GOVERNMENT].includes(stage)) for (const organ of asked) wide.add(organ);
  if (GOVERNMENT.includes(stage)) wide.add('*');
  return wide;
};

/** Who saw what of a story, told once more in plain words. */
export const accountOf = (story: Story): Account => {
  const account: Account = { looks: new Map(), versions: new Map(), entries: [] };
  const asked: string[] = [];
  let owners: string[] = [];
  let text = new Set<string>();
  let now: Look = { no: 0, head: story.body().head, stage: '', since: 0, clocks: new Map() };
  for (const [nth, { event }] of story.events.entries()) {
    if ('version' in event.data) {
      const { no, body } = event.data.version;
      owners = [body.head.lead, ...body.head.coLeads];
      text = new Set(owners);
      now = { ...now, no, head: body.head };
    }
    if (event.type === 'RoundOpened') asked.push(...event.data.participants.map(({ organ }) => organ));
    const stage = 'stage' in event.data ? event.data.stage : now.stage;
    if (stage !== now.stage) now = { ...now, stage, since: nth };
    now = { ...now, clocks: clocksAfter(now.clocks, event) };
    text = widened(text, stage, asked);
    account.versions.set(now.no, new Set(text));
    account.entries.push(audience(event, text, owners, [...account.looks.keys(), ...text]));
    for (const [eye, look] of account.looks) {
      const ended = ENDS.includes(stage) ? { stage, since: now.since } : {};
      const clocks = event.type === 'ClockStarted' ? look.clocks : clocksAfter(look.clocks, event);
      account.looks.set(eye, { ...look, ...ended, clocks });
    }
    for (const eye of text) account.looks.set(eye, now);
  }
  return account;
};

/** What a person sees of a story: of the looks of their eyes the latest. */
export const seenBy = (story: Story, eyes: readonly string[]): Look | undefined =>
  [...accountOf(story).looks]
    .filter(([eye]) => eyes.includes(eye))
    .map(([, look]) => look)
    .sort((a, b) => b.no - a.no)[0];
