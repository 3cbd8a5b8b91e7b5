import { digest } from '#commands';
import { dossierType, DossierBody } from '#contracts';
import { newDossierId, type Answered, type TestApp } from './app';
import { query } from './database';

/** An initiative of METI that needs no consultation, and a guideline of METI. */
export const initiativeBody = () => {
  const { type, example } = dossierType('initiative');
  return { type, ...example, head: { ...example.head, lead: 'METI', competenceTags: [] as string[] } };
};
export const guidelineBody = () => {
  const { type, example } = dossierType('guideline');
  return { type, ...example, head: { ...example.head, lead: 'METI' } };
};

type Step = [person: string, path: string, data: unknown];

const roundOf = (participants: object[]): Step => ['hq-reviewer', 'open-round', { participants }];
const filed: Step[] = [
  ['meti-desk', 'request-approval', {}],
  ['meti-approver', 'approve-dossier', {}],
  ['meti-liaison', 'file-dossier', {}],
];
const reviewed: Step[] = [...filed, ['hq-intake', 'accept-dossier', {}], ['hq-reviewer', 'begin-review', {}]];
const asked = roundOf([{ organ: 'MIC', mode: 'CONCUR' }]);
const answer: Step = ['mic-liaison', 'set-position', { roundNo: 1, organ: 'MIC', position: 'CONCUR' }];
const endorse: Step = ['hq-approver', 'endorse-dossier', {}];

/** Ways of an initiative to a stage, by name. */
const ways: Record<string, Step[]> = {
  DRAFT: [],
  MIN_APPROVAL: filed.slice(0, 1),
  APPROVED: filed.slice(0, 2),
  FILED: filed,
  ACCEPTED: reviewed.slice(0, 4),
  IN_REVIEW: reviewed,
  CONSULTATION: [...reviewed, asked],
  ANSWERED: [...reviewed, asked, answer],
  ENDORSED: [...reviewed, endorse],
};

const must = (answered: Answered, what: string): Answered => {
  if (answered.status < 300) return answered;
  throw new Error(`${what}: ${answered.status} ${answered.text}`);
};

const walk = async (app: TestApp, body: unknown, steps: Step[]): Promise<string> => {
  const id = newDossierId();
  must(await app.command('meti-desk', id, 'draft-dossier', body), 'draft-dossier');
  for (const [person, path, data] of steps) must(await app.command(person, id, path, data), path);
  return id;
};

/** What stands in the clause of the initiatives that are talked about. */
export const wordsOfClause = '検出結果は点検員が全件確認する。';
const oneClause = (coLeads: string[] = []) => {
  const body = initiativeBody();
  const clauses = [{ id: 'c1', text: wordsOfClause, children: [] }];
  return { ...body, head: { ...body.head, coLeads }, clauses };
};

/** The hash of the first version of such an initiative. */
export const initiativeHash = (coLeads: string[]): string => digest(DossierBody.parse(oneClause(coLeads)));

const reason = 'for the record';
const opened: Step[] = [...reviewed, roundOf(['MIC', 'MOF'].map((organ) => ({ organ, mode: 'CONCUR' })))];
const raisedBy = (organ: string): Step => [
  `${organ.toLowerCase()}-liaison`,
  'raise-thread',
  {
    ...{ roundNo: 1, organ },
    thread: { kind: 'OPINION', weight: 'MUST', clauseId: 'c1', body: '全件であることを残すべきである。' },
  },
];
const raised: Step[] = [...opened, raisedBy('MIC')];
const thread = 'MIC#1';
const escalated: Step = ['mic-liaison', 'escalate-thread', { thread, organ: 'MIC', reason }];

/** Ways of an initiative with one clause, on which MIC and MOF are asked, to what is said about it. */
const talks: Record<string, Step[]> = {
  OPEN: opened,
  SUSPENDED: [...opened, ['meti-liaison', 'suspend-round', { roundNo: 1, reason }]],
  FAULTY: [...opened, ['hq-director', 'suspend-round', { roundNo: 1, reason }]],
  OBJECTED: [
    ...opened,
    ['mic-liaison', 'object-allocation', { roundNo: 1, organ: 'MIC', claim: 'NOT_OURS', reason }],
  ],
  REWORDED: [
    ...opened,
    ['meti-liaison', 'suspend-round', { roundNo: 1, reason }],
    [
      'meti-desk',
      'revise-dossier',
      {
        type: 'initiative',
        clauseEdits: [{ op: 'replace', clauseId: 'c1', text: '検出結果は、点検員が全件確認する。' }],
      },
    ],
  ],
  RAISED: raised,
  ADOPTED: [...raised, ['meti-desk', 'answer-thread', { thread, answer: '採る。', disposition: 'ADOPTED' }]],
  ESCALATED: [...raised, escalated, escalated],
  RECORDED: [
    ...raised,
    [
      'mic-liaison',
      'record-memorandum',
      { organ: 'MIC', threads: [thread], clauseIds: ['c1'], text: '確認。' },
    ],
  ],
};

/** Makes an initiative of METI on which MIC and MOF are asked, and brings it to what is said about it. */
export const talkedAt = (app: TestApp, way: string): Promise<string> =>
  walk(app, oneClause(), talks[way] ?? []);

const signed: Step = ['mic-liaison', 'sign-version', { organ: 'MIC', sha256: initiativeHash(['MIC']) }];
const jointWays: Record<string, Step[]> = {
  DRAFT: [],
  APPROVED: filed.slice(0, 2),
  RAISED: [signed, ...reviewed, roundOf([{ organ: 'MOF', mode: 'CONCUR' }]), raisedBy('MOF')],
};

/** Makes an initiative that METI and MIC lead together, and brings it to a stage; signed when it is filed. */
export const jointAt = (app: TestApp, stage: string): Promise<string> =>
  walk(app, oneClause(['MIC']), jointWays[stage] ?? []);

/** Makes an initiative of METI and brings it to a stage. `NONE` is an id without a dossier. */
export const initiativeAt = (app: TestApp, stage: string): Promise<string> =>
  stage === 'NONE' ? Promise.resolve(newDossierId()) : walk(app, initiativeBody(), ways[stage] ?? []);

/** A day so many days ahead. */
export const ahead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const reported: Step[] = [
  ['hq-reviewer', 'begin-review', {}],
  ['hq-reviewer', 'report-review', { findings: 'consistent' }],
];
const approvedAtLast: Step[] = [
  ...reported,
  ['meti-liaison', 'request-final-approval', {}],
  ['meti-approver', 'approve-dossier', {}],
];
const inForce: Step[] = [
  ...approvedAtLast,
  ['hq-director', 'decide-dossier', { decidedOn: '2026-04-01', reference: 'R-1' }],
  [
    'meti-liaison',
    'publish-dossier',
    { url: 'https://www.meti.go.jp/x', language: 'ja', publishedOn: '2026-04-01' },
  ],
  ['meti-liaison', 'activate-dossier', {}],
];

/** Ways of a guideline from the conclusion of its round to a stage, by name. */
const guidelineWays: Record<string, Step[]> = {
  CONSULTED: [],
  LEGAL_CHECK: [['meti-liaison', 'request-legal-check', {}]],
  SECR_REVIEW: reported.slice(0, 1),
  REVIEWED: reported,
  PUBLIC_COMMENT: [...reported, ['meti-liaison', 'open-public-comment', {}]],
  FINAL_APPROVAL: approvedAtLast.slice(0, -1),
  FINALLY_APPROVED: approvedAtLast,
  LODGED: [...approvedAtLast, ['meti-liaison', 'lodge-item', { meetingOn: ahead(30), manner: 'CIRCULATED' }]],
  IN_FORCE: inForce,
};

/** Makes a guideline of METI, for its minister to decide, that everybody concurs with, and brings it to a stage. */
export const guidelineAt = async (app: TestApp, stage: string): Promise<string> => {
  const body = guidelineBody();
  const content = { ...body.content, decisionBody: 'MINISTER' };
  const accepted: Step[] = [...filed, ['hq-intake', 'accept-dossier', {}], roundOf([])];
  const id = await walk(app, { ...body, content }, accepted);
  const rows = await query(
    app.database.url,
    `SELECT p ->> 'organ' AS organ FROM events, jsonb_array_elements(data -> 'participants') p WHERE stream_id = $1 AND type = 'RoundOpened'`,
    [id],
  );
  for (const { organ } of rows as { organ: string }[]) {
    const data = { roundNo: 1, organ, position: 'CONCUR' };
    const person = `${organ.toLowerCase()}-liaison`;
    await app.register(person, 'LIAISON', organ);
    must(await app.command(person, id, 'set-position', data), `position of ${organ}`);
  }
  const concluded: Step = ['meti-liaison', 'conclude-round', { roundNo: 1 }];
  for (const [person, path, data] of [concluded, ...(guidelineWays[stage] ?? [])])
    must(await app.command(person, id, path, data), path);
  return id;
};

/** Events in the stream of a dossier. */
export const eventCount = async (app: TestApp, dossierId: string): Promise<number> => {
  const [row] = await query(app.database.url, 'SELECT count(*)::int AS n FROM events WHERE stream_id = $1', [
    dossierId,
  ]);
  return row?.n as number;
};
