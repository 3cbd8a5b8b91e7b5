import { initiativeHash, jointAt, talkedAt, wordsOfClause } from '../support/journey';
import type { TestApp } from '../support/app';
import { row, seen, unseen, unseenByObserver, type AccessRow, type Expected } from './access-row';

const joint = (stage: string) => (app: TestApp) => jointAt(app, stage);
const talked = (stage: string) => (app: TestApp) => talkedAt(app, stage);

const reason = 'for the record';
const asked = { roundNo: 1, organ: 'MIC' };
const thread = 'MIC#1';
/** Not asked: the dossier is not there for it. */
const outsider: Expected = ['ppc-liaison', 404];

/** In a round in which MIC and MOF are asked: what MIC may, MOF is refused, and an outsider sees nothing. */
const inRound = (
  stage: string,
  data: object,
  right: Expected,
  wrongRole: string,
  ...others: Expected[]
): AccessRow =>
  row(talked(stage), data, right, wrongRole, ['mof-liaison', 403], seen, unseenByObserver, [
    outsider,
    ...others,
  ]);

/** Rounds, threads and joint drafting. */
export const consultationAccess: Record<string, AccessRow> = {
  // A co-lead is named by the command: it gets through before anybody is asked, and for itself only.
  'sign-version': row(
    joint('DRAFT'),
    { organ: 'MIC', sha256: initiativeHash(['MIC']) },
    ['mic-liaison', 200],
    'mic-desk',
    ['mof-liaison', 404],
    unseen,
    unseenByObserver,
    [['meti-liaison', 403]],
  ),
  'withdraw-co-lead': row(
    joint('APPROVED'),
    { organ: 'MIC', reason },
    ['mic-liaison', 200],
    'mic-desk',
    ['mof-liaison', 404],
    unseen,
    unseenByObserver,
    [['meti-liaison', 403]],
  ),
  'mark-editorial': inRound(
    'REWORDED',
    { versionNo: 2, clauseIds: ['c1'], reason },
    ['hq-reviewer', 200],
    'meti-liaison',
    ['hq-approver', 403],
  ),
  // 409: it is not later than the present due time; the permission is passed.
  'extend-round': inRound(
    'OPEN',
    { roundNo: 1, dueAt: '2026-01-05T08:00:00.000Z', reason },
    ['meti-liaison', 409],
    'meti-desk',
    ['mic-liaison', 403],
    ['hq-reviewer', 403],
  ),
  'suspend-round': inRound(
    'OPEN',
    { roundNo: 1, reason },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    ['hq-reviewer', 403],
  ),
  // The lead suspended it, and lifts it.
  'resume-round': inRound(
    'SUSPENDED',
    { roundNo: 1, reason },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    ['hq-director', 403],
  ),
  'abandon-round': inRound(
    'OPEN',
    { roundNo: 1, reason },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    ['hq-director', 403],
  ),
  'allocate-desk': inRound('OPEN', { ...asked, desk: '総合通信基盤局' }, ['mic-liaison', 200], 'mic-desk', [
    'meti-liaison',
    403,
  ]),
  'object-allocation': inRound(
    'OPEN',
    { ...asked, claim: 'NOT_OURS', reason },
    ['mic-liaison', 200],
    'mic-desk',
    ['meti-liaison', 403],
  ),
  'rule-on-allocation': inRound(
    'OBJECTED',
    { roundNo: 1, objectionNo: 1, ruling: 'DISMISSED', reason },
    ['hq-reviewer', 200],
    'meti-liaison',
    ['mic-liaison', 403],
  ),
  'approve-return': inRound('RAISED', asked, ['mic-approver', 200], 'mic-liaison', ['meti-approver', 403]),
  'attach-statement': inRound('OPEN', { organ: 'MIC', text: '述べる。' }, ['mic-liaison', 200], 'mic-desk', [
    'meti-liaison',
    403,
  ]),
  'raise-thread': inRound(
    'OPEN',
    { ...asked, thread: { kind: 'OPINION', weight: 'MUST', clauseId: 'c1', body: 'b' } },
    ['mic-liaison', 200],
    'mic-desk',
    ['meti-liaison', 403],
  ),
  'answer-thread': inRound(
    'RAISED',
    { thread, answer: 'a', disposition: 'NOT_ADOPTED' },
    ['meti-desk', 200],
    'meti-approver',
    ['mic-liaison', 403],
    ['mof-desk', 403],
  ),
  'prove-disposition': inRound(
    'ADOPTED',
    { thread, proof: { versionNo: 1, clauseId: 'c1', text: wordsOfClause } },
    ['meti-desk', 200],
    'meti-approver',
    ['mic-liaison', 403],
  ),
  'close-thread': inRound('ADOPTED', { thread }, ['mic-liaison', 200], 'mic-desk', ['meti-liaison', 403]),
  'reopen-thread': inRound('ADOPTED', { thread, body: 'b' }, ['mic-liaison', 200], 'mic-desk', [
    'meti-liaison',
    403,
  ]),
  'withdraw-thread': inRound('RAISED', { thread }, ['mic-liaison', 200], 'mic-desk', ['meti-liaison', 403]),
  'escalate-thread': inRound('RAISED', { thread, organ: 'MIC', reason }, ['mic-liaison', 200], 'mic-desk', [
    'meti-liaison',
    403,
  ]),
  'reserve-thread': inRound(
    'ESCALATED',
    { thread, reason },
    ['mic-liaison', 200],
    'mic-desk',
    ['meti-liaison', 403],
    ['hq-reviewer', 403],
  ),
  'record-memorandum': inRound(
    'RAISED',
    { organ: 'MIC', threads: [thread], clauseIds: ['c1'], text: '双方が確認した。' },
    ['mic-liaison', 200],
    'mic-desk',
    ['meti-liaison', 403],
  ),
  'confirm-memorandum': inRound(
    'RECORDED',
    { organ: 'METI', memorandumNo: 1 },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
  ),
};

/** Beside the rows: the same command in the name of another side. */
export const sides: [what: string, AccessRow['dossier'], person: string, path: string, object, number][] = [
  ['the lead escalates too', talked('RAISED'), 'meti-liaison', 'escalate-thread', { organ: 'METI' }, 200],
  ['nobody else escalates', talked('RAISED'), 'mof-liaison', 'escalate-thread', { organ: 'MOF' }, 403],
  ['the secretariat reserves too', talked('ESCALATED'), 'hq-approver', 'reserve-thread', {}, 200],
  [
    'no memorandum is made of threads of others',
    talked('RAISED'),
    'mof-liaison',
    'record-memorandum',
    { organ: 'MOF' },
    403,
  ],
  [
    'nobody confirms who is no party',
    talked('RECORDED'),
    'mof-liaison',
    'confirm-memorandum',
    { organ: 'MOF' },
    403,
  ],
  ['the lead itself does not sign', joint('DRAFT'), 'meti-liaison', 'sign-version', { organ: 'METI' }, 403],
  ['a co-lead answers for the leads', joint('RAISED'), 'mic-desk', 'answer-thread', { thread: 'MOF#1' }, 200],
  [
    'a procedural fault is lifted by the secretariat',
    talked('FAULTY'),
    'hq-director',
    'resume-round',
    {},
    200,
  ],
  ['a procedural fault is not lifted by the lead', talked('FAULTY'), 'meti-liaison', 'resume-round', {}, 403],
];
