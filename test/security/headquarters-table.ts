import type { Role } from '#contracts';
import type { Answered } from '../support/app';
import { actor, participant, Story } from '../headquarters/given-events';

/** Titles in which the name of the stage can be found again, wherever it leaks to. */
export const markOf = (stage: string): string => `mark-${stage.toLowerCase()}-mark`;

const begun = (stage: string) =>
  new Story('initiative', {
    lead: 'METI',
    coLeads: [],
    pillars: ['P1'],
    title: { ja: `${markOf(stage)}の取組`, en: `The matter of ${markOf(stage)}` },
    summary: `all about ${markOf(stage)}`,
  });

/** One dossier of METI at every step of being shown around; the endorsed one overlaps all others. */
export const storiesByStage = () => {
  const hidden = {
    DRAFT: begun('DRAFT').drafted().clock('idle-draft', 'METI', 9),
    WITHDRAWN: begun('WITHDRAWN').drafted().approved().withdrawn(),
    FILED: begun('FILED').filed().clock('completeness-check', 'HQ', -1),
    CONSULTATION: begun('CONSULTATION')
      .inReview()
      .consulted([participant('MIC')])
      .add(
        {
          type: 'ThreadRaised',
          data: {
            ...{ roundNo: 1, thread: 'MIC#1', organ: 'MIC', kind: 'QUESTION', weight: 'NOTE', versionNo: 1 },
            ...{ body: `What is ${markOf('CONSULTATION')}?`, late: false },
          },
        },
        actor('MIC'),
      )
      .add({ type: 'ThreadAnswered', data: { thread: 'MIC#1', answer: `It is ${markOf('CONSULTATION')}.` } })
      .position('MIC'),
  };
  const similar = Object.values(hidden).map(({ id, head: { title } }) => ({
    dossierId: id,
    lead: 'METI',
    title: title!,
    score: 0.9,
  }));
  const ENDORSED = begun('ENDORSED')
    .inReview()
    .add({ type: 'OverlapsFound', data: { versionNo: 1, similar } }, actor('HQ', 'SYSTEM'))
    .endorsed();
  return { ...hidden, ENDORSED };
};
export type Shown = keyof ReturnType<typeof storiesByStage>;

const secretariat: Shown[] = ['FILED', 'CONSULTATION', 'ENDORSED'];
const person = (role: Role | null, organ: string, sees: Shown[]) => ({ role, organ, sees });

/** What each person sees of METI's dossiers: their own ministry's, what was circulated to them, what is open to the government. */
export const eyes = {
  'own desk': person('DESK', 'METI', ['DRAFT', 'WITHDRAWN', 'FILED', 'CONSULTATION', 'ENDORSED']),
  'own liaison': person('LIAISON', 'METI', ['DRAFT', 'WITHDRAWN', 'FILED', 'CONSULTATION', 'ENDORSED']),
  participant: person('LIAISON', 'MIC', ['CONSULTATION', 'ENDORSED']),
  'other liaison': person('LIAISON', 'MOF', ['ENDORSED']),
  'other approver': person('MIN_APPROVER', 'MOF', ['ENDORSED']),
  'secretariat intake': person('SECR_INTAKE', 'HQ', secretariat),
  'secretariat reviewer': person('SECR_REVIEWER', 'HQ', secretariat),
  'secretariat approver': person('SECR_APPROVER', 'HQ', secretariat),
  director: person('SECR_DIRECTOR', 'HQ', secretariat),
  minister: person('HQ_MINISTER', 'HQ', secretariat),
  chair: person('HQ_CHAIR', 'HQ', secretariat),
  observer: person('OBSERVER', '*', ['ENDORSED']),
  'machine downstream': person('DOWNSTREAM', 'METI', ['ENDORSED']),
  citizen: person('PUBLIC', 'METI', []),
  'without assignment': person(null, 'METI', []),
} satisfies Record<string, { role: Role | null; organ: string; sees: Shown[] }>;
export type Eyes = keyof typeof eyes;

export interface QueryRow {
  /** Addresses to be tried for one dossier, the first of which names it if any can. */
  paths: (story: Story) => string[];
  /** The status that one who sees the dossier gets, and one who does not. */
  seen: number;
  unseen: number;
  /** Roles that alone may ask; whether they see the dossier is nothing to it. */
  roles?: RegExp;
  /** Organs that alone may ask, of those that see the dossier. */
  plans?: string[];
  /** Persons of the own organ are named to it, and all to the secretariat. */
  namesOwn?: true;
  /** What else must hold of the answer to the first address, given the dossiers the person sees. */
  check?: (json: Answered['json'], sees: readonly Shown[], own: boolean) => void;
}

const whoever = { seen: 200, unseen: 200 };
const named = (tail: string): QueryRow => ({
  paths: ({ id }) => [`/v1/dossiers/${id}${tail}`],
  seen: 200,
  unseen: 404,
});

/** Of what no dossier here has. */
const absent = (tail: string): QueryRow => ({ ...named(tail), seen: 404 });

const unpublished = (dataset: string): QueryRow => ({
  paths: ({ id }) => [`/open-data/${dataset}/${id}`],
  ...{ seen: 404, unseen: 404 },
});

/** Every route of headquarters must have a row: a route without one fails the matrix. */
export const queryAccess: Record<string, QueryRow> = {
  'GET /v1/dossiers': {
    ...whoever,
    paths: ({ stage, id }) => [
      '/v1/dossiers?lead=METI&limit=200',
      `/v1/dossiers?q=${markOf(stage)}`,
      `/v1/dossiers?stage=${stage}&type=initiative&pillar=P1`,
      `/v1/dossiers?cursor=${Buffer.from(JSON.stringify([0, `${id}0`])).toString('base64url')}`,
    ],
    check: ({ items }, sees) =>
      expect((items as { title: { en: string } }[]).map(({ title }) => title.en).sort()).toEqual(
        sees.map((stage) => `The matter of ${markOf(stage)}`).sort(),
      ),
  },
  'GET /v1/dossiers/{id}': named(''),
  'GET /v1/dossiers/{id}/versions/{no}': named('/versions/1'),
  'GET /v1/dossiers/{id}/timeline': named('/timeline?limit=200'),
  'GET /v1/dossiers/{id}/consultation': named('/consultation'),
  'GET /v1/dossiers/{id}/as-of': named('/as-of'),
  'GET /v1/dossiers/{id}/explain': { ...named('/explain'), namesOwn: true },
  'GET /v1/dossiers/{id}/consultation.html': named('/consultation.html'),
  'GET /v1/dossiers/{id}/old-new.html': named('/old-new.html'),
  'GET /v1/dossiers/{id}/as-of.html': named('/as-of.html'),
  'GET /v1/dossiers/{id}/documents/opinion-table.xlsx': named('/documents/opinion-table.xlsx'),
  'GET /v1/dossiers/{id}/documents/opinion-table.csv': named('/documents/opinion-table.csv'),
  'GET /v1/dossiers/{id}/documents/old-new.docx': named('/documents/old-new.docx'),
  // These dossiers have no second round and no public comment; who gets the papers of those is in test/documents.
  'GET /v1/dossiers/{id}/documents/cover.docx': absent('/documents/cover.docx?round=2'),
  'GET /v1/dossiers/{id}/documents/public-comment-result.docx': absent(
    '/documents/public-comment-result.docx',
  ),
  'GET /v1/dossiers/{id}/documents/public-comment-result.csv': absent('/documents/public-comment-result.csv'),
  'GET /v1/inbox': {
    ...whoever,
    paths: ({ id }) => ['/v1/inbox?organ=METI&state=all', '/v1/inbox', `/v1/inbox?state=all&dossierId=${id}`],
    check: ({ items }, _, own) => expect((items as unknown[]).length > 0).toBe(own),
  },
  'GET /v1/board': {
    ...whoever,
    paths: () => ['/v1/board', '/v1/board?type=initiative'],
    check: ({ total, cells }, sees) => {
      expect(total).toBe(sees.length);
      expect((cells as { stage: string }[]).map(({ stage }) => stage).sort()).toEqual([...sees].sort());
    },
  },
  'GET /v1/coverage': {
    ...whoever,
    paths: () => ['/v1/coverage'],
    check: ({ pillars }, sees) => expect(pillars[0].initiatives).toBe(sees.length),
  },
  'GET /v1/dwell': {
    ...whoever,
    paths: ({ id }) => [
      '/v1/dwell?by=dossier',
      `/v1/dwell?by=organ&dossier=${id}`,
      '/v1/dwell?by=stage&organ=METI',
    ],
    check: ({ rows }, sees, own) => {
      const held = own ? sees : sees.filter((stage) => stage !== 'DRAFT' && stage !== 'WITHDRAWN');
      expect((rows as { title?: object }[]).filter(({ title }) => title)).toHaveLength(held.length);
    },
  },
  'GET /v1/late': {
    ...whoever,
    paths: () => ['/v1/late', '/v1/late?organ=HQ', '/v1/late?asOf=2027-01-01T00:00:00Z'],
    check: ({ late }, sees) =>
      expect((late as { title: { en: string } }[]).map(({ title }) => title.en)).toEqual(
        sees.includes('FILED') ? [`The matter of ${markOf('FILED')}`] : [],
      ),
  },
  'GET /v1/load': { ...whoever, paths: () => ['/v1/load', '/v1/load?organs=MIC,METI'] },
  'GET /v1/precedents': {
    ...whoever,
    paths: ({ id }) => ['/v1/precedents', '/v1/precedents?q=mark', `/v1/precedents?q=${id}`],
    check: ({ items }, sees) =>
      expect((items as { dossierId: string }[]).length).toBe(sees.includes('CONSULTATION') ? 1 : 0),
  },
  // Of those who see a dossier, its leads and the secretariat plan its rounds.
  'GET /v1/dossiers/{id}/round-preview': {
    ...named('/round-preview'),
    plans: ['METI', 'HQ'],
  },
  // The public register: nothing of these dossiers was published. What it shows of others is in test/open-data.
  ...Object.fromEntries(
    ['', '/catalogue.jsonld', '/guidelines', '/dossiers', '/decisions', '/dispositions'].map((path) => [
      `GET /open-data${path}`,
      { ...whoever, paths: () => [`/open-data${path}`] },
    ]),
  ),
  'GET /open-data/guidelines/{id}': unpublished('guidelines'),
  'GET /open-data/dossiers/{id}': unpublished('dossiers'),
  'GET /v1/organs': { ...whoever, paths: () => ['/v1/organs'] },
  'GET /v1/read-models': { ...whoever, paths: () => ['/v1/read-models'] },
  // Not a dossier's: of the secretariat alone. Who asks for them is in test/distance.
  'GET /v1/incidents': { paths: () => ['/v1/incidents'], seen: 200, unseen: 403, roles: /^SECR_/ },
  'POST /v1/reconciliations': {
    paths: () => ['/v1/reconciliations'],
    ...{ seen: 200, unseen: 403, roles: /^SECR_/ },
  },
  // Not a dossier's: for the director alone.
  'POST /v1/read-models/{name}/rebuild': {
    paths: () => ['/v1/read-models/timeline/rebuild'],
    seen: 202,
    unseen: 403,
  },
};
