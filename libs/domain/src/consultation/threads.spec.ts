import { desk, director, endorser, exampleBody, filed, intake, liaison, tick, Story } from '../testing.js';
import { instantOf } from '../clock/index.js';
import { ledgerOf, reservationsOf, unsettled } from './comment-ledger.js';

const tokyo = (date: string, time: string) => instantOf(date, time, 'Asia/Tokyo');
const asked = '学習に個人情報を用いる場合は利用目的の特定と要配慮個人情報の除外を契約チェックシートに追加';
const body = '契約で確かめるべきである。';

/** Opened on Monday 2026-06-01 15:10 with 15 business days, and answers are written once it is due. */
const opened = (participants: object[] = []): Story =>
  filed('guideline', {}, {}, tokyo('2026-06-01', '15:10'))
    .when('AcceptDossier', {}, intake)
    .when('OpenRound', { kind: 'FULL', participants }, liaison('DA'));
const raise = (story: Story, organ: string, thread: object, roundNo = 1) =>
  story.when('RaiseThread', { roundNo, organ, thread: { body, ...thread } }, liaison(organ));
const must = (more: object = {}) => ({ kind: 'OPINION', weight: 'MUST', clauseId: 'c4.2', ...more });
const should = (more: object = {}) => ({ ...must(more), weight: 'SHOULD' });
const answering = (organ = 'PPC', thread: object = must()): Story =>
  tick(raise(opened(), organ, thread), 'round-1', 'due');
const answer = (story: Story, thread: string, disposition?: string, proof?: object) =>
  story.when(
    'AnswerThread',
    {
      thread,
      answer: '御意見のとおりとする。',
      ...(disposition && { disposition }),
      ...(proof && { proof }),
    },
    liaison('DA'),
  );
const proof = (text: string, versionNo = 2, clauseId = 'c4.2') => ({ versionNo, clauseId, text });
const rewrite = (story: Story, text: string, clauseId = 'c4.2') =>
  story.when(
    'ReviseDossier',
    { type: 'guideline', clauseEdits: [{ op: 'replace', clauseId, text }] },
    desk('DA'),
  );
const thread = (story: Story, ref = 'PPC#1') => story.dossier!.threads.find((one) => one.ref === ref)!;
const clock = (story: Story, name: string) => story.dossier!.clocks[name];
const close = (story: Story, ref = 'PPC#1') =>
  story.when('CloseThread', { thread: ref }, liaison(ref.split('#')[0]!));
const reopen = (story: Story, ref = 'PPC#1', more: object = {}) =>
  story.when('ReopenThread', { thread: ref, body: 'なお足りない。', ...more }, liaison(ref.split('#')[0]!));
const escalate = (story: Story, organ: string, ref = 'PPC#1') =>
  story.when('EscalateThread', { thread: ref, organ, reason: '担当間で整わない' }, liaison(organ));
const whys = (story: Story) => unsettled(story.dossier!).map(({ why }) => why);

describe('raising a thread', () => {
  it('numbers the threads of each organ over the dossier and remembers the text they are about', () => {
    const story = opened();
    raise(story, 'PPC', must({ quotedText: '学習利用の 有無', proposedText: asked }));
    expect(story.of('ThreadRaised')).toMatchObject({ thread: 'PPC#1', versionNo: 1, late: false });
    raise(story, 'PPC', { kind: 'QUESTION' });
    expect(story.of('ThreadRaised')).toMatchObject({ thread: 'PPC#2', weight: 'NOTE' });
    raise(story, 'MOF', { kind: 'QUESTION' });
    expect(story.of('ThreadRaised')).toMatchObject({ thread: 'MOF#1' });
  });

  it('finds a quotation in the heading or the text of its clause, whatever the width and the spaces', () => {
    raise(opened(), 'PPC', must({ clauseId: 'c4', quotedText: '契 約' }));
    raise(opened(), 'PPC', must({ quotedText: '入力データの\n学習利用' }));
    raise(opened(), 'PPC', must({ clauseId: 'c1', quotedText: '生成AIの' }));
  });

  it.each([
    ['a clause that is not there', must({ clauseId: 'c9' }), 'thread.clauseId: there is no clause c9'],
    [
      'a quotation of another clause',
      must({ quotedText: '目的とする' }),
      'thread.quotedText: it is not found',
    ],
    ['a text for no clause', must({ clauseId: undefined, proposedText: 'x' }), 'thread.clauseId: say which'],
    [
      'a quotation of no clause',
      must({ clauseId: undefined, quotedText: '契約' }),
      'thread.clauseId: say which',
    ],
  ])('refuses %s', (_, wrong, detail) => {
    const data = { roundNo: 1, organ: 'PPC', thread: { body, ...wrong } };
    const problem = opened().refused('RaiseThread', data, liaison('PPC'));
    expect(problem).toMatchObject({ type: 'invalid-content', detail: expect.stringContaining(detail) });
  });

  it('is for the participants of the running round, those who are only informed too', () => {
    const story = opened([{ organ: 'NPERS', mode: 'INFORM' }]);
    raise(story, 'NPERS', should());
    const data = { roundNo: 1, organ: 'BOA', thread: { body, ...must() } };
    expect(story.refused('RaiseThread', data, liaison('BOA')).type).toBe('not-permitted');
  });

  it('is late after the due time, and the lead then has its own days for it', () => {
    const story = tick(opened(), 'round-1', 'due');
    expect(clock(story, 'answers-1')).toBeUndefined();
    story.at = tokyo('2026-06-24', '10:00');
    raise(story, 'PPC', must());
    expect(story.of('ThreadRaised')).toMatchObject({ late: true });
    expect(clock(story, 'answer PPC#1')).toMatchObject({ holder: 'DA', dueAt: tokyo('2026-07-01', '17:00') });
  });

  it('waits while the round is suspended', () => {
    const story = opened();
    story.when('SuspendRound', { roundNo: 1, reason: '手続の瑕疵' }, liaison('DA'));
    const data = { roundNo: 1, organ: 'PPC', thread: { body, ...must() } };
    expect(story.refused('RaiseThread', data, liaison('PPC')).extra).toMatchObject({
      rule: 'round-suspended',
    });
  });
});

describe('answering a thread', () => {
  it('has five business days from the deadline of the round', () => {
    const story = answering();
    expect(clock(story, 'answers-1')).toMatchObject({ holder: 'DA', dueAt: tokyo('2026-06-29', '17:00') });
    answer(story, 'PPC#1', 'NOT_ADOPTED');
    expect(clock(story, 'answers-1')).toMatchObject({ running: false });
    expect(clock(story, 'reopen PPC#1')).toMatchObject({
      holder: 'PPC',
      dueAt: tokyo('2026-06-26', '17:00'),
      running: true,
    });
  });

  it('goes on until the last thread is answered, and names the MUSTs that are late', () => {
    const story = opened();
    raise(raise(raise(story, 'PPC', must()), 'MOD', must()), 'METI', should());
    tick(story, 'round-1', 'due');
    answer(story, 'PPC#1', 'NOT_ADOPTED');
    expect(clock(story, 'answers-1')).toMatchObject({ running: true });
    tick(story, 'answers-1', 'due');
    expect(story.of('AnswersOverdue')).toEqual({ roundNo: 1, threads: ['MOD#1'] });
  });

  it('is late once for each thread, under the clock of its own round', () => {
    const story = rewrite(answering(), asked);
    story.at = tokyo('2026-06-23', '10:00');
    const open = (participants: string[]) =>
      story.when(
        'OpenRound',
        { kind: 'DELTA', participants: participants.map((organ) => ({ organ, mode: 'CONCUR' })) },
        liaison('DA'),
      );
    raise(open(['MOD']), 'MOD', must(), 2);
    tick(story, 'round-2', 'due');
    tick(story, 'answers-1', 'due');
    expect(story.of('AnswersOverdue')).toEqual({ roundNo: 1, threads: ['PPC#1'] });
    tick(story, 'answers-2', 'due');
    expect(story.of('AnswersOverdue')).toEqual({ roundNo: 2, threads: ['MOD#1'] });
    answer(story, 'MOD#1', 'NOT_ADOPTED');
    expect([clock(story, 'answers-1')!.running, clock(story, 'answers-2')!.running]).toEqual([true, false]);
  });

  it('begins no second clock for what waits under one already', () => {
    const story = rewrite(answering(), asked);
    const participants = [{ organ: 'MOD', mode: 'CONCUR' }];
    story.when('OpenRound', { kind: 'DELTA', participants }, liaison('DA'));
    tick(story, 'round-2', 'due');
    expect(clock(story, 'answers-2')).toBeUndefined();
  });

  it('again is late as well, and named alone', () => {
    const story = raise(opened(), 'MOD', must());
    tick(raise(story, 'PPC', must()), 'round-1', 'due');
    reopen(answer(story, 'PPC#1', 'NOT_ADOPTED'));
    tick(story, 'answers-1', 'due');
    expect(story.of('AnswersOverdue')).toEqual({ roundNo: 1, threads: ['MOD#1'] });
    tick(story, 'answer PPC#1', 'due');
    expect(story.types).toEqual(['ClockDue', 'AnswersOverdue']);
    expect(story.of('AnswersOverdue')).toEqual({ roundNo: 1, threads: ['PPC#1'] });
  });

  it('warns nobody when only wishes and notes are late', () => {
    expect(tick(answering('METI', should()), 'answers-1', 'due').types).toEqual(['ClockDue']);
  });

  it('gives an opinion a disposition, and a question an explanation at most', () => {
    const story = raise(answering(), 'MOF', { kind: 'QUESTION' });
    const said = { answer: '積算は別紙のとおり。' };
    expect(story.refused('AnswerThread', { thread: 'PPC#1', ...said }, desk('DA')).detail).toContain(
      'disposition: PPC#1 is an opinion',
    );
    const adopted = { thread: 'MOF#1', disposition: 'ADOPTED', ...said };
    expect(story.refused('AnswerThread', adopted, desk('DA')).detail).toContain('MOF#1 is a question');
    answer(story, 'MOF#1');
    expect(thread(story, 'MOF#1')).toMatchObject({ state: 'ANSWERED' });
  });

  it('proves an adoption by words that stand in the clause of the present text, and by no others', () => {
    const story = rewrite(answering(), `${asked}する。`);
    const refused = (wrong: object, disposition = 'ADOPTED') =>
      story.refused(
        'AnswerThread',
        { thread: 'PPC#1', answer: '採用', disposition, proof: wrong },
        liaison('DA'),
      );
    expect(refused(proof(asked, 1))).toMatchObject({
      type: 'guard-refused',
      extra: { rule: 'proof-not-in-text' },
      detail: 'proof: only the present text, version 2, can be verified, not version 1.',
    });
    expect(refused(proof(asked, 2, 'c1')).detail).toBe(
      'proof: the text is not found in clause c1 of version 2.',
    );
    expect(refused(proof(asked, 2, 'c8')).detail).toBe('proof: there is no clause c8 in version 2.');
    expect(refused(proof(asked), 'NOT_ADOPTED').detail).toContain('only an adopted');
    answer(story, 'PPC#1', 'ADOPTED', proof(asked));
    expect(thread(story)).toMatchObject({ state: 'ANSWERED', proof: proof(asked) });
  });

  it('is corrected by answering again, which begins the window anew and forgets the former answer', () => {
    const story = rewrite(answering(), asked);
    answer(story, 'PPC#1', 'ADOPTED', proof(asked));
    story.at = tokyo('2026-06-25', '10:00');
    answer(story, 'PPC#1', 'EXPLAINED');
    expect(thread(story)).toMatchObject({ disposition: 'EXPLAINED' });
    expect(thread(story).proof).toBeUndefined();
    expect(clock(story, 'reopen PPC#1')).toMatchObject({ epoch: 2, dueAt: tokyo('2026-06-30', '17:00') });
  });

  it('says that there is no such thread', () => {
    const data = { thread: 'PPC#7', answer: 'x' };
    expect(answering().refused('AnswerThread', data, desk('DA')).type).toBe('not-found');
  });
});

describe('the end of a thread', () => {
  it('is silence for a SHOULD when the window ends, and never for a MUST', () => {
    const wish = answer(answering('METI', should()), 'METI#1', 'PARTLY_ADOPTED');
    tick(wish, 'reopen METI#1', 'due');
    expect(wish.of('ThreadClosed')).toEqual({ thread: 'METI#1', by: 'silence' });
    expect(clock(wish, 'reopen METI#1')).toMatchObject({ running: false });
    const condition = answer(answering(), 'PPC#1', 'NOT_ADOPTED');
    tick(condition, 'reopen PPC#1', 'due');
    expect(condition.types).toEqual(['ClockDue']);
    expect(thread(condition)).toMatchObject({ state: 'ANSWERED' });
  });

  it('is put off by asking again within the window; a MUST may ask again after it too', () => {
    const wish = answer(answering('METI', should()), 'METI#1', 'NOT_ADOPTED');
    wish.at = tokyo('2026-06-26', '17:01');
    const again = { thread: 'METI#1', body: 'なお' };
    expect(wish.refused('ReopenThread', again, liaison('METI')).extra).toMatchObject({
      rule: 'reopening-window',
    });
    const condition = tick(answer(answering(), 'PPC#1', 'NOT_ADOPTED'), 'reopen PPC#1', 'due');
    reopen(condition, 'PPC#1', { proposedText: asked });
    expect(condition.types).toEqual(['ThreadReopened', 'ClockStopped', 'ClockStarted']);
    expect(thread(condition)).toMatchObject({ state: 'REOPENED', reopened: 1, proposedText: asked });
    expect(clock(condition, 'answer PPC#1')).toMatchObject({
      holder: 'DA',
      dueAt: tokyo('2026-07-06', '17:00'),
    });
    answer(condition, 'PPC#1', 'NOT_ADOPTED');
    expect(clock(condition, 'answer PPC#1')).toMatchObject({ running: false });
  });

  it('proposes the next level with the third re-opinion, once', () => {
    const story = answering();
    const proposed: number[] = [];
    for (const times of [1, 2, 3, 4]) {
      answer(story, 'PPC#1', 'NOT_ADOPTED');
      if (reopen(story).types.includes('EscalationProposed')) proposed.push(times);
    }
    expect(proposed).toEqual([3]);
    expect(story.of('EscalationProposed')).toEqual({ thread: 'PPC#1', level: 1 });
  });

  it('is for the commenter to say', () => {
    const story = answer(answering(), 'PPC#1', 'NOT_ADOPTED');
    for (const name of ['CloseThread', 'WithdrawThread'] as const)
      expect(story.refused(name, { thread: 'PPC#1' }, liaison('DA')).extra).toMatchObject({
        rule: 'commenter',
      });
    close(story);
    for (const name of ['CloseThread', 'WithdrawThread'] as const)
      expect(story.refused(name, { thread: 'PPC#1' }, liaison('PPC')).extra).toMatchObject({
        rule: 'thread-state',
      });
    const again = { thread: 'PPC#1', body: 'なお' };
    expect(story.refused('ReopenThread', again, liaison('PPC')).extra).toMatchObject({
      rule: 'thread-state',
    });
  });

  it('stops the clocks of a thread that is taken back', () => {
    const story = answering();
    story.when('WithdrawThread', { thread: 'PPC#1', reason: '了解' }, liaison('PPC'));
    expect(thread(story)).toMatchObject({ state: 'WITHDRAWN' });
    expect(clock(story, 'answers-1')).toMatchObject({ running: false });
    expect(whys(story)).toEqual([]);
  });
});

describe('negotiation', () => {
  it('climbs by one level at a time, and by itself when the days of a rung are over', () => {
    const story = escalate(answering(), 'PPC');
    expect(story.of('ThreadEscalated')).toMatchObject({
      level: 1,
      by: 'commenter',
      rule: 'guideline@2/escalation/L1',
    });
    expect(clock(story, 'escalation PPC#1')).toMatchObject({
      holder: 'DA',
      dueAt: tokyo('2026-06-26', '17:00'),
    });
    escalate(story, 'DA');
    expect(story.of('ThreadEscalated')).toMatchObject({ level: 2, by: 'lead' });
    for (const level of [3, 4]) {
      tick(story, 'escalation PPC#1', 'due');
      expect(story.types).toEqual(['ClockDue', 'ThreadEscalated', 'ClockStopped', 'ClockStarted']);
      expect(story.of('ThreadEscalated')).toEqual({
        thread: 'PPC#1',
        level,
        by: 'clock',
        rule: `guideline@2/escalation/L${level}`,
      });
    }
    expect(tick(story, 'escalation PPC#1', 'due').types).toEqual(['ClockDue']);
    expect(clock(story, 'escalation PPC#1')).toMatchObject({ running: true });
    const higher = { thread: 'PPC#1', organ: 'DA', reason: 'x' };
    expect(story.refused('EscalateThread', higher, liaison('DA')).extra).toMatchObject({
      rule: 'ladder-top',
    });
  });

  it('is between the commenter and the lead, and not about notes', () => {
    const story = raise(answering(), 'MOF', { kind: 'QUESTION' });
    const by = (organ: string, ref: string) =>
      story.refused('EscalateThread', { thread: ref, organ, reason: 'x' }, liaison(organ)).extra;
    expect(by('METI', 'PPC#1')).toMatchObject({ rule: 'sides' });
    expect(by('MOF', 'MOF#1')).toMatchObject({ rule: 'weight' });
    const foreign = { thread: 'PPC#1', organ: 'PPC', reason: 'x' };
    expect(story.refused('EscalateThread', foreign, liaison('METI')).extra).toMatchObject({ rule: 'sides' });
  });

  it('takes a wish out of the reach of silence', () => {
    const story = answer(answering('METI', should()), 'METI#1', 'NOT_ADOPTED');
    escalate(story, 'METI', 'METI#1');
    expect(clock(story, 'reopen METI#1')).toMatchObject({ running: false });
  });

  it('ends when the thread is closed', () => {
    const story = close(answer(escalate(answering(), 'PPC'), 'PPC#1', 'EXPLAINED'));
    expect(clock(story, 'escalation PPC#1')).toMatchObject({ running: false });
  });

  it('ends in a reservation from the second level on, carried word for word', () => {
    const reason = '技術革新を萎縮させるおそれがあり、同意できない。';
    const story = escalate(answering(), 'PPC');
    const data = { thread: 'PPC#1', reason };
    expect(story.refused('ReserveThread', data, liaison('PPC')).extra).toMatchObject({
      rule: 'reservation-level',
      level: 1,
      least: 2,
    });
    escalate(story, 'PPC');
    expect(story.refused('ReserveThread', data, liaison('DA')).extra).toMatchObject({ rule: 'commenter' });
    story.when('ReserveThread', data, liaison('PPC'));
    expect(story.of('ThreadReserved')).toEqual({ thread: 'PPC#1', level: 2, by: 'commenter', reason });
    expect(clock(story, 'escalation PPC#1')).toMatchObject({ running: false });
    expect(unsettled(story.dossier!)).toEqual([]);
    expect(reservationsOf(story.dossier!)).toEqual([
      { thread: 'PPC#1', organ: 'PPC', clauseId: 'c4.2', body, reason, level: 2 },
    ]);
    expect(ledgerOf(story.dossier!)).toEqual([{ thread: 'PPC#1', weight: 'MUST', end: 'RESERVED' }]);
  });

  it.each([endorser, director])('is reserved by the secretariat too ($role)', (officer) => {
    const story = escalate(escalate(answering(), 'PPC'), 'PPC');
    story.when('ReserveThread', { thread: 'PPC#1', reason: '次回までに' }, officer);
    expect(story.of('ThreadReserved')).toMatchObject({ by: 'secretariat' });
  });
});

describe('a memorandum', () => {
  const record = (story: Story, organ: string, more: object = {}) =>
    story.when(
      'RecordMemorandum',
      { organ, threads: ['PPC#1'], clauseIds: ['c4.2'], text: '判断基準を変更しない。', ...more },
      liaison(organ),
    );

  it('says what was agreed on which level, and each other party confirms it once', () => {
    const story = record(escalate(escalate(answering(), 'PPC'), 'DA'), 'DA');
    expect(story.of('MemorandumRecorded')).toMatchObject({
      memorandumNo: 1,
      parties: ['PPC'],
      level: 2,
      clauseIds: ['c4.2'],
    });
    const confirm = (organ: string) =>
      ['ConfirmMemorandum', { organ, memorandumNo: 1 }, liaison(organ)] as const;
    expect(story.refused(...confirm('METI')).extra).toMatchObject({ rule: 'memorandum-parties' });
    expect(story.refused(...confirm('DA')).extra).toMatchObject({ rule: 'confirmed-already' });
    story.when(...confirm('PPC'));
    expect(story.dossier!.memoranda[0]).toMatchObject({ confirmedBy: ['DA', 'PPC'] });
    expect(story.refused(...confirm('PPC')).extra).toMatchObject({ rule: 'confirmed-already' });
    const none = { organ: 'PPC', memorandumNo: 2 };
    expect(story.refused('ConfirmMemorandum', none, liaison('PPC')).type).toBe('not-found');
  });

  it('is recorded by the lead, a ministry of its threads, or any participant when it has none', () => {
    expect(record(answering(), 'PPC').of('MemorandumRecorded')).toMatchObject({ parties: ['DA'] });
    expect(record(answering(), 'MOE', { threads: [] }).of('MemorandumRecorded')).toMatchObject({
      parties: ['DA'],
      level: 0,
    });
    const data = { organ: 'MOE', threads: ['PPC#1'], clauseIds: ['c1'], text: 'x' };
    expect(answering().refused('RecordMemorandum', data, liaison('MOE')).extra).toMatchObject({
      rule: 'memorandum-parties',
    });
    const alone = { organ: 'DA', threads: [], clauseIds: ['c1'], text: 'x' };
    expect(answering().refused('RecordMemorandum', alone, liaison('DA')).extra).toMatchObject({
      rule: 'memorandum-parties',
    });
  });

  it('names clauses of the present text', () => {
    const data = { organ: 'DA', threads: ['PPC#1'], clauseIds: ['c1', 'c9'], text: 'x' };
    expect(answering().refused('RecordMemorandum', data, liaison('DA')).detail).toContain(
      'clauseIds.1: there is no clause c9 in version 1',
    );
  });
});

describe('the comment ledger', () => {
  it('waits for the text of an adopted MUST, its proof and its acceptance (G1)', () => {
    const story = answer(answering(), 'PPC#1', 'ADOPTED');
    expect(unsettled(story.dossier!)).toEqual([
      { thread: 'PPC#1', organ: 'PPC', why: 'was adopted for PPC, and no text proves it yet' },
    ]);
    rewrite(rewrite(story, '(検討中)'), `${asked}する。`);
    story.when('ProveDisposition', { thread: 'PPC#1', proof: proof(asked, 3) }, desk('DA'));
    expect(whys(story)).toEqual(['is answered, and PPC has not accepted the answer']);
    close(story);
    expect(whys(story)).toEqual([]);
    expect(ledgerOf(story.dossier!)).toEqual([
      { thread: 'PPC#1', weight: 'MUST', end: 'PROVED', proof: proof(asked, 3) },
    ]);
  });

  it('keeps the round from its conclusion while a MUST is open, and says which (G1)', () => {
    const story = answering();
    const refusal = () => story.refused('ConcludeRound', { roundNo: 1 }, liaison('DA'));
    expect(refusal()).toMatchObject({
      type: 'positions-missing',
      extra: { threads: [{ thread: 'PPC#1', organ: 'PPC', why: 'waits for an answer' }] },
    });
    answer(rewrite(story, asked), 'PPC#1', 'ADOPTED', proof(asked));
    expect(refusal().extra['threads']).toHaveLength(1);
    expect(close(story).refused('ConcludeRound', { roundNo: 1 }, liaison('DA')).extra['threads']).toEqual([]);
  });

  it('takes the proposed words, when they stand in the text, for the acceptance', () => {
    const story = rewrite(answering('PPC', must({ proposedText: asked })), `${asked}する。`);
    answer(story, 'PPC#1', 'ADOPTED', proof('契約チェックシートに追加'));
    expect(whys(story)).toEqual(['is answered, and PPC has not accepted the answer']);
    story.when('ProveDisposition', { thread: 'PPC#1', proof: proof(asked) }, desk('DA'));
    expect(whys(story)).toEqual([]);
  });

  it('does not take the proposed words for it in another clause than they were proposed for', () => {
    const story = rewrite(
      answering('PPC', must({ proposedText: asked })),
      `${asked}するには及ばない。`,
      'c1',
    );
    answer(story, 'PPC#1', 'ADOPTED', proof(asked, 2, 'c1'));
    expect(whys(story)).toEqual(['is answered, and PPC has not accepted the answer']);
  });

  it('is unsettled again by an edit that removes the text, until it is answered and accepted anew', () => {
    const story = rewrite(answering(), `${asked}する。`);
    close(answer(story, 'PPC#1', 'ADOPTED', proof(asked)));
    expect(whys(story)).toEqual([]);
    rewrite(story, '別の規律を置く。');
    expect(whys(story)).toEqual(['the text that satisfied it is no longer in clause c4.2']);
    const other = { thread: 'PPC#1', proof: proof('別の規律', 3) };
    expect(story.refused('ProveDisposition', other, desk('DA')).extra).toMatchObject({
      rule: 'accepted-text',
    });
    answer(story, 'PPC#1', 'PARTLY_ADOPTED', other.proof);
    expect(whys(story)).toEqual(['is answered, and PPC has not accepted the answer']);
    close(story);
    expect(whys(story)).toEqual([]);
  });

  it('follows the accepted words into another clause', () => {
    const story = rewrite(answering(), `${asked}する。`);
    close(answer(story, 'PPC#1', 'ADOPTED', proof(asked)));
    rewrite(rewrite(story, '別の規律。'), `${asked}する。`, 'c4');
    story.when('ProveDisposition', { thread: 'PPC#1', proof: proof(asked, 4, 'c4') }, desk('DA'));
    expect(whys(story)).toEqual([]);
  });

  it('may be closed before the text is there, and stays unsettled until the proposed words are', () => {
    const story = close(answer(answering('PPC', must({ proposedText: asked })), 'PPC#1', 'ADOPTED'));
    expect(whys(story)).toEqual(['was adopted for PPC, and no text proves it yet']);
    rewrite(story, asked);
    story.when('ProveDisposition', { thread: 'PPC#1', proof: proof(asked) }, desk('DA'));
    expect(whys(story)).toEqual([]);
  });

  it('is not proved by words that nobody accepted when it was closed before any were shown', () => {
    const story = close(answer(answering(), 'PPC#1', 'ADOPTED'));
    const any = proof('入力データ', 1);
    const refused = story.refused('ProveDisposition', { thread: 'PPC#1', proof: any }, desk('DA'));
    expect(refused.extra).toMatchObject({ rule: 'accepted-text' });
    answer(story, 'PPC#1', 'ADOPTED', any);
    expect(whys(story)).toEqual(['is answered, and PPC has not accepted the answer']);
  });

  it('proves nothing for an opinion that was not adopted', () => {
    const story = answer(answering(), 'PPC#1', 'NOT_ADOPTED');
    const data = { thread: 'PPC#1', proof: proof('入力データ', 1) };
    expect(story.refused('ProveDisposition', data, desk('DA')).extra).toMatchObject({ rule: 'adopted' });
    expect(whys(close(story))).toEqual([]);
    expect(ledgerOf(story.dossier!)).toEqual([{ thread: 'PPC#1', weight: 'MUST', end: 'ACCEPTED' }]);
  });

  it('has a line for wishes and notes too, and none keeps a round from its conclusion', () => {
    const story = raise(raise(answering('METI', should()), 'MOF', { kind: 'QUESTION' }), 'MOE', should());
    answer(story, 'METI#1', 'NOT_ADOPTED');
    tick(story, 'reopen METI#1', 'due');
    story.when('WithdrawThread', { thread: 'MOE#1' }, liaison('MOE'));
    expect(unsettled(story.dossier!)).toEqual([]);
    expect(ledgerOf(story.dossier!)).toEqual([
      { thread: 'METI#1', weight: 'SHOULD', end: 'SILENT' },
      { thread: 'MOF#1', weight: 'NOTE', end: 'SILENT' },
      { thread: 'MOE#1', weight: 'SHOULD', end: 'WITHDRAWN' },
    ]);
  });

  it('is not content with the former proposal after a re-opinion', () => {
    const story = answer(
      rewrite(answering('PPC', must({ proposedText: asked })), asked),
      'PPC#1',
      'EXPLAINED',
    );
    answer(reopen(story), 'PPC#1', 'ADOPTED', proof(asked));
    expect(whys(story)).toEqual(['is answered, and PPC has not accepted the answer']);
  });

  it('does not count a consultation that was abandoned, and counts anew in the next', () => {
    const story = answering();
    expect(whys(story)).toHaveLength(1);
    story.when('AbandonRound', { roundNo: 1, reason: '案文を作り直す' }, liaison('DA'));
    expect(whys(story)).toEqual([]);
    story.when('OpenRound', { kind: 'FULL', participants: [] }, liaison('DA'));
    expect(whys(story)).toEqual([]);
    const late = { thread: 'PPC#1', answer: 'x', disposition: 'EXPLAINED' };
    expect(story.refused('AnswerThread', late, desk('DA')).extra).toMatchObject({
      rule: 'present-consultation',
    });
    raise(story, 'PPC', must(), 2);
    expect(whys(story)).toEqual(['waits for an answer']);
    expect(story.of('ThreadRaised')).toMatchObject({ thread: 'PPC#2' });
  });

  it('does not count an informal round, whose threads run no clocks', () => {
    const story = new Story().when('DraftDossier', exampleBody('guideline'), desk('DA'));
    const opening = { ...opened().of('RoundOpened')!, kind: 'INFORMAL', stage: 'PRE_CONSULTATION' } as const;
    story.resume([{ type: 'RoundOpened', data: opening }]);
    answer(raise(story, 'METI', should()), 'METI#1', 'NOT_ADOPTED');
    expect(story.types).toEqual(['ThreadAnswered']);
    expect(reopen(story, 'METI#1').types).toEqual(['ThreadReopened']);
    raise(story, 'PPC', must());
    expect([unsettled(story.dossier!), ledgerOf(story.dossier!)]).toEqual([[], []]);
  });
});
