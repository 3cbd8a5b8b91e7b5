import { ahead, guidelineAt, guidelineBody, initiativeAt, initiativeBody } from '../support/journey';
import type { TestApp } from '../support/app';
import { row, seen, seenByObserver, unseen, type AccessRow } from './access-row';
import { consultationAccess } from './consultation-access';

const at = (stage: string) => (app: TestApp) => initiativeAt(app, stage);
const guideline = (stage: string) => (app: TestApp) => guidelineAt(app, stage);
const reason = { reason: 'for the record' };

/** An initiative in approval for which the liaison is asked to concur; with `absent`, the CAIO has done so for the approver. */
const asked =
  (absent = false) =>
  async (app: TestApp): Promise<string> => {
    const id = await initiativeAt(app, 'DRAFT');
    const person = absent ? 'meti-approver' : 'meti-liaison';
    const data = { concurrence: [{ division: '総務課', person }] };
    await app.command('meti-desk', id, 'request-approval', data);
    if (!absent) return id;
    await app.register('meti-caio', 'CAIO', 'METI');
    await app.standIn('meti-approver', 'meti-caio', 'MIN_APPROVER', 'METI', 'ACTING');
    await app.command('meti-caio', id, 'concur-internally', {});
    return id;
  };
/** Every command route must have a row: a route without one fails the matrix. */
export const commandAccess: Record<string, AccessRow> = {
  ...consultationAccess,
  'draft-dossier': row(
    at('NONE'),
    initiativeBody(),
    ['meti-desk', 201],
    'meti-approver',
    ['mic-desk', 403],
    seen,
    seenByObserver,
  ),
  'revise-dossier': row(
    at('DRAFT'),
    { type: 'initiative', head: { ...initiativeBody().head, summary: 'changed' }, note: 'n' },
    ['meti-desk', 200],
    'meti-approver',
    ['mic-desk', 404],
    unseen,
  ),
  'request-approval': row(at('DRAFT'), {}, ['meti-desk', 200], 'meti-approver', ['mic-desk', 404], unseen),
  'approve-dossier': row(
    at('MIN_APPROVAL'),
    {},
    ['meti-approver', 200],
    'meti-desk',
    ['mic-approver', 404],
    unseen,
  ),
  'refuse-approval': row(
    at('MIN_APPROVAL'),
    reason,
    ['meti-approver', 200],
    'meti-liaison',
    ['mic-approver', 404],
    unseen,
  ),
  // Whoever is not named is told so only after the role: a desk is refused as not named, not as a desk.
  'concur-internally': row(asked(), {}, ['meti-liaison', 200], 'meti-desk', ['mic-liaison', 404], unseen),
  'post-view-approval': row(
    asked(true),
    {},
    ['meti-approver', 200],
    'meti-liaison',
    ['mic-approver', 404],
    unseen,
  ),
  'recuse-officer': row(
    at('FILED'),
    { person: 'hq-reviewer', reason: 'r' },
    ['hq-director', 200],
    'meti-liaison',
    ['mic-liaison', 404],
    seen,
  ),
  'override-recusal': row(
    at('FILED'),
    { person: 'hq-reviewer-meti', reason: 'r' },
    ['hq-director', 200],
    'meti-liaison',
    ['mic-liaison', 404],
    seen,
  ),
  'file-dossier': row(at('APPROVED'), {}, ['meti-liaison', 200], 'meti-desk', ['mic-liaison', 404], unseen),
  'accept-dossier': row(
    at('FILED'),
    {},
    ['hq-intake', 200],
    'meti-liaison',
    ['mic-liaison', 404],
    ['hq-reviewer', 403],
  ),
  'return-dossier': row(
    at('FILED'),
    { reasons: ['r'] },
    ['hq-intake', 200],
    'meti-liaison',
    ['mic-liaison', 404],
    ['hq-reviewer', 403],
  ),
  'begin-review': row(at('ACCEPTED'), {}, ['hq-reviewer', 200], 'meti-liaison', ['mic-liaison', 404], seen),
  'open-round': row(
    at('IN_REVIEW'),
    { participants: [{ organ: 'MIC', mode: 'CONCUR' }] },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 404],
    seen,
  ),
  'set-position': row(
    at('CONSULTATION'),
    { roundNo: 1, organ: 'MIC', position: 'CONCUR' },
    ['mic-liaison', 200],
    'mic-desk',
    ['mof-liaison', 404],
    seen,
  ),
  'conclude-round': row(
    at('ANSWERED'),
    { roundNo: 1 },
    ['hq-reviewer', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
  ),
  'endorse-dossier': row(
    at('IN_REVIEW'),
    {},
    ['hq-approver', 200],
    'meti-liaison',
    ['mic-liaison', 404],
    seen,
  ),
  'decline-to-endorse': row(
    at('IN_REVIEW'),
    reason,
    ['hq-director', 200],
    'meti-liaison',
    ['mic-liaison', 404],
    seen,
  ),
  'request-legal-check': row(
    guideline('CONSULTED'),
    {},
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
  ),
  'record-legal-check': row(
    guideline('LEGAL_CHECK'),
    { organ: 'METI', finding: 'PASSED', notes: 'n' },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
  ),
  'report-review': row(
    guideline('SECR_REVIEW'),
    { findings: 'f' },
    ['hq-reviewer', 200],
    'meti-liaison',
    ['mic-liaison', 403],
    seen,
  ),
  'open-public-comment': row(
    guideline('REVIEWED'),
    { closeOn: ahead(20), caseNo: 'n', materials: ['m'] },
    ['hq-approver', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
  ),
  // 409: the comment is still open; the permission is passed.
  'dispose-comments': row(
    guideline('PUBLIC_COMMENT'),
    { groupNo: 1, gist: 'g', count: 1, response: 'r', changeMade: true, clauseId: 'c1' },
    ['meti-desk', 409],
    'meti-approver',
    ['mic-desk', 403],
    seen,
    seenByObserver,
  ),
  'publish-comment-result': row(
    guideline('PUBLIC_COMMENT'),
    { url: 'https://www.meti.go.jp/x', publishedOn: '2026-04-01' },
    ['meti-liaison', 409],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
    seenByObserver,
  ),
  'abandon-after-comment': row(
    guideline('PUBLIC_COMMENT'),
    reason,
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
    seenByObserver,
  ),
  'request-final-approval': row(
    guideline('REVIEWED'),
    {},
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
  ),
  'lodge-item': row(
    guideline('FINALLY_APPROVED'),
    { meetingOn: ahead(30), manner: 'CIRCULATED', form: 'DECISION', papers: ['p'] },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
  ),
  'place-on-agenda': row(
    guideline('LODGED'),
    { agenda: 'DRAFT' },
    ['hq-approver', 200],
    'meti-liaison',
    ['mic-liaison', 403],
    seen,
  ),
  'defer-item': row(
    guideline('LODGED'),
    { meetingOn: ahead(60), ...reason },
    ['hq-director', 200],
    'meti-liaison',
    ['mic-liaison', 403],
    seen,
  ),
  'withdraw-item': row(
    guideline('LODGED'),
    reason,
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
  ),
  // 409: its review is not due yet; the permission is passed.
  'confirm-dossier': row(
    guideline('IN_FORCE'),
    { reviewBy: ahead(400), ...reason },
    ['meti-liaison', 409],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
    seenByObserver,
  ),
  'amend-dossier': row(
    guideline('IN_FORCE'),
    { successorId: '01JD0000000000000000000001' },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
    seenByObserver,
  ),
  'repeal-dossier': row(
    guideline('IN_FORCE'),
    reason,
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
    seenByObserver,
  ),
  'decide-dossier': row(
    guideline('FINALLY_APPROVED'),
    { decidedOn: '2026-04-01', reference: 'R-1' },
    ['hq-director', 200],
    'meti-liaison',
    ['mof-desk', 403],
    seen,
  ),
  'activate-dossier': row(
    at('ENDORSED'),
    {},
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
    seenByObserver,
  ),
  'publish-dossier': row(
    at('ENDORSED'),
    { url: 'https://www.meti.go.jp/x', language: 'ja', publishedOn: '2026-04-01' },
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 403],
    seen,
    seenByObserver,
  ),
  'withdraw-dossier': row(
    at('DRAFT'),
    reason,
    ['meti-liaison', 200],
    'meti-desk',
    ['mic-liaison', 404],
    unseen,
  ),
  // 422: only one version of the procedure has been released; the permission is passed.
  'move-procedure': row(
    at('FILED'),
    { version: 2, reason: 'r' },
    ['hq-director', 422],
    'meti-liaison',
    ['mic-liaison', 404],
    seen,
  ),
};

/** Bodies with as many fields as possible, by command, to try surplus ones on. */
export const fullBodies = (): [path: string, body: unknown][] => [
  ...Object.entries(commandAccess).map(([path, { data }]): [string, unknown] => [path, data]),
  ['draft-dossier', guidelineBody()],
];
