import { newDossierId, TestApp } from '../support/app';
import { query } from '../support/database';
import { initiativeBody } from '../support/journey';

let app: TestApp;
const everything = ['DESK METI', 'MIN_APPROVER METI', 'SECR_REVIEWER HQ', 'SECR_APPROVER HQ'];
beforeAll(async () => {
  app = await TestApp.start();
  for (const [person, roles] of [
    ['both', everything],
    ['aide', ['DESK METI']],
    ['assistant', ['SECR_INTAKE HQ']],
  ] as const)
    for (const held of roles) await app.register(person, ...(held.split(' ') as [string, string]));
  await query(app.database.url, `INSERT INTO identity.accounts VALUES ($1, 'both-at-home', 'both')`, [
    app.issuer.url,
  ]);
  await app.standIn('both', 'aide', 'MIN_APPROVER', 'METI', 'STANDING');
  for (const role of ['SECR_REVIEWER', 'SECR_APPROVER'])
    await app.standIn('both', 'assistant', role, 'HQ', 'STANDING');
}, 60_000);
afterAll(() => app?.close());

const must = async (person: string, id: string, path: string, data: object = {}) => {
  const answered = await app.command(person, id, path, data);
  if (answered.status >= 300) throw new Error(`${person} ${path}: ${answered.status} ${answered.text}`);
};

type Duty = 'draft' | 'approve' | 'review' | 'endorse';
type Person = (duty: Duty) => string;

/** A case on its way, each duty done by whom it is given to. */
const way: [Duty | undefined, string, string, object][] = [
  ['draft', 'meti-desk', 'draft-dossier', initiativeBody()],
  [undefined, 'meti-desk', 'request-approval', {}],
  ['approve', 'meti-approver', 'approve-dossier', {}],
  [undefined, 'meti-liaison', 'file-dossier', {}],
  [undefined, 'hq-intake', 'accept-dossier', {}],
  ['review', 'hq-reviewer', 'begin-review', {}],
  ['endorse', 'hq-approver', 'endorse-dossier', {}],
];
/** Before the second duty, with the first done by one person; nobody's ties stand in the way. */
const caseBefore = async (second: Duty, who: Person): Promise<string> => {
  const id = newDossierId();
  for (const [duty, usual, path, data] of way) {
    if (duty === second) break;
    await must((duty && who(duty)) || usual, id, path, data);
    if (path !== 'file-dossier') continue;
    for (const person of ['both', 'assistant'])
      await must('hq-director', id, 'override-recusal', { person, reason: '他に人がいない' });
  }
  return id;
};
/** Returned from review, so that it is drafted again. */
const caseReturned = async (who: Person): Promise<string> => {
  const id = await caseBefore('endorse', who);
  await must('hq-approver', id, 'return-dossier', { reasons: ['改めよ'] });
  return id;
};

const commands: Record<Duty, string> = {
  draft: 'revise-dossier',
  approve: 'approve-dossier',
  review: 'begin-review',
  endorse: 'endorse-dossier',
};
const again = { type: 'initiative', head: { ...initiativeBody().head, summary: '改めた要旨。' } };

const pairs: [Duty, Duty, string][] = [
  ['draft', 'approve', 'four-eyes-filing'],
  ['draft', 'review', 'four-eyes-drafter'],
  ['draft', 'endorse', 'four-eyes-drafter'],
  ['approve', 'review', 'four-eyes-database'],
  ['approve', 'endorse', 'four-eyes-database'],
  ['review', 'endorse', 'four-eyes-endorsement'],
  ['approve', 'draft', 'four-eyes-database'],
  ['review', 'draft', 'four-eyes-database'],
];

describe('two duties of one case (WF-8)', () => {
  it.each(pairs)(
    'are not held by one person: who did %s does not %s as well',
    async (first, second, rule) => {
      const who: Person = (duty) => (duty === first ? 'both' : '');
      const id = second === 'draft' ? await caseReturned(who) : await caseBefore(second, who);
      const delegate = { draft: [], approve: ['aide'], review: ['assistant'], endorse: ['assistant'] }[
        second
      ];
      for (const person of ['both', 'both-at-home', ...delegate]) {
        const data = second === 'draft' ? again : {};
        const { status, json, headers } = await app.command(person, id, commands[second], data);
        const seen = {
          person,
          status,
          rule: json.rule as string,
          media: headers.get('content-type')?.split(';')[0],
        };
        expect(seen).toEqual({ person, status: 403, rule, media: 'application/problem+json' });
      }
    },
  );
});
