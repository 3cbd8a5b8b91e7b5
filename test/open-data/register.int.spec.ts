import { digest } from '#commands';
import { PublicDecision, PublicDisposition, PublicGuideline } from '#contracts';
import { projectRoot } from '#platform';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { columnsOf, tableOf } from '../../apps/headquarters/src/open-data/columns.js';
import { keysIn } from '../security/declared-keys';
import type { Answered } from '../support/app';
import { CabinetAtWork } from '../support/cabinet-at-work';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { commentedGuideline, reservedGuideline } from './stories';

const log = 'https://log.example.go.jp';
const names = ['guidelines', 'dossiers', 'decisions', 'dispositions'] as const;
type Name = (typeof names)[number];
type Json = Answered['json'];

let cabinet: CabinetAtWork;
/** How many entries each dataset has after each step of the first guideline. */
const counts: [string, ...number[]][] = [];
let guideline: string;
let reserved: string;
let marked: string;

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  cabinet.headquarters.send(`/open-data${path}`, { headers, method });
const items = async (path: string): Promise<Json[]> => (await ask(path)).json.items as Json[];
const only = async (name: Name, dossier: string): Promise<Json[]> =>
  (await items(`/${name}`)).filter(({ id, dossierId }) => (dossierId ?? id) === dossier);

/** Until the register has seen all that is in the ledger. */
const caughtUp = async (): Promise<void> => {
  const [head] = await query(cabinet.intake.database.url, 'SELECT n::int FROM log_head');
  await eventually(async () => {
    const position = Number((await ask('/guidelines')).headers.get('kyogi-position'));
    expect(position).toBeGreaterThanOrEqual(head!.n as number);
  });
};

beforeAll(async () => {
  cabinet = await CabinetAtWork.start({
    ...{ KYOGI_EVIDENCE_URL: log, OPEN_DATA_PER_ADDRESS: '1000000' },
    ...{ PUBLIC_COMMENTS_PER_ADDRESS: '1000', PUBLIC_COMMENTS_PER_MINUTE: '1000' },
  });
  guideline = await commentedGuideline(cabinet, async (step) => {
    await caughtUp();
    const found = await Promise.all(names.map(async (name) => (await items(`/${name}`)).length));
    counts.push([step, ...found]);
  });
  const bare = { contact: { bureau: '医薬局' } };
  reserved = await reservedGuideline(cabinet, '2026-08-20', bare);
  const person = { bureau: '医薬局', name: '佐藤 健一', extension: '99-9999', email: 'sato@example.go.jp' };
  marked = await reservedGuideline(cabinet, '2026-09-03', {
    ...{ title: { ja: '秘の指針' }, contact: person },
    marking: { confidentiality: 2, handling: [] },
  });
  await caughtUp();
}, 180_000);
afterAll(() => cabinet?.close());

describe('the public register', () => {
  it('shows a guideline, its decision and the answers when each is published, and not before', () => {
    expect(counts).toEqual([
      ['reviewed', 0, 0, 0, 0],
      ['commented', 0, 0, 0, 0],
      ['disposed', 0, 0, 0, 0],
      ['decided', 0, 0, 0, 0],
      ['result published', 0, 0, 0, 3],
      ['published', 1, 1, 1, 3],
      ['in force', 1, 1, 1, 3],
    ]);
  });

  it('says of a guideline what the list of guidelines says, and nothing else', async () => {
    const [entry] = await only('guidelines', guideline);
    expect(entry).toMatchObject({
      ...{
        number: 'AI-R8-DA-GL-0001',
        status: 'IN_FORCE',
        publishedOn: '2026-08-06',
        inForceFrom: '2026-08-06',
      },
      organ: { slug: 'DA', ja: 'デジタル庁', en: 'Digital Agency' },
      ...{ decidedBy: 'HEADQUARTERS', decidedOn: '2026-08-06', withReservation: false },
      publications: [{ url: 'https://www.digital.go.jp/ai', language: 'ja', publishedOn: '2026-08-06' }],
    });
    const { json } = await ask(`/guidelines/${guideline}`);
    const keys = keysIn(json, ['text.body.content', 'text.body.clauses[]']).map((key) =>
      key.replace('[]', ''),
    );
    const evidence = ['position', 'eventId', 'event', 'proof', 'entry', 'opening'];
    expect([...new Set(keys)].sort()).toEqual(
      [
        ...['id', 'number', 'title', 'title.ja', 'title.en', 'type', 'summary', 'organ', 'organ.slug'],
        ...['organ.ja', 'organ.en', 'jointOrgans', 'status', 'publishedOn', 'inForceFrom', 'inForceUntil'],
        ...['replacedBy', 'publications', 'publications.url', 'publications.language'],
        ...['publications.publishedOn', 'version', 'version.no', 'version.sha256', 'link', 'instrumentClass'],
        ...['decidedBy', 'decidedOn', 'decisionReference', 'withReservation', 'modified', 'erasures'],
        ...['evidence', 'source'].flatMap((name) => [name, ...evidence.map((key) => `${name}.${key}`)]),
        ...['text', 'text.sha256', 'text.whole', 'text.withheld', 'text.body'],
        ...[
          'type',
          'content',
          'clauses',
          'head',
          'head.title',
          'head.title.ja',
          'head.title.en',
          'head.summary',
        ].map((key) => `text.body.${key}`),
        ...['lead', 'coLeads', 'contact', 'contact.bureau', 'pillars', 'competenceTags', 'legalBasis'].map(
          (key) => `text.body.head.${key}`,
        ),
        ...['legalBasis.lawId', 'legalBasis.article', 'measureRefs', 'budgetProjectIds', 'marking'].map(
          (key) => `text.body.head.${key}`,
        ),
        ...['text.body.head.marking.confidentiality', 'text.body.head.marking.handling'],
      ].sort(),
    );
  });

  it('names the event by which each entry became public, and where its proof is', async () => {
    const sql = `SELECT e.event_id AS id, e.type FROM events e JOIN event_log l ON l.event_id = e.id WHERE l.position = $1`;
    for (const name of names)
      for (const { evidence } of await items(`/${name}`)) {
        const [event] = await query(cabinet.intake.database.url, sql, [evidence.position]);
        expect({ id: evidence.eventId, type: evidence.event }).toEqual(event);
        expect(evidence.event).toMatch(/Published$/);
        expect(evidence.proof).toBe(`${log}/proof/${evidence.position}.tlog-proof`);
        expect(evidence.entry).toBe(`${log}/entry/${evidence.position}`);
      }
  });

  it('gives a text that anybody can hold against the version that was decided', async () => {
    const { text, version } = (await ask(`/dossiers/${reserved}`)).json;
    const [decided] = await cabinet.events(reserved, 'DossierDecided');
    expect(digest(text.body)).toBe(decided!.data.sha256);
    expect([text.sha256, version.sha256, text.whole, text.withheld]).toEqual([
      ...[decided!.data.sha256, decided!.data.sha256, true, []],
    ]);
    // The contact of the other has an extension, which is left out.
    const other = (await ask(`/guidelines/${guideline}`)).json.text;
    expect([other.sha256, other.whole, other.withheld]).toEqual([
      ...[digest(other.body), false, ['head.contact.extension']],
    ]);
  });

  it('carries a reservation word for word, and nothing else that was said among ministries', async () => {
    const [decision] = await only('decisions', reserved);
    expect(decision).toMatchObject({
      ...{ kind: 'DECIDED', body: 'HEADQUARTERS', reference: '第5回本部決定', withReservation: true },
      source: { event: 'DossierDecided' },
    });
    expect(await only('dispositions', reserved)).toMatchObject([
      {
        ...{ kind: 'RESERVATION', clauseId: 'c7', body: '開発を萎縮させる。削除されたい。', level: 2 },
        ...{ organ: { slug: 'METI' }, reason: '局長級でも合意に至らず留保する。' },
      },
    ]);
    expect(
      (await only('dispositions', guideline)).map(({ kind, received, count }) => [kind, received, count]),
    ).toEqual([
      ['COMMENT_RESULT', 3, null],
      ['COMMENT_GROUP', null, 2],
      ['COMMENT_GROUP', null, 1],
    ]);
  });

  it('has nothing of a dossier marked 機密性2, though it was published, and names nobody', async () => {
    expect((await cabinet.events(marked, 'DossierPublished')).length).toBe(1);
    const pages = [
      ...names.map((name) => `/${name}`),
      ...[...names.map((name) => `/${name}?format=csv`), '', '?lang=en', '/catalogue.jsonld'],
      ...[`/guidelines/${guideline}`, `/dossiers/${guideline}`, `/dossiers/${reserved}`],
    ];
    const texts = await Promise.all(pages.map(async (path) => (await ask(path)).text));
    const all = texts.join('\n');
    for (const name of ['guidelines', 'dossiers']) expect((await ask(`/${name}/${marked}`)).status).toBe(404);
    const people = JSON.parse(readFileSync(join(projectRoot(), 'cabinets', 'japan.people.json'), 'utf8')) as {
      people: { id: string; name: string }[];
    };
    const officials = await query(cabinet.intake.database.url, 'SELECT id, name FROM identity.persons');
    const persons = [...people.people, ...officials].flatMap(({ id, name }) => [String(id), String(name)]);
    expect(persons.length).toBeGreaterThan(100);
    expect(persons.filter((one) => all.includes(one))).toEqual([]);
    for (const hidden of [
      marked,
      '秘の指針',
      '99-9999',
      'sato@',
      '田中',
      '検証を求める',
      '留保一件',
      '合意に至らない',
    ])
      expect([hidden, all.includes(hidden)]).toEqual([hidden, false]);
    expect(all).toContain('削除されたい');
  });
});

describe('the register as CSV', () => {
  const schemas = {
    ...{ guidelines: PublicGuideline, decisions: PublicDecision, dispositions: PublicDisposition },
  };
  it.each(Object.keys(schemas) as (keyof typeof schemas)[])(
    'has the same %s as the JSON, in UTF-8 for spreadsheets, and no formula',
    async (name) => {
      const answered = await ask(`/${name}`, { accept: 'text/csv' });
      const bytes = Buffer.from(
        await (await fetch(`${cabinet.headquarters.url}/open-data/${name}?format=csv`)).arrayBuffer(),
      );
      expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(answered.headers.get('content-type')).toContain('text/csv');
      expect(answered.headers.get('content-disposition')).toBe(`attachment; filename="${name}.csv"`);
      const found = parse(bytes, { bom: true });
      const told = tableOf(columnsOf(schemas[name]), await items(`/${name}`));
      expect(found.map((line) => line.map((cell) => cell.replace(/^'(?==)/, '')))).toEqual(told);
      if (name === 'dispositions') expect(found.flat()).toContain(`'=原案のとおり。`);
    },
  );

  it('is what a spreadsheet asks for, and JSON what anybody else gets', async () => {
    const type = async (accept: string, query = '') =>
      (await ask(`/guidelines${query}`, { accept })).headers.get('content-type')?.split(';')[0];
    expect(await type('text/csv;q=0.9, application/json;q=0.5')).toBe('text/csv');
    expect(await type('text/csv;q=0.4, application/json')).toBe('application/json');
    expect(await type('*/*')).toBe('application/json');
    expect(await type('image/png')).toBe('application/json');
    expect(await type('text/csv', '?format=json')).toBe('application/json');
    expect((await ask('/guidelines')).headers.get('vary')).toBe('Accept');
  });
});

describe('a list of the register', () => {
  it('is read on by its cursor and its Link, each entry once, in the order of publication', async () => {
    const all = await items('/dispositions');
    const found: Json[] = [];
    for (let path: string | undefined = '/dispositions?limit=1'; path;) {
      const { json, headers } = await ask(path);
      found.push(...(json.items as Json[]));
      const link = /^<\/open-data(.*)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
      expect(link !== undefined).toBe(json.next !== null);
      path = link;
    }
    expect(found).toEqual(all);
    const positions = found.map(({ evidence }) => evidence.position as number);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  });

  it('can be asked about an organ, a status, a dossier, and what changed since', async () => {
    expect((await items('/guidelines?organ=MHLW')).map(({ id }) => id)).toEqual([reserved]);
    expect((await items('/dispositions?organ=METI')).map(({ dossierId }) => dossierId)).toEqual([reserved]);
    expect((await items('/guidelines?status=IN_FORCE')).map(({ id }) => id)).toEqual([guideline]);
    expect(await items(`/decisions?dossier=${guideline}`)).toHaveLength(1);
    expect(await items('/dossiers?type=initiative')).toEqual([]);
    const all = await items('/guidelines');
    const modified = all.map((one) => one.modified as string).sort();
    expect(new Set(modified).size).toBe(modified.length);
    expect(await items(`/guidelines?since=${modified[0]}`)).toHaveLength(all.length - 1);
    expect(await items(`/guidelines?since=${modified.at(-1)}`)).toEqual([]);
  });

  it('knows what was in force on a day, also after it has ended; that it is being amended it does not tell', async () => {
    const at = async (day: string) => (await items(`/guidelines?at=${day}`)).map(({ id }) => id as string);
    expect([await at('2026-08-05'), await at('2026-08-06'), await at('2030-01-01')]).toEqual([
      ...[[], [guideline], [guideline]],
    ]);
    const lead = cabinet.as('DA', 'LIAISON');
    const successorId = await cabinet.drafts('DA', 'guideline');
    await lead.does(guideline, 'amend-dossier', { successorId });
    await caughtUp();
    const amending = await ask(`/guidelines/${guideline}`);
    expect([amending.json.status, amending.text.includes(successorId)]).toEqual(['IN_FORCE', false]);
    await cabinet.clockIs('2026-10-01 10:00');
    await lead.does(guideline, 'repeal-dossier', { reason: '内部の理由' });
    await caughtUp();
    expect([await at('2026-09-30'), await at('2026-10-01')]).toEqual([[guideline], []]);
    const ended = await ask(`/guidelines/${guideline}`);
    expect(ended.json).toMatchObject({ status: 'ABOLISHED', inForceUntil: '2026-10-01', replacedBy: null });
    expect(ended.text).not.toMatch(/内部の理由/);
    expect((await ask('')).text).toContain('廃止・改定されたもの');
    expect((await ask('?at=2026-09-30')).text).toContain('適用されていたもの');
  });
});

describe('an answer of the register', () => {
  it('is cacheable by anybody, and 304 to whoever has it', async () => {
    for (const path of [
      '',
      '/catalogue.jsonld',
      '/guidelines',
      '/guidelines?format=csv',
      `/dossiers/${reserved}`,
    ]) {
      const { headers, status } = await ask(path);
      const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
      expect([status, headers.get('cache-control')]).toEqual([
        ...[200, 'public, max-age=60, stale-while-revalidate=60'],
      ]);
      expect(Date.parse(modified)).toBeLessThanOrEqual(Date.parse(headers.get('date') ?? ''));
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await ask(path, { 'if-none-match': known });
        expect([known, again.status, again.text]).toEqual([known, 304, '']);
        expect(again.headers.get('etag')).toBe(etag);
        expect(again.headers.get('kyogi-position')).toMatch(/^\d+$/);
      }
      // Changes that follow each other quickly are a second apart: until it has come, Last-Modified is the present.
      await eventually(async () => {
        const since = (await ask(path)).headers.get('last-modified') ?? '';
        expect((await ask(path, { 'if-modified-since': since })).status).toBe(304);
      });
      const stale = { 'if-none-match': '"other"', 'if-modified-since': modified };
      expect((await ask(path, stale)).status).toBe(200);
      const before = new Date(Date.parse(modified) - 60_000).toUTCString();
      expect((await ask(path, { 'if-modified-since': before })).status).toBe(200);
    }
  });

  it('is a page that has changed when any of the datasets that it counts has', async () => {
    const changed = async (path: string) => Date.parse((await ask(path)).headers.get('last-modified') ?? '');
    const all = ['/guidelines', '/dossiers', '/decisions', '/dispositions'];
    const latest = Math.max(...(await Promise.all(all.map(changed))));
    expect(await changed('')).toBeGreaterThanOrEqual(latest);
  });

  it('has the same headers for HEAD, opens to pages of every origin, and takes no other method', async () => {
    const [got, head] = [await ask('/guidelines'), await ask('/guidelines', {}, 'HEAD')];
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of [
      'etag',
      'last-modified',
      'content-type',
      'content-length',
      'access-control-allow-origin',
    ])
      expect([name, head.headers.get(name)]).toEqual([name, got.headers.get(name)]);
    expect(got.headers.get('access-control-allow-origin')).toBe('*');
    expect(got.headers.get('access-control-expose-headers')).toContain('kyogi-position');
    const preflight = await ask(
      '/guidelines',
      { 'access-control-request-headers': 'if-none-match' },
      'OPTIONS',
    );
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      ...[204, 'If-None-Match, If-Modified-Since'],
    ]);
    const posted = await ask('/guidelines', {}, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')]);
  });

  it('is the same whoever asks, also with a token that is none', async () => {
    const plain = await ask('/decisions');
    expect((await ask('/decisions', { authorization: 'Bearer nonsense' })).text).toBe(plain.text);
    const token = await cabinet.headquarters.tokenOf(cabinet.as('MHLW', 'LIAISON').person);
    expect((await ask('/decisions', { authorization: `Bearer ${token}` })).text).toBe(plain.text);
  });

  it('is a page without any script, in two languages, that loads nothing', async () => {
    for (const lang of ['ja', 'en']) {
      const { text, headers } = await ask(`?lang=${lang}`);
      expect(text).toContain(`<html lang="${lang}">`);
      expect(text).not.toMatch(/<script|<img|src=|javascript:/);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});
