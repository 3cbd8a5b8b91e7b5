import { erased, type EventName, type LedgerEvent, type Principal } from '#contracts';
import { changesRegister, isEverShown, publicRecordOf, publishedOf, revealing, shownToAll } from '#sight';
import { readModels } from '../../apps/headquarters/src/projections/index.js';
import { publicRows } from '../../apps/headquarters/src/projections/publications.projection.js';
import { publishedText } from '../../apps/headquarters/src/projections/published-text.js';
import { at, Desk, secretariat } from '../headquarters/desk';
import { Story } from '../headquarters/given-events';
import { randomOf } from '../headquarters/wander';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { publicly, publicStories } from './public-oracle';

const stories = publicStories(randomOf(4), 80);
const expected = stories.flatMap((story) => publicly(story, stories)).sort();

interface Row {
  dataset: string;
  dossier_id: string;
  status: string | null;
  doc: { kind?: string; groupNo?: number | null };
}

const named = ({ dataset, dossier_id, status, doc }: Row): string => {
  if (dataset === 'dossiers') return `dossier ${dossier_id} ${status}`;
  if (dataset === 'decisions') return `decision of ${dossier_id}`;
  if (doc.kind === 'RESERVATION') return `reservation ${dossier_id}`;
  return `comment ${dossier_id}${doc.groupNo ? ` ${doc.groupNo}` : ''}`;
};

const register = async (desk: Desk, position: number): Promise<Row[]> => {
  const sql = 'SELECT dataset, dossier_id, status, doc FROM publications';
  return (await desk.read('public', ['publications'], (rows) => rows<Row>(sql), position)).answer;
};

const timeZone = 'Asia/Tokyo';
const ledger = (story: Story): LedgerEvent[] =>
  structuredClone(story.events).map(({ event, actor }, i) => ({
    ...event,
    ...{ position: i + 1, eventId: `${story.id} ${i}`, streamId: story.id, version: i + 1, v: 1 },
    meta: { actor, command: 'Given', commandId: 'c', correlationId: 'c' },
    recordedAt: '2026-04-02T00:00:00Z',
  }));

/** What the rule makes of the stories when it is told of them in another way; no entry is replaced by another. */
const ruled = (told: (event: LedgerEvent) => LedgerEvent[] = (event) => [event]): string[] =>
  stories
    .flatMap((story) =>
      publicRows(publicRecordOf(ledger(story).flatMap(told)), { number: null, timeZone, replacedBy: null }),
    )
    .map(({ doc, dataset, status }) =>
      named({ dataset, status, doc, dossier_id: String(doc.dossierId ?? doc.id) }).replace(
        'REVISED',
        'ABOLISHED',
      ),
    )
    .sort();
const expectedAlone = expected.map((name) => name.replace('REVISED', 'ABOLISHED')).sort();

const unmarked = (event: LedgerEvent): LedgerEvent => {
  if ('version' in event.data) event.data.version.body.head.marking = { confidentiality: 1, handling: [] };
  return event;
};
const as = (event: LedgerEvent, type: EventName, data: object): LedgerEvent =>
  ({ ...event, type, data }) as LedgerEvent;
const publication = {
  stage: 'DECIDED',
  url: 'https://x.example',
  language: 'ja',
  publishedOn: '2026-04-02',
} as const;
const result = { ...publication, received: 1, unique: 1, statement: 'x', abandoned: true };

/** A wrong rule shows what the right one shows of a stream that says something else. */
const wrong: [string, (event: LedgerEvent) => LedgerEvent[]][] = [
  ['takes no notice of markings', (event) => [unmarked(event)]],
  [
    'publishes with the decision',
    (event) =>
      event.type === 'DossierDecided' ? [event, as(event, 'DossierPublished', publication)] : [event],
  ],
  [
    'publishes the answers to a comment before their result',
    (event) =>
      event.type === 'CommentAbandoned' ? [event, as(event, 'CommentResultPublished', result)] : [event],
  ],
  ['does not hear of repeals', (event) => (event.type === 'DossierRepealed' ? [] : [event])],
  ['forgets what was given up', (event) => (event.type === 'CommentAbandoned' ? [] : [event])],
];

describe('the rule of what is public', () => {
  it('shows of stories at random what the public may know of them, and no entry less', () => {
    expect(expected.length).toBeGreaterThan(150);
    const kinds = ['REVISED', 'ABOLISHED', 'IN_FORCE', 'UNDER_WAY', 'PUBLISHED', 'GIVEN_UP', 'reservation'];
    for (const what of kinds)
      expect([what, expected.filter((one) => one.includes(what)).length > 1]).toEqual([what, true]);
    expect(ruled()).toEqual(expectedAlone);
  });

  it.each(wrong)('would be noticed if it %s', (_, told) => {
    expect(ruled(told)).not.toEqual(expectedAlone);
  });
});

const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
};

/** Every word that the register shows of a story, or showed at an earlier time. */
const everShown = (events: LedgerEvent[]): Set<string> =>
  new Set(
    events.flatMap((event, nth) => {
      if (!changesRegister(event)) return [];
      const record = publicRecordOf(events.slice(0, nth + 1));
      const text = publishedOf(record).at(-1);
      const rows = publicRows(record, { number: null, timeZone, replacedBy: null });
      return [...wordsIn(rows), ...(text ? wordsIn(publishedText(text.of)) : [])];
    }),
  );

/** Words that the log opens by a rule that is told of the stories in another way, and that the register never showed. */
const opened = (told: (event: LedgerEvent) => LedgerEvent[] = (event) => [event]) => {
  const words = { all: 0, beyond: [] as string[] };
  for (const story of stories) {
    const known = everShown(ledger(story));
    const open = wordsIn([...shownToAll(publicRecordOf(ledger(story).flatMap(told))).values()]);
    words.all += open.length;
    // The thread of a reservation stands in the id of its entry.
    const ids = new Set([...known].map((word) => word.split('/reservation/')[1]));
    words.beyond.push(...open.filter((word) => !known.has(word) && !ids.has(word.replace('#', '-'))));
  }
  return words;
};

describe('the transparency log', () => {
  it('opens to everybody what the register shows of stories at random, and no word more', () => {
    const { all, beyond } = opened();
    expect(beyond).toEqual([]);
    expect(all).toBeGreaterThan(1_000);
  });

  it.each(wrong.slice(0, 3))('would be noticed if the rule %s', (_, told) => {
    expect(opened(told).beyond).not.toEqual([]);
  });

  it('opens every word that an entry of the register repeats, in the fact that is its source or in what was commented on', () => {
    const repeated = ['title', 'summary', 'gist', 'response', 'statement', 'reason', 'reference'];
    let words = 0;
    for (const story of stories) {
      const record = publicRecordOf(ledger(story));
      const shown = shownToAll(record);
      const open = new Set(wordsIn([...shown.values()]));
      for (const { doc } of publicRows(record, { number: null, timeZone, replacedBy: null })) {
        const { eventId, event } = doc.source as { eventId: string; event: string };
        // That a text was endorsed says its type and time; no word of it is repeated.
        if (event !== 'DossierEndorsed' && !(event === 'CommentAbandoned' && doc.reason === null))
          expect([event, shown.has(eventId)]).toEqual([event, true]);
        const said = repeated.flatMap((name) => wordsIn(doc[name]));
        words += said.length;
        expect(said.filter((word) => !open.has(word))).toEqual([]);
      }
    }
    expect(words).toBeGreaterThan(300);
  });

  it('opens nothing at any time that the register has not shown by then', () => {
    for (const story of stories) {
      const events = ledger(story);
      events.forEach((_, nth) => {
        const told = events.slice(0, nth + 1);
        const shown = shownToAll(publicRecordOf(told));
        const types = told.filter(({ eventId }) => shown.has(eventId)).map(({ type }) => type);
        // Of what is not so, the log does not even read the dossier.
        expect(types.filter((type) => !isEverShown(type))).toEqual([]);
        expect(types.length > 0 && !told.some(({ type }) => revealing.includes(type))).toBe(false);
        const known = new Set([...everShown(told)].flatMap((word) => [word, word.split('/reservation/')[1]]));
        const beyond = wordsIn([...shown.values()]).filter((word) => !known.has(word.replace('#', '-')));
        expect(beyond).toEqual([]);
      });
    }
  });
});

describe('the eyes of the public', () => {
  let desk: Desk;
  let position = 0;
  beforeAll(async () => {
    desk = await Desk.open();
    for (const story of stories) position = await desk.given.tell(story);
    await desk.caughtUp(
      readModels.map(({ name }) => name),
      position,
    );
  });
  afterAll(() => desk.close());

  it('see what they may know of stories at random, and no entry less', async () => {
    expect((await register(desk, position)).map(named).sort()).toEqual(expected);
  });

  it('see the register and not a row of anything else, whatever a query forgets to filter', async () => {
    for (const { name } of readModels) {
      const schema = await desk.live(name);
      const tables = await query(desk.database.url, 'SELECT tablename FROM pg_tables WHERE schemaname = $1', [
        schema,
      ]);
      for (const { tablename } of tables) {
        const seen = await desk
          .read('public', [name], (rows) => rows(`SELECT * FROM ${schema}.${String(tablename)}`))
          .then(({ answer }) => answer.length)
          .catch((error: { code: string }) => error.code);
        const open = ['publications', 'published_texts'].includes(String(tablename));
        expect([tablename, open ? Number(seen) > 0 : [0, '42501'].includes(seen)]).toEqual([tablename, true]);
      }
    }
  });

  it.each([
    ['a ministry', at('METI')],
    ['the secretariat', secretariat],
  ])('are their own: %s reads the register without signing in, like everybody', async (_, principal) => {
    const { answer } = await desk.read(principal, ['publications'], (rows) =>
      rows('SELECT FROM publications'),
    );
    expect(answer).toEqual([]);
  });

  it('never meet a person, a draft, a reason that is not published, or what was said to the deciders', async () => {
    const { answer } = await desk.read('public', ['publications'], (rows) =>
      rows<{ text: string }>(
        'SELECT doc::text AS text FROM publications UNION ALL SELECT doc::text FROM published_texts',
      ),
    );
    const all = answer.map(({ text }) => text).join('\n');
    expect(all).toContain('kept words');
    expect(all).not.toMatch(/secret-|-person|-desk|"extension"|AMENDING|REVIEW_DUE/);
  });

  it('find the same numbers as the register of the government gives', async () => {
    const numbers = (principal: Principal | 'public', model: 'dossiers' | 'publications', sql: string) =>
      desk.read(principal, [model], (rows) => rows<{ id: string; number: string }>(sql));
    const ours = await numbers(
      'public',
      'publications',
      `SELECT dossier_id AS id, doc ->> 'number' AS number FROM publications`,
    );
    const theirs = await numbers(secretariat, 'dossiers', 'SELECT dossier_id AS id, number FROM register');
    const known = new Map(theirs.answer.map(({ id, number }) => [id, number]));
    expect(ours.answer.filter(({ id, number }) => number !== known.get(id))).toEqual([]);
    expect(ours.answer.length).toBe(expected.length);
  });

  it('find the same after a rebuild, to the second of each change', async () => {
    const before = await desk.hash(await desk.live('publications'));
    await desk.generations.rebuild('publications');
    await eventually(async () => expect(await desk.live('publications')).toBe('publications_2'), 20_000);
    expect(await desk.hash('publications_2')).toBe(before);
  });

  it('see that words were erased, where they stood, and not the words; the entry stays', async () => {
    const story = new Story('guideline', { lead: 'METI', summary: '消える要約' });
    story.accepted().add({ type: 'DossierPublished', data: { ...publication, stage: 'PUBLISHED' } });
    await desk.given.tell(story);
    const [draft] = await query(
      desk.database.url,
      `SELECT e.event_id, l.position::int FROM events e JOIN event_log l ON l.event_id = e.id WHERE stream_id = $1 AND version = 1`,
      [story.id],
    );
    const paths = [['version', 'body', 'head', 'summary']];
    await query(
      desk.database.url,
      `BEGIN; ALTER TABLE events DISABLE TRIGGER events_insert_only;
       UPDATE events SET data = jsonb_set(data, '{version,body,head,summary}', '"${erased}"') WHERE stream_id = '${story.id}' AND version = 1;
       ALTER TABLE events ENABLE TRIGGER events_insert_only; COMMIT`,
    );
    story.add({
      type: 'PayloadErased',
      data: {
        eventId: String(draft!.event_id),
        position: Number(draft!.position),
        paths,
        removed: [],
        reason: '個人情報',
      },
    });
    const position = await desk.given.tell(story);
    const { answer } = await desk.read(
      'public',
      ['publications'],
      (rows) =>
        rows<{ doc: object; text: object }>(
          `SELECT p.doc, t.doc AS text FROM publications p JOIN published_texts t ON t.dossier_id = p.key WHERE p.key = '${story.id}'`,
        ),
      position,
    );
    expect(answer).toMatchObject([
      { doc: { status: 'PUBLISHED', summary: erased, erasures: [{ position }] }, text: { whole: false } },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/消える要約|個人情報/);
  });
});
