import {
  answering,
  explicit,
  lead,
  must,
  open,
  opened,
  rewrite,
  round,
  say,
  stand,
} from '../round-testing.js';
import {
  approver,
  desk,
  endorser,
  exampleBody,
  intake,
  liaison,
  reviewer,
  Story,
  tick,
  tokyo,
} from '../testing.js';

const conclude = (story: Story, roundNo = 1) => story.when('ConcludeRound', { roundNo }, lead);
const refusal = (story: Story, roundNo = 1) => story.refused('ConcludeRound', { roundNo }, lead);
const adopt = (story: Story, thread: string, clauseId: string, text: string) =>
  story.when(
    'AnswerThread',
    {
      ...{ thread, answer: '採用する。', disposition: 'ADOPTED' },
      proof: { versionNo: story.dossier!.current.no, clauseId, text },
    },
    desk('DA'),
  );
const close = (story: Story, thread: string) =>
  story.when('CloseThread', { thread }, liaison(thread.split('#')[0]!));
const escalate = (story: Story, thread: string) =>
  story.when('EscalateThread', { thread, organ: 'DA', reason: '整わない' }, lead);
const text = '要配慮個人情報を除く。';

/** PPC's MUST is adopted in version 2 and accepted; PPC has not stated its position. */
const adopted = (story = must(opened(), 'PPC')): Story => {
  answering(story, ['PPC']);
  rewrite(story, 'c4.2', text);
  return close(adopt(story, 'PPC#1', 'c4.2', text), 'PPC#1');
};

describe('concluding the consultation', () => {
  it('is refused with every open MUST and every missing position', () => {
    const story = answering(must(opened(), 'METI'), ['PPC']);
    const problem = refusal(story);
    expect(problem).toMatchObject({
      type: 'positions-missing',
      extra: {
        missing: [{ organ: 'PPC', why: 'must state its position' }],
        threads: [{ thread: 'METI#1', organ: 'METI', why: 'waits for an answer' }],
      },
    });
    expect(problem.detail).toBe('METI#1 waits for an answer; PPC must state its position.');
  });

  it('is refused on a text that was changed since it was asked about, until that is asked about too', () => {
    const story = say(adopted(), 'PPC');
    expect(refusal(story)).toMatchObject({
      ...{ type: 'guard-refused', extra: { rule: 'delta-round', changed: ['c4.2'] } },
      detail: expect.stringContaining('OpenRound, kind DELTA'),
    });
    story.at = tokyo('2026-06-24');
    open(story, { kind: 'DELTA' });
    expect(refusal(story, 2).extra['missing']).toEqual([{ organ: 'PPC', why: 'must state its position' }]);
    say(story, 'PPC', 'CONCUR', 2);
    conclude(story, 2);
    expect(story.of('RoundConcluded')).toEqual({
      ...{ stage: 'CONSULTED', roundNo: 2, outcome: 'AGREED', sha256: story.dossier!.current.sha256 },
      ledger: [
        {
          ...{ thread: 'PPC#1', weight: 'MUST', end: 'PROVED' },
          proof: { versionNo: 2, clauseId: 'c4.2', text },
        },
      ],
      reservations: [],
      statements: [],
    });
    expect(round(story, 2)).toMatchObject({ state: 'CONCLUDED' });
  });

  it('freezes a later text when the changes are of wording only', () => {
    const story = rewrite(answering(), 'c1', '本ガイドラインは、生成AIの適切な調達及び利活用を目的とする。');
    story.when('MarkEditorial', { versionNo: 2, clauseIds: ['c1'], reason: '字句整理' }, reviewer);
    conclude(story);
    expect(round(story).concludedSha256).toBe(story.dossier!.current.sha256);
    expect(round(story).version.no).toBe(1);
  });

  it('keeps an objection until its organ changes its mind, also when it is deemed silent in a delta round', () => {
    const story = say(opened(), 'MOD', 'OBJECT');
    answering(story);
    rewrite(story, 'c1', '目的を改める。');
    open(story, { kind: 'DELTA', participants: [{ organ: 'MOD', mode: 'CONCUR' }] });
    tick(story, 'round-2', 'due');
    expect(stand(story, 'MOD', 2)!.silence).toBe('DEEMED_NO_OPINION');
    expect(refusal(story, 2).extra['missing']).toEqual([{ organ: 'MOD', why: 'objects' }]);
    say(story, 'MOD', 'NO_OPINION', 2);
    conclude(story, 2);
  });

  it('keeps an objection that was made when every MUST of its organ was settled', () => {
    const story = must(opened(), 'MOD', 'c1');
    answering(story);
    const answer = { thread: 'MOD#1', answer: '採用しない。', disposition: 'NOT_ADOPTED' };
    story.when('AnswerThread', answer, desk('DA')).when('CloseThread', { thread: 'MOD#1' }, liaison('MOD'));
    say(story, 'MOD', 'OBJECT');
    expect(refusal(story).extra).toMatchObject({ missing: [{ organ: 'MOD', why: 'objects' }], threads: [] });
    say(story, 'MOD', 'CONCUR');
    conclude(story);
  });

  it('keeps an objection whose MUST was taken back', () => {
    const story = answering(say(must(opened(), 'MOD', 'c1'), 'MOD', 'OBJECT'));
    story.when('WithdrawThread', { thread: 'MOD#1' }, liaison('MOD'));
    expect(refusal(story).extra).toMatchObject({ missing: [{ organ: 'MOD', why: 'objects' }], threads: [] });
  });

  it('overcomes an objection that is said after its MUST was reserved', () => {
    const story = answering(must(opened(), 'MOD', 'c1'));
    escalate(escalate(story, 'MOD#1'), 'MOD#1');
    story.when('ReserveThread', { thread: 'MOD#1', reason: '適用除外を維持' }, liaison('MOD'));
    conclude(say(story, 'MOD', 'OBJECT'));
    expect(story.of('RoundConcluded')).toMatchObject({ outcome: 'WITH_RESERVATION' });
  });

  it('overcomes an objection whose MUST is settled or reserved, and carries the reservation and the statements', () => {
    const story = must(opened(), 'MOD', 'c1');
    say(story, 'MOD', 'OBJECT');
    answering(story);
    story.when(
      'AnswerThread',
      { thread: 'MOD#1', answer: '採用しない。', disposition: 'NOT_ADOPTED' },
      desk('DA'),
    );
    expect(refusal(story).extra).toMatchObject({
      missing: [{ organ: 'MOD', why: 'objects' }],
      threads: [{ thread: 'MOD#1' }],
    });
    escalate(story, 'MOD#1');
    escalate(story, 'MOD#1');
    story
      .when('ReserveThread', { thread: 'MOD#1', reason: '適用除外を維持' }, liaison('MOD'))
      .when('AttachStatement', { organ: 'MOD', text: '適用除外の明記が必要。' }, liaison('MOD'));
    conclude(story);
    expect(story.of('RoundConcluded')).toMatchObject({
      outcome: 'WITH_RESERVATION',
      ledger: [{ thread: 'MOD#1', end: 'RESERVED' }],
      reservations: [{ thread: 'MOD#1', organ: 'MOD', reason: '適用除外を維持', level: 2 }],
      statements: [{ organ: 'MOD', text: '適用除外の明記が必要。', at: story.at }],
    });
  });

  it('waits for those who are asked again while they may still speak', () => {
    const story = answering();
    say(story, 'METI');
    rewrite(story, 'c1', '目的を改める。');
    open(story, { kind: 'DELTA', participants: [{ organ: 'METI', mode: 'CONCUR' }] });
    expect(refusal(story, 2).extra['missing']).toEqual([
      { organ: 'METI', why: 'may still speak until the due time' },
    ]);
    tick(story, 'round-2', 'due');
    conclude(story, 2);
  });

  it('asks nothing more of a ministry that has joined the lead, once it has signed', () => {
    const story = answering(opened(), ['PPC']);
    const { head } = story.dossier!.current.body;
    story.when('ReviseDossier', { type: 'guideline', head: { ...head, coLeads: ['PPC'] } }, desk('DA'));
    expect(refusal(story).extra['missing']).toEqual([{ organ: 'PPC', why: 'must state its position' }]);
    const { sha256 } = story.dossier!.current;
    conclude(story.when('SignVersion', { organ: 'PPC', sha256 }, liaison('PPC')));
  });

  it('takes no informed organ for one that was asked', () => {
    const story = answering(opened({ participants: [{ organ: 'NPERS', mode: 'INFORM' }] }));
    conclude(story);
    expect(explicit(story)).not.toContain('NPERS');
  });

  it('begins no clock that the end of the stage would leave behind', () => {
    const story = opened();
    story.when(
      'RaiseThread',
      { roundNo: 1, organ: 'METI', thread: { kind: 'QUESTION', body: '積算根拠は何か。' } },
      liaison('METI'),
    );
    for (const organ of explicit(story)) say(story, organ);
    story.at = tokyo('2026-07-01');
    conclude(story);
    const running = Object.entries(story.dossier!.clocks).filter(([, clock]) => clock.running);
    expect(running).toEqual([]);
  });
});

describe('the text that was agreed on', () => {
  const begin = (story: Story) => story.refused('BeginReview', {}, reviewer).extra;
  const rule = { rule: 'text-is-the-consulted-text' };

  it('is no more the one in which a MUST was proved when its words go out as a change of wording', () => {
    const story = open(say(adopted(), 'PPC'), { kind: 'DELTA' });
    conclude(say(story, 'PPC', 'CONCUR', 2), 2);
    rewrite(story, 'c4.2', '個人情報に配慮する。');
    story.when('MarkEditorial', { versionNo: 3, clauseIds: ['c4.2'], reason: '字句整理' }, reviewer);
    expect(begin(story)).toMatchObject(rule);
    rewrite(story, 'c4.2', `${text}なお従前の例による。`);
    story.when('MarkEditorial', { versionNo: 4, clauseIds: ['c4.2'], reason: '字句整理' }, reviewer);
    expect(story.when('BeginReview', {}, reviewer).dossier?.stage).toBe('SECR_REVIEW');
  });

  it('keeps what it promised to those who were asked without need', () => {
    const clauses = [{ id: 'c1', text: '試行する。', children: [] }];
    const story = new Story().when('DraftDossier', { ...exampleBody('initiative'), clauses }, desk('MLIT'));
    const file = () =>
      story
        .when('RequestApproval', {}, desk('MLIT'))
        .when('ApproveDossier', {}, approver('MLIT'))
        .when('FileDossier', {}, liaison('MLIT'))
        .when('AcceptDossier', {}, intake)
        .when('BeginReview', {}, reviewer);
    const write = (words: string) => {
      const clauseEdits = [{ op: 'replace', clauseId: 'c1', text: words }];
      return story.when('ReviseDossier', { type: 'initiative', clauseEdits }, desk('MLIT'));
    };
    const mlit = liaison('MLIT');
    file().when('OpenRound', { participants: [{ organ: 'MOD', mode: 'CONCUR' }] }, mlit);
    tick(must(story, 'MOD', 'c1'), 'round-1', 'due');
    write('試行し、結果を公表する。');
    const proof = { versionNo: 2, clauseId: 'c1', text: '結果を公表する' };
    const answer = { thread: 'MOD#1', answer: '採用する。', disposition: 'ADOPTED', proof };
    story.when('AnswerThread', answer, desk('MLIT'));
    close(story, 'MOD#1').when('OpenRound', { kind: 'DELTA' }, mlit);
    say(story, 'MOD', 'CONCUR', 2).when('ConcludeRound', { roundNo: 2 }, mlit);
    write('試行する。');
    file();
    expect(story.refused('EndorseDossier', {}, endorser).detail).toContain(
      'MOD#1 the text that satisfied it',
    );
  });

  it('is that of the last conclusion, not one that was agreed on before it', () => {
    const story = conclude(answering());
    const before = story.dossier!.current;
    rewrite(story, 'c1', '目的を改める。');
    open(story, { kind: 'DELTA' });
    tick(story, 'round-2', 'due');
    conclude(story, 2);
    rewrite(story, 'c1', before.body.clauses.find(({ id }) => id === 'c1')!.text);
    expect(story.dossier!.current.sha256).toBe(before.sha256);
    expect(begin(story)).toMatchObject(rule);
  });
});

describe('a statement to the deciders (調整意見)', () => {
  const attach = { organ: 'MOD', text: '適用除外の明記が必要。' };

  it('is of whoever was asked, the latest of each, until the decision', () => {
    const story = conclude(answering());
    story.when('AttachStatement', attach, liaison('MOD'));
    story.when('AttachStatement', { ...attach, text: '改めて述べる。' }, liaison('MOD'));
    expect(story.dossier!.statements).toEqual([{ organ: 'MOD', text: '改めて述べる。', at: story.at }]);
  });

  it('goes with the consultation in which it was made when that is given up, and no further', () => {
    const abandon = (story: Story, roundNo: number) =>
      story.when('AbandonRound', { roundNo, reason: '案文を作り直す' }, lead);
    const first = opened().when('AttachStatement', attach, liaison('MOD'));
    expect(abandon(first, 1).dossier!.statements).toEqual([]);

    const story = conclude(answering()).when('AttachStatement', attach, liaison('MOD'));
    story.at = tokyo('2026-06-24');
    open(rewrite(story, 'c1', '目的を改める。'), {
      kind: 'DELTA',
      participants: [{ organ: 'METI', mode: 'CONCUR' }],
    });
    story.when('AttachStatement', { ...attach, organ: 'METI' }, liaison('METI'));
    expect(story.dossier!.statements.map(({ organ }) => organ)).toEqual(['MOD', 'METI']);
    expect(abandon(story, 2).dossier!.statements).toMatchObject([{ organ: 'MOD' }]);
  });

  it('is on the text of its consultation only, and not on one that is asked about as a whole later', () => {
    const story = conclude(answering()).when('AttachStatement', attach, liaison('MOD'));
    story.when('ReturnDossier', { reasons: ['書き直し'] }, endorser);
    expect(story.dossier!.statements).toHaveLength(1);
    rewrite(story, 'c1', '目的を改める。')
      .when('RequestApproval', {}, desk('DA'))
      .when('ApproveDossier', {}, approver('DA'))
      .when('FileDossier', {}, lead)
      .when('AcceptDossier', {}, intake);
    expect(open(story).dossier!.statements).toEqual([]);
  });

  it('is not of who was only told', () => {
    const story = opened({ participants: [{ organ: 'NPERS', mode: 'INFORM' }] });
    expect(story.refused('AttachStatement', { ...attach, organ: 'NPERS' }, liaison('NPERS')).type).toBe(
      'not-permitted',
    );
    expect(story.refused('AttachStatement', { ...attach, organ: 'BOA' }, liaison('BOA')).type).toBe(
      'not-permitted',
    );
  });
});
