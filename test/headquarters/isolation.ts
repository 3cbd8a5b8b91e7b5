import type { Principal } from '#contracts';
import { sightOf } from '#sight';
import type { Readers, Rows } from '../../apps/headquarters/src/read-models/readers.js';
import { at, cabinet, nobody, secretariat, type Desk } from './desk';
import type { Story } from './given-events';
import { accountOf, type Account } from './oracle';
import { LEADS, pick, type Random } from './wander';

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

const models = ['dossiers', 'timeline', 'inbox', 'dwell', 'precedents'] as const;

/** Queries without a single filter of the program's own: what a programmer who forgot everything might send. */
const careless = (random: Random): string => {
  const noise = pick(random, ['', ' LIMIT 7', ' ORDER BY 1 DESC', ' ORDER BY random()', ' OFFSET 3']);
  const word = pick(random, ['%', '%dossier%', '%e%', '%点検%', '%renamed%']);
  return pick(random, [
    `SELECT dossier_id, 'dossiers' AS of, version_no AS no FROM dossiers WHERE titles LIKE '${word}'${noise}`,
    `SELECT dossier_id, 'dossiers' AS of, version_no AS no FROM register WHERE doc::text ILIKE '${word}' OR true${noise}`,
    `SELECT dossier_id, 'dossiers' AS of, version_no AS no FROM earlier WHERE doc::text ILIKE '${word}' OR true${noise}`,
    `SELECT e.dossier_id, 'dossiers' AS of, d.version_no AS no FROM earlier e LEFT JOIN dossiers d USING (dossier_id)
      WHERE d.dossier_id IS NOT NULL${noise}`,
    `SELECT v.dossier_id, 'versions' AS of, v.no FROM texts v WHERE v.body::text LIKE '${word}'${noise}`,
    `SELECT v.dossier_id, 'versions' AS of, v.no FROM versions v${noise}`,
    `SELECT v.dossier_id, 'versions' AS of, v.no FROM texts v LEFT JOIN register d ON d.lead = v.dossier_id${noise}`,
    `SELECT other_id AS dossier_id, 'dossiers' AS of FROM similarities${noise}`,
    `SELECT dossier_id, 'dossiers' AS of, version_no AS no FROM similarities${noise}`,
    `SELECT dossier_id, 'entries' AS of, position::int AS no FROM entries WHERE en LIKE '${word}' OR ja <> ''${noise}`,
    `SELECT e.dossier_id, 'entries' AS of, e.position::int AS no FROM entries e LEFT JOIN register c ON true${noise || ' LIMIT 500'}`,
    `SELECT dossier_id, 'items' AS of, organ FROM items WHERE title::text LIKE '${word}'${noise}`,
    `SELECT i.dossier_id, 'items' AS of, i.organ FROM items i, items j${noise || ' LIMIT 500'}`,
    `SELECT f.dossier_id, 'versions' AS of, f.no FROM found('${word}', ARRAY['${word}']) AS f${noise}`,
    `SELECT dossier_id, 'intervals' AS of, organ, stage FROM intervals WHERE kind LIKE '${word}' OR true${noise}`,
    `SELECT c.dossier_id, 'cases' AS of FROM dwell_cases c${noise}`,
    `SELECT r.dossier_id, 'cases' AS of FROM dwell_rounds r LEFT JOIN dwell_cases c ON c.lead = r.kind${noise}`,
    `SELECT p.dossier_id, 'precedents' AS of FROM precedents p WHERE p.doc::text LIKE '%' OR p.ref <> ''${noise}`,
    `SELECT p.dossier_id, 'precedents' AS of FROM precedent_cases p${noise}`,
    `SELECT f.dossier_id, 'precedents' AS of FROM precedents_found(ARRAY['点検', 'what'], false) AS f${noise}`,
    `SELECT * FROM (SELECT dossier_id, 'dossiers' AS of, version_no AS no FROM dossiers
      UNION SELECT dossier_id, 'dossiers', version_no FROM register) AS u${noise}`,
  ]);
};

interface Seen {
  dossier_id: string;
  of: 'dossiers' | 'versions' | 'entries' | 'items' | 'intervals' | 'cases' | 'precedents';
  no?: number;
  organ?: string;
  stage?: string;
}

/** Stages of which nobody outside is told how long they took. */
const INSIDE = ['DRAFT', 'MIN_APPROVAL', 'APPROVED'];

const circleOf = ({ events }: Story): Set<string> =>
  new Set([
    'HQ',
    ...events.flatMap(({ event }) => {
      if (event.type === 'RoundOpened') return event.data.participants.map(({ organ }) => organ);
      if (!('version' in event.data)) return [];
      const { lead, coLeads } = event.data.version.body.head;
      return [lead, ...coLeads];
    }),
  ]);

/** What a person saw and should not have, as text; empty when all is well. */
export class Watch {
  private readonly accounts: Map<string, Account>;
  /** Leads, secretariat and whoever was asked. */
  private readonly circles: Map<string, Set<string>>;
  private readonly firstPosition: ReadonlyMap<number, { id: string; nth: number }>;

  constructor(stories: Story[], positions: ReadonlyMap<number, { id: string; nth: number }>) {
    this.accounts = new Map(stories.map((story) => [story.id, accountOf(story)]));
    this.circles = new Map(stories.map((story) => [story.id, circleOf(story)]));
    this.firstPosition = positions;
  }

  leak(seen: Seen, eyes: string[]): string | undefined {
    const may = this.readersOf(seen);
    return [...may].some((eye) => eyes.includes(eye))
      ? undefined
      : `${seen.of} ${seen.no ?? ''} of ${seen.organ ?? seen.dossier_id}, open to ${[...may].join()}`;
  }

  private readersOf({ of, no, organ, stage, dossier_id }: Seen): Iterable<string> {
    const { looks, versions, entries } = this.accounts.get(dossier_id)!;
    if (of === 'intervals') return INSIDE.includes(stage!) ? [organ!] : [organ!, ...looks.keys()];
    if (of === 'precedents') return [...this.circles.get(dossier_id)!];
    if (of === 'items') return [organ!];
    if (of === 'entries') return entries[this.firstPosition.get(no!)!.nth]!;
    return no === undefined ? looks.keys() : versions.get(no)!;
  }
}

/** Sends careless queries under random eyes; gives the leaks and how many rows were looked at. */
export async function lookAround(readers: Readers, watch: Watch, random: Random, queries: number) {
  const leaks: string[] = [];
  let rowsSeen = 0;
  for (let i = 0; i < queries; i++) {
    const principal = pick(random, people);
    const eyes = sightOf(principal, cabinet.headquarters);
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
