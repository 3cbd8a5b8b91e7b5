import { comment, groups } from '../public-comment/held';
import { CabinetAtWork } from '../support/cabinet-at-work';
import { financeGuidance } from './texts';

/*
 * A guidance in the sense of the Administrative Procedure Act (行政指導指針) of FSA, to its confirmation: legal check, a public comment
 * shortened with a published reason, a revision after comment, a delta round, the meeting, and the review after twelve months.
 */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start({
    PUBLIC_COMMENTS_PER_ADDRESS: '10000',
    PUBLIC_COMMENTS_PER_MINUTE: '10000',
  });
});
afterAll(() => cabinet?.close());

const fsa = () => cabinet.as('FSA', 'LIAISON');
const desk = () => cabinet.as('FSA', 'DESK');
const hq = (role: 'SECR_INTAKE' | 'SECR_REVIEWER' | 'SECR_APPROVER' | 'SECR_DIRECTOR') =>
  cabinet.as('HQ', role);
const kinds = async (organ: string) => {
  const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}&limit=200`);
  return (items as { kind: string; notice: boolean }[])
    .filter(({ notice }) => !notice)
    .map(({ kind }) => kind);
};
const stage = async () => (await cabinet.reads('FSA', `/v1/dossiers/${id}`)).stage as string;
const clocks = async () => {
  const found = (await cabinet.reads('MOF', `/v1/dossiers/${id}`)).clocks as {
    clock: string;
    dueAt: string;
  }[];
  return found.map(({ clock, dueAt }) => [clock, dueAt]);
};
const replaces = (clauseId: string, text: string) =>
  desk().does(id, 'revise-dossier', { type: 'guideline', clauseEdits: [{ op: 'replace', clauseId, text }] });
const consulted = async (guideline: object): Promise<string> => {
  id = await cabinet.files('FSA', 'guideline', guideline);
  await hq('SECR_INTAKE').does(id, 'accept-dossier');
  expect([await kinds('FSA'), await kinds('HQ')]).toEqual([['round-wanted'], []]);
  await fsa().does(id, 'open-round', {});
  const [opened] = await cabinet.events(id, 'RoundOpened');
  for (const { organ } of opened!.data.participants as { organ: string }[])
    await cabinet
      .as(organ, 'LIAISON')
      .does(id, 'set-position', { roundNo: 1, organ, position: 'NO_OPINION' });
  expect(await kinds('FSA')).toEqual(['conclusion-wanted']);
  await fsa().does(id, 'conclude-round', { roundNo: 1 });
  return id;
};

describe('a guidance of FSA that binds by the Administrative Procedure Act', () => {
  it('passes the legal check of CLB before the secretariat reviews it', async () => {
    await cabinet.clockIs('2026-06-01 10:00');
    await consulted(financeGuidance);
    expect(await kinds('HQ')).toEqual(['legal-check-request-wanted']);
    const early = await hq('SECR_REVIEWER').isRefused(id, 'begin-review');
    expect([early.rule, early.detail]).toEqual([
      'legal-check-not-needed',
      expect.stringContaining('RequestLegalCheck'),
    ]);
    await fsa().does(id, 'request-legal-check');
    expect([await kinds('CLB'), await kinds('FSA')]).toEqual([
      ['legal-check-wanted'],
      ['legal-check-wanted'],
    ]);
    expect((await cabinet.events(id, 'ClockStarted')).at(-1)!.data).toMatchObject({
      ...{ clock: 'legal-check', holder: 'CLB', dueAt: cabinet.instant('2026-06-15 17:00') },
    });
    for (const organ of ['CLB', 'FSA']) {
      const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}`);
      expect(items).toMatchObject([{ dueAt: cabinet.instant('2026-06-15 17:00') }]);
    }
    const held = await cabinet.reads('FSA', `/v1/dwell?by=organ&dossier=${id}&stage=LEGAL_CHECK`);
    expect((held.rows as { organ: string }[]).map(({ organ }) => organ)).toEqual(['CLB']);
    const clb = cabinet.as('CLB', 'LIAISON');
    const notes = '第2条の主語を明らかにすること。';
    await clb.does(id, 'record-legal-check', { organ: 'CLB', finding: 'OBJECTIONS', notes });
    expect([await kinds('CLB'), await kinds('FSA')]).toEqual([[], ['legal-objections']]);
    await replaces('c2', '金融機関は、生成AIの出力を用いて融資の可否を判断したときは、その旨を説明する。');
    expect(await kinds('FSA')).toEqual(['delta-round-wanted']);
    const unasked = await fsa().isRefused(id, 'request-legal-check');
    expect(unasked.rule).toBe('text-is-the-consulted-text');
    await hq('SECR_REVIEWER').does(id, 'mark-editorial', {
      versionNo: 2,
      clauseIds: ['c2'],
      reason: '主語の明確化',
    });
    expect([await kinds('FSA'), await kinds('HQ')]).toEqual([[], ['legal-check-request-wanted']]);
    await fsa().does(id, 'request-legal-check');
    await clb.does(id, 'record-legal-check', { organ: 'CLB', finding: 'PASSED' });
    expect([await kinds('CLB'), await kinds('FSA'), await kinds('HQ')]).toEqual([[], [], ['review-wanted']]);
    await hq('SECR_REVIEWER').does(id, 'begin-review');
    await hq('SECR_REVIEWER').does(id, 'report-review', { findings: '基本計画と整合する。' });
    expect(await kinds('FSA')).toEqual(['public-comment-wanted']);
  });

  it('cannot be decided without public comment, nor shortened without a reason that is published', async () => {
    const refused = async (command: string, data?: object) => {
      const { rule, detail } = await fsa().isRefused(id, command, data);
      return [rule, detail] as const;
    };
    expect(await refused('request-final-approval')).toEqual([
      'public-comment-not-required',
      expect.stringContaining('OpenPublicComment'),
    ]);
    expect(await refused('open-public-comment', { kind: 'VOLUNTARY' })).toEqual([
      'statutory-comment',
      expect.stringContaining('Art. 39'),
    ]);
    const shorter = { closeOn: '2026-06-20' };
    expect(await refused('open-public-comment', shorter)).toEqual([
      'statutory-period',
      'closeOn: 19 days are fewer than 30 (Art. 39); the earliest is 2026-07-01, or give kind ART40_SHORT with reasonIfShort (Art. 40).',
    ]);
    const art40 = { kind: 'ART40_SHORT', ...shorter };
    expect((await refused('open-public-comment', art40))[0]).toBe('reason-if-short');
    const reasonIfShort = '被害の急増により、緊急に定める必要があるため。';
    await fsa().does(id, 'open-public-comment', { ...art40, reasonIfShort });
    const notice = await cabinet.intake.send(`/v1/public-comments/${id}`);
    expect(notice.json).toMatchObject({ kind: 'ART40_SHORT', reasonIfShort, open: true });
  });

  it('groups what says the same, and asks for an answer to every group', async () => {
    for (const text of [
      '中小事業者に猶予を。',
      '中小事業者に 猶予を',
      '賛成する',
      '中小事業者に猶予を！',
      '説明義務を明確に',
    ])
      expect((await comment(cabinet, id, { text })).status).toBe(201);
    await cabinet.clockIs('2026-06-21 00:01');
    const [closed] = await cabinet.events(id, 'PublicCommentClosed');
    expect(closed!.data).toMatchObject({ received: 5, unique: 3 });
    expect(closed!.meta.occurredAt).toBe(cabinet.instant('2026-06-21 00:00'));
    expect(await kinds('FSA')).toEqual(expect.arrayContaining(['comments-to-dispose']));
    const page = await groups(cabinet, id, fsa().person);
    const found = (page.json.items as { no: number; count: number; text: string }[]).map((one) => [
      ...[one.no, one.count, one.text],
    ]);
    expect(found.sort()).toEqual([
      [1, 3, '中小事業者に猶予を。'],
      [2, 1, '賛成する'],
      [3, 1, '説明義務を明確に'],
    ]);
    const respite = {
      groupNo: 1,
      gist: '猶予を設けるべき。',
      response: '小規模事業者に一年の猶予を設ける。',
    };
    const change = { changeMade: true, clauseId: 'c3' };
    const over = await fsa().isRefused(id, 'dispose-comments', { ...respite, ...change, count: 6 });
    expect([over.rule, over.left]).toEqual(['comments-received', 5]);
    await desk().does(id, 'dispose-comments', { ...respite, ...change, count: 3 });
    const early = await fsa().isRefused(id, 'request-final-approval');
    expect([early.rule, early.open]).toEqual(['comments-disposed', 2]);
    for (const [groupNo, gist, response] of [
      [2, '賛成', '賛同に感謝する。'],
      [3, '説明義務', '原案のとおり。'],
    ] as const)
      await desk().does(id, 'dispose-comments', { groupNo, gist, response, count: 1, changeMade: false });
    expect(await kinds('FSA')).not.toContain('comments-to-dispose');
  });

  it('is asked about and checked again, since the text changed after the comment', async () => {
    await cabinet.clockIs('2026-06-22 10:00');
    await replaces('c3', '金融機関は、令和9年1月1日から適用する。小規模事業者は令和10年1月1日からとする。');
    expect(await kinds('FSA')).toContain('delta-round-wanted');
    const unasked = await fsa().isRefused(id, 'request-final-approval');
    expect(unasked.rule).toBe('text-is-the-consulted-text');
    await fsa().does(id, 'open-round', { kind: 'DELTA', participants: [{ organ: 'MOJ', mode: 'CONCUR' }] });
    const [, delta] = await cabinet.events(id, 'RoundOpened');
    expect(delta!.data).toMatchObject({ minimumDays: 3, dueAt: cabinet.instant('2026-06-25 17:00') });
    expect(await stage()).toBe('RECONSULTATION');
    await cabinet
      .as('MOJ', 'LIAISON')
      .does(id, 'set-position', { roundNo: 2, organ: 'MOJ', position: 'CONCUR' });
    await fsa().does(id, 'conclude-round', { roundNo: 2 });
    expect([await stage(), await kinds('FSA')]).toEqual(['REVISION', ['comment-result-wanted']]);
    expect(await kinds('HQ')).toEqual(['legal-check-request-wanted']);
    const unchecked = await fsa().isRefused(id, 'request-final-approval');
    expect(unchecked.rule).toBe('legal-check-not-needed');
    await fsa().does(id, 'request-legal-check');
    await cabinet.as('CLB', 'LIAISON').does(id, 'record-legal-check', { organ: 'CLB', finding: 'PASSED' });
    expect([await stage(), await kinds('FSA')]).toEqual([
      'REVISION',
      expect.arrayContaining(['final-request-wanted', 'comment-result-wanted']),
    ]);
    await fsa().does(id, 'request-final-approval');
  });

  it('is decided by the headquarters, and not published before the result of the comment', async () => {
    const drafter = await desk().isRefused(id, 'approve-dossier');
    expect(drafter.status).toBe(403);
    expect(await kinds('FSA')).toEqual(expect.arrayContaining(['approval-wanted']));
    await cabinet.as('FSA', 'MIN_APPROVER').does(id, 'approve-dossier');
    await cabinet.clockIs('2026-06-26 10:00');
    expect(await kinds('FSA')).toContain('item-wanted');
    // 8 July less five business days is 1 July.
    await fsa().does(id, 'lodge-item', { meetingOn: '2026-07-08', papers: ['本文', '新旧対照表'] });
    expect((await cabinet.events(id, 'ItemLodged'))[0]!.data.lodgingDeadline).toBe(
      cabinet.instant('2026-07-01 17:00'),
    );
    for (const agenda of ['DRAFT', 'FINAL']) {
      expect(await kinds('HQ')).toEqual(['agenda-wanted']);
      await hq('SECR_APPROVER').does(id, 'place-on-agenda', { agenda });
    }
    expect(await kinds('HQ')).toEqual(['decision-wanted']);
    const decision = { decidedOn: '2026-07-08', reference: '第4回本部決定' };
    expect((await hq('SECR_DIRECTOR').isRefused(id, 'decide-dossier', decision)).detail).toContain(
      '2026-07-08',
    );
    await cabinet.clockIs('2026-07-08 10:30');
    await hq('SECR_DIRECTOR').does(id, 'decide-dossier', decision);
    const { clocks } = await cabinet.reads('FSA', `/v1/dossiers/${id}`);
    expect(clocks).toMatchObject([
      { clock: 'publication-without-delay', dueAt: cabinet.instant('2026-07-09 17:00') },
    ]);
    const where = { url: 'https://www.fsa.go.jp/ai', language: 'ja', publishedOn: '2026-07-09' };
    await cabinet.clockIs('2026-07-09 10:00');
    const early = await fsa().isRefused(id, 'publish-dossier', where);
    expect([early.rule, early.detail]).toEqual([
      'comment-result-published',
      expect.stringContaining('Art. 43'),
    ]);
    const result = { url: 'https://public-comment.e-gov.go.jp/2', publishedOn: '2026-07-09' };
    await fsa().does(id, 'publish-comment-result', result);
    await fsa().does(id, 'publish-dossier', where);
    const notYet = await fsa().isRefused(id, 'activate-dossier');
    expect([notYet.rule, notYet.detail]).toEqual(['started', expect.stringContaining('2027-01-01')]);
  });

  it('is in force on its day, and reviewed twelve months later', async () => {
    await cabinet.clockIs('2027-01-04 10:00');
    await fsa().does(id, 'activate-dossier');
    expect(await clocks()).toEqual([['guideline-review', cabinet.instant('2028-01-04 17:00')]]);
    await cabinet.clockIs('2028-01-04 16:59');
    expect(await stage()).toBe('IN_FORCE');
    await cabinet.clockIs('2028-01-04 17:01');
    expect(await stage()).toBe('REVIEW_DUE');
    expect(await kinds('FSA')).toEqual(['review-due']);
    await fsa().does(id, 'confirm-dossier', { reason: '国際的な動向に変わりはない。' });
    expect(await clocks()).toEqual([['guideline-review', cabinet.instant('2029-01-04 17:00')]]);
  });

  it('explains every transition by its command, the rule and what it was decided on', async () => {
    const { transitions } = await cabinet.reads('HQ', `/v1/dossiers/${id}/explain`);
    const way = (transitions as { from: string; to: string }[]).filter(({ from, to }) => from !== to);
    expect(way.map(({ to }) => to)).toEqual([
      ...['FILED', 'ACCEPTED', 'CONSULTATION', 'CONSULTED', 'LEGAL_CHECK', 'CONSULTED', 'LEGAL_CHECK'],
      ...['SECR_REVIEW', 'REVIEWED', 'PUBLIC_COMMENT', 'REVISION', 'RECONSULTATION', 'REVISION'],
      ...['LEGAL_CHECK', 'REVISION', 'FINAL_APPROVAL', 'DECIDED', 'PUBLISHED', 'IN_FORCE'],
      ...['REVIEW_DUE', 'IN_FORCE'],
    ]);
    for (const one of transitions) {
      expect(one.rule).toMatchObject({ procedure: 'guideline', version: 2 });
      expect(one.rule.by).toContain(one.actor.role);
      const guards = one.rule.transition?.guards ?? [];
      expect(one.evidence.map(({ guard }: { guard: string }) => guard)).toEqual(
        expect.arrayContaining(guards),
      );
    }
    const opened = transitions.find(({ command }: { command: string }) => command === 'OpenPublicComment');
    expect(opened.evidence).toContainEqual({
      guard: 'comment-period',
      facts: expect.objectContaining({ kind: 'ART40_SHORT', days: 19, derivedKind: 'STATUTORY_ART39' }),
    });
    const due = transitions.find(({ to }: { to: string }) => to === 'REVIEW_DUE');
    expect([due.at, due.actor.role, due.command]).toEqual([
      cabinet.instant('2028-01-04 17:00'),
      'SYSTEM',
      'TickClock',
    ]);
  });
});

describe('a guidance that is given up after comment', () => {
  it('is published as given up, with what came in', async () => {
    await consulted(financeGuidance);
    await fsa().does(id, 'request-legal-check');
    await cabinet.as('CLB', 'LIAISON').does(id, 'record-legal-check', { organ: 'CLB', finding: 'PASSED' });
    await hq('SECR_REVIEWER').does(id, 'begin-review');
    await hq('SECR_REVIEWER').does(id, 'report-review', { findings: '可' });
    await fsa().does(id, 'open-public-comment', {});
    const [opened] = await cabinet.events(id, 'PublicCommentOpened');
    expect(opened!.data).toMatchObject({
      ...{ kind: 'STATUTORY_ART39', days: 30, closeAt: cabinet.instant('2028-02-04 00:00') },
    });
    expect((await comment(cabinet, id, { text: '撤回を求める' })).status).toBe(201);
    await cabinet.clockIs('2028-02-10 10:00');
    const left = await fsa().isRefused(id, 'withdraw-dossier', { reason: '撤回' });
    expect(left.detail).toContain('AbandonAfterComment');
    await fsa().does(id, 'abandon-after-comment', { reason: '法改正により定める必要がなくなった。' });
    expect([await stage(), await kinds('FSA')]).toEqual([
      'ABANDONED_AFTER_COMMENT',
      ['comment-result-wanted'],
    ]);
    // The eleventh is a holiday.
    expect(await clocks()).toEqual([['abandonment-notice', cabinet.instant('2028-02-18 17:00')]]);
    const result = { url: 'https://public-comment.e-gov.go.jp/3', publishedOn: '2028-02-10' };
    await fsa().does(id, 'publish-comment-result', result);
    const [published] = await cabinet.events(id, 'CommentResultPublished');
    expect(published!.data).toMatchObject({ abandoned: true, received: 1, stage: 'ABANDONED' });
    expect(published!.data.statement).toContain('命令等は定めないこととした');
  });
});
