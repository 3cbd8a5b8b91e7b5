import type { Principal } from '#contracts';
import { eyesOf, type Readers, type Rows } from '../../apps/headquarters/src/read-models/readers.js';
import { at, cabinet, nobody, secretariat, type Desk } from './desk';
import type { Story } from './given-events';
import { LEADS, mayRead, pick, type Random } from './wander';

export const people: Principal[] = [
  ...LEADS.map((slug) => at(slug)),
  ...[
    at('PPC'),
    at('METI', 'DESK', 'MIN_APPROVER'),
    at('MOF', 'DOWNSTREAM'),
    at('MOF', 'PUBLIC'),
    secretariat,
    nobody,
  ],
];

const models = ['dossiers', 'timeline', 'inbox'] as const;

/** Queries without a single filter of the program's own: what a programmer who forgot everything might send. */
const careless = (random: Random): string => {
  const noise = pick(random, ['', ' LIMIT 7', ' ORDER BY 1 DESC', ' ORDER BY random()', ' OFFSET 3']);
  const word = pick(random, ['%', '%dossier%', '%e%', '%点検%', '%renamed%']);
  return pick(random, [
    `SELECT dossier_id, 'dossiers' AS of FROM dossiers WHERE titles LIKE '${word}'${noise}`,
    `SELECT dossier_id, 'dossiers' AS of FROM dossiers WHERE doc::text ILIKE '${word}' OR true${noise}`,
    `SELECT v.dossier_id, 'versions' AS of, v.no FROM versions v WHERE v.body::text LIKE '${word}'${noise}`,
    `SELECT v.dossier_id, 'versions' AS of, v.no FROM versions v LEFT JOIN dossiers d ON d.lead = v.owners[1]${noise}`,
    `SELECT other_id AS dossier_id, 'dossiers' AS of FROM similarities${noise}`,
    `SELECT dossier_id, 'entries' AS of, position::int AS no FROM entries WHERE en LIKE '${word}' OR ja <> ''${noise}`,
    `SELECT e.dossier_id, 'entries' AS of, e.position::int AS no FROM entries e JOIN timeline_cases c ON true${noise}`,
    `SELECT dossier_id, 'dossiers' AS of FROM timeline_cases WHERE doc::text LIKE '${word}'${noise}`,
    `SELECT dossier_id, 'items' AS of, organ FROM items WHERE title::text LIKE '${word}'${noise}`,
    `SELECT i.dossier_id, 'items' AS of, i.organ FROM items i, items j${noise || ' LIMIT 500'}`,
    `SELECT f AS dossier_id, 'dossiers' AS of FROM found('${word}', ARRAY['${word}']) AS f${noise}`,
    `SELECT * FROM (SELECT dossier_id, 'dossiers' AS of FROM dossiers UNION SELECT dossier_id, 'dossiers' FROM timeline_cases) AS u${noise}`,
  ]);
};

interface Seen {
  dossier_id: string;
  of: 'dossiers' | 'versions' | 'entries' | 'items';
  no?: number;
  organ?: string;
}

const circulated = ['FILED', 'CONSULTATION', 'ACCEPTED', 'IN_REVIEW'];

/** Versions that were current while others could see them. */
const shownVersions = (story: Story): Set<number> => {
  const shown = new Set<number>();
  let no = 0;
  for (const { event } of story.events) {
    if ('version' in event.data) no = event.data.version.no;
    if ('stage' in event.data && circulated.includes(event.data.stage)) shown.add(no);
  }
  return shown;
};

const drafting = ['DRAFT', 'MIN_APPROVAL', 'APPROVED'];

/** Whether an entry of the timeline is the owners' own for ever; `nth` counts the story's events from 0. */
const isOwn = (story: Story, nth: number): boolean => {
  const { event } = story.events[nth]!;
  if ('clock' in event.data && ['idle-draft', 'ministry-approval'].includes(event.data.clock)) return true;
  let stage = '';
  let shown = false;
  for (const { event: past } of story.events.slice(0, nth + 1)) {
    if (past.type === 'DossierRevised') shown = false;
    if ('stage' in past.data) stage = past.data.stage;
    if (![...drafting, 'WITHDRAWN', 'LAPSED'].includes(stage)) shown = true;
  }
  return drafting.includes(stage) || !shown;
};

/** What a person saw and should not have, as text; empty when all is well. */
export class Watch {
  private readonly byId: Map<string, Story>;
  private readonly firstPosition: ReadonlyMap<number, { id: string; nth: number }>;

  constructor(stories: Story[], positions: ReadonlyMap<number, { id: string; nth: number }>) {
    this.byId = new Map(stories.map((story) => [story.id, story]));
    this.firstPosition = positions;
  }

  leak(seen: Seen, eyes: string[]): string | undefined {
    const story = this.byId.get(seen.dossier_id)!;
    const has = (organs: Iterable<string>) => [...organs].some((organ) => eyes.includes(organ));
    if (seen.of === 'items') return has([seen.organ!]) ? undefined : `item of ${seen.organ}`;
    if (has(this.ownersOf(story, seen))) return undefined;
    if (!has(mayRead(story))) return `${seen.of} of ${story.lead} in ${story.stage}`;
    if (seen.of === 'versions' && !shownVersions(story).has(seen.no!))
      return `version ${seen.no} of ${story.stage}`;
    if (seen.of === 'entries' && isOwn(story, this.firstPosition.get(seen.no!)!.nth))
      return `entry ${seen.no}`;
    return undefined;
  }

  /** Approval is the lead's own affair; the rest of a draft is its co-leads' as well. */
  private ownersOf(story: Story, { of, no }: Seen): string[] {
    const alone = of === 'entries' && this.isApproval(no!);
    return alone ? [story.lead] : [story.lead, ...story.body().head.coLeads];
  }

  private isApproval(position: number): boolean {
    const { id, nth } = this.firstPosition.get(position)!;
    const { event } = this.byId.get(id)!.events[nth]!;
    return (
      ['ApprovalRequested', 'DossierApproved', 'ApprovalRefused'].includes(event.type) ||
      ('clock' in event.data && event.data.clock === 'ministry-approval')
    );
  }
}

/** Sends careless queries under random eyes; gives the leaks and how many rows were looked at. */
export async function lookAround(readers: Readers, watch: Watch, random: Random, queries: number) {
  const leaks: string[] = [];
  let rowsSeen = 0;
  for (let i = 0; i < queries; i++) {
    const principal = pick(random, people);
    const eyes = eyesOf(principal, cabinet.headquarters);
    const sql = careless(random);
    const { answer } = await readers.read({ principal, models }, (rows: Rows) => rows<Seen>(sql));
    rowsSeen += answer.length;
    for (const seen of answer) {
      const leak = watch.leak(seen, eyes);
      if (leak) leaks.push(`${eyes.join(',')} saw ${leak}: ${sql}`);
    }
  }
  return { leaks, rowsSeen };
}

/** Tells stories into the ledger and remembers which position is which event of which story. */
export async function world(desk: Desk, stories: Story[]): Promise<Watch> {
  const positions = new Map<number, { id: string; nth: number }>();
  for (const story of stories) {
    const before = await desk.given.number();
    const after = await desk.given.tell(story);
    for (let position = before + 1; position <= after; position++)
      positions.set(position, { id: story.id, nth: position - before - 1 });
  }
  return new Watch(stories, positions);
}
