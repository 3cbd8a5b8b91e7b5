import { answering, lead, must, open, opened, received, rewrite, round, say } from '../round-testing.js';
import {
  desk,
  director,
  endorser,
  exampleBody,
  approver,
  intake,
  liaison,
  Story,
  tick,
  tokyo,
} from '../testing.js';

const suspend = (story: Story, by = lead) =>
  story.when('SuspendRound', { roundNo: 1, reason: '前提の確認' }, by);
const resume = { roundNo: 1, reason: '確認が済んだ' };
const clock = (story: Story, name = 'round-1') => story.dossier!.clocks[name]!;

describe('a suspended round', () => {
  it('stands still with its clocks, and goes on with the business days it had left', () => {
    const story = opened();
    story.at = tokyo('2026-06-12');
    suspend(story);
    expect(story.of('RoundSuspended')).toMatchObject({ ground: 'LEAD', reason: '前提の確認' });
    expect(round(story)).toMatchObject({ state: 'SUSPENDED', suspended: { from: 'OPEN', ground: 'LEAD' } });
    expect(clock(story)).toMatchObject({ running: false, remainingDays: 6 });
    story.at = tokyo('2026-07-01');
    story.when('ResumeRound', resume, lead);
    expect(story.types).toEqual(['RoundResumed', 'ClockStarted']);
    expect(story.of('RoundResumed')!.dueAt).toBe(tokyo('2026-07-09', '17:00'));
    expect(round(story)).toMatchObject({ state: 'OPEN', dueAt: tokyo('2026-07-09', '17:00') });
    expect(clock(story)).toMatchObject({ running: true, epoch: 2, dueAt: round(story).dueAt });
  });

  it('takes no position, no comment, no extension and no conclusion', () => {
    const story = suspend(opened());
    const named = { roundNo: 1, organ: 'METI' };
    const thread = { kind: 'QUESTION', body: '積算根拠は何か。' };
    for (const [name, data] of [
      ['SetPosition', { ...named, position: 'CONCUR' }],
      ['RaiseThread', { ...named, thread }],
      ['ObjectAllocation', { ...named, claim: 'NOT_OURS', reason: '所掌外' }],
    ] as const)
      expect(story.refused(name, data, liaison('METI')).extra).toMatchObject({ rule: 'round-suspended' });
    for (const [name, data] of [
      ['ExtendRound', { roundNo: 1, dueAt: tokyo('2026-06-24', '17:00'), reason: 'x' }],
      ['ConcludeRound', { roundNo: 1 }],
      ['SuspendRound', { roundNo: 1, reason: 'x' }],
    ] as const)
      expect(story.refused(name, data, lead).extra).toMatchObject({ rule: 'round-suspended' });
  });

  it('for a procedural fault is lifted by the secretariat only', () => {
    for (const by of [endorser, director]) {
      const story = suspend(opened(), by);
      expect(story.of('RoundSuspended')!.ground).toBe('PROCEDURAL_FAULT');
      expect(story.refused('ResumeRound', resume, lead)).toMatchObject({
        ...{ type: 'not-permitted', extra: { rule: 'who-suspended' } },
      });
      expect(story.when('ResumeRound', resume, endorser).types).toContain('RoundResumed');
    }
  });

  it('by its lead is lifted by its lead only, and once', () => {
    const story = suspend(opened());
    expect(story.refused('ResumeRound', resume, endorser).extra).toMatchObject({ rule: 'who-suspended' });
    story.when('ResumeRound', resume, lead);
    expect(story.refused('ResumeRound', resume, lead).detail).toBe('Round 1 is not suspended.');
  });

  it('keeps a due time that has passed, and lets the clocks of the answers go on', () => {
    const story = answering(must(opened(), 'METI'));
    story.at = tokyo('2026-06-24');
    expect(clock(story, 'answers-1').dueAt).toBe(tokyo('2026-06-29', '17:00'));
    suspend(story);
    story.at = tokyo('2026-07-01');
    story.when('ResumeRound', resume, lead);
    expect(round(story)).toMatchObject({ state: 'ANSWERING', dueAt: tokyo('2026-06-22', '17:00') });
    expect(clock(story, 'answers-1')).toMatchObject({ running: true, dueAt: tokyo('2026-07-06', '17:00') });
    expect(clock(story).running).toBe(false);
  });

  it('makes nothing run out twice: what was late goes on being late', () => {
    const story = must(opened(), 'METI');
    must(story, 'MOD');
    answering(story);
    const escalate = (organ: string) => ({ thread: 'MOD#1', organ, reason: '隔たりが大きい' });
    story.when('EscalateThread', escalate('DA'), lead);
    tick(tick(story, 'answers-1', 'due'), 'answers-1', 'overdue');
    while (clock(story, 'escalation MOD#1').running && story.dossier!.threads[1]!.level < 4)
      tick(story, 'escalation MOD#1', 'due');
    tick(story, 'escalation MOD#1', 'due');
    const late = ['answers-1', 'escalation MOD#1'].map((name) => [name, clock(story, name).dueAt] as const);
    story.at = tokyo('2026-12-01');
    suspend(story);
    story.at = tokyo('2026-12-07');
    story.when('ResumeRound', resume, lead);
    for (const [name, dueAt] of late) {
      expect(clock(story, name)).toMatchObject({ running: true, dueAt });
      expect(tick(story, name, 'due').types).toEqual([]);
    }
    expect(story.events.filter(({ type }) => type === 'AnswersOverdue')).toHaveLength(1);
    const again = story.events.findLast((event) => event.type === 'ClockStarted');
    expect(again).toMatchObject({ data: { overdueAt: [] } });
  });

  it('records first what a due time that has passed made of the silent', () => {
    const story = opened();
    story.at = tokyo('2026-06-22', '17:01');
    suspend(story);
    expect(story.types.slice(0, 2)).toEqual(['RoundDeadlinePassed', 'SilenceRecorded']);
    expect(round(story)).toMatchObject({ state: 'SUSPENDED', suspended: { from: 'ANSWERING' } });
  });

  it('because a co-lead left waits until the head is settled', () => {
    const story = new Story();
    const body = exampleBody('guideline', {}, { coLeads: ['METI'] });
    story.when('DraftDossier', body, desk('DA'));
    const sign = () => {
      const { sha256 } = story.dossier!.current;
      story.when('SignVersion', { organ: 'METI', sha256 }, liaison('METI'));
    };
    sign();
    story
      .when('RequestApproval', {}, desk('DA'))
      .when('ApproveDossier', {}, approver('DA'))
      .when('FileDossier', {}, lead)
      .when('AcceptDossier', {}, intake);
    open(story).when('WithdrawCoLead', { organ: 'METI', reason: '所管の変更' }, liaison('METI'));
    expect(story.of('RoundSuspended')!.ground).toBe('CO_LEAD_WITHDRAWN');
    expect(story.refused('ResumeRound', resume, lead).extra).toMatchObject({ rule: 'leads-settled' });
    expect(story.refused('ResumeRound', resume, endorser).extra).toMatchObject({ rule: 'who-suspended' });
    const { head } = story.dossier!.current.body;
    story.when('ReviseDossier', { type: 'guideline', head: { ...head, coLeads: [] } }, desk('DA'));
    expect(story.when('ResumeRound', resume, lead).types).toContain('RoundResumed');
  });
});

describe('an extension', () => {
  const extend = (date: string, time = '17:00') => ({
    roundNo: 1,
    dueAt: tokyo(date, time),
    reason: '照会多数',
  });

  it('is free for the lead once, by five business days', () => {
    const story = opened();
    expect(story.refused('ExtendRound', extend('2026-06-30'), lead)).toMatchObject({
      ...{ type: 'not-permitted', extra: { rule: 'free-extension' } },
    });
    story.when('ExtendRound', extend('2026-06-29'), lead);
    expect(story.types).toEqual(['RoundExtended', 'ClockStopped', 'ClockStarted']);
    expect(story.of('RoundExtended')!.by).toBe('lead');
    expect(round(story).dueAt).toBe(tokyo('2026-06-29', '17:00'));
    expect(clock(story)).toMatchObject({ running: true, epoch: 2, dueAt: round(story).dueAt });
    expect(story.refused('ExtendRound', extend('2026-06-30'), lead).extra).toMatchObject({ rule: 'once' });
    story.when('ExtendRound', extend('2026-07-31'), endorser);
    expect(story.of('RoundExtended')!.by).toBe('secretariat');
  });

  it.each([
    ['2026-06-22', '17:00', 'later'],
    ['2026-06-27', '17:00', 'due-hour'],
    ['2026-06-24', '12:00', 'due-hour'],
  ])('to %s %s is refused', (date, time, rule) => {
    expect(opened().refused('ExtendRound', extend(date, time), endorser).extra).toMatchObject({ rule });
  });

  it('comes before the due time', () => {
    expect(answering().refused('ExtendRound', extend('2026-06-24'), lead).extra).toMatchObject({
      rule: 'deadline-passed',
    });
    const story = opened();
    story.at = tokyo('2026-06-22', '17:01');
    expect(story.refused('ExtendRound', extend('2026-06-24'), endorser).extra).toMatchObject({
      rule: 'deadline-passed',
    });
  });
});

describe('an abandoned round', () => {
  const abandon = (story: Story) =>
    story.when('AbandonRound', { roundNo: 1, reason: '案文を作り直す' }, lead);

  it('ends with its clocks; what was said stays on record and counts no more', () => {
    const story = abandon(say(must(opened(), 'METI'), 'MOD', 'OBJECT'));
    expect(story.dossier).toMatchObject({ stage: 'ACCEPTED', rounds: [{ state: 'ABANDONED' }] });
    expect(clock(story).running).toBe(false);
    open(story);
    for (const { organ } of round(story, 2).stands) say(story, organ, 'CONCUR', 2);
    expect(story.types).toContain('RoundAnswered');
    story.when('ConcludeRound', { roundNo: 2 }, lead);
    expect(story.of('RoundConcluded')).toMatchObject({ outcome: 'AGREED', ledger: [] });
    expect(story.dossier!.threads).toHaveLength(1);
  });

  it('takes the rounds it continued with it', () => {
    const story = open(rewrite(answering(must(opened(), 'METI')), 'c4.2', '新しい案文。'), { kind: 'DELTA' });
    story.when('AbandonRound', { roundNo: 2, reason: 'x' }, lead);
    expect(story.dossier!.rounds.map(({ state }) => state)).toEqual(['ABANDONED', 'ABANDONED']);
  });

  it('may be given up while it stands still', () => {
    expect(abandon(suspend(opened(), endorser)).dossier!.stage).toBe('ACCEPTED');
  });

  it('leaves no clock that goes on when a later round is resumed', () => {
    const story = open(abandon(suspend(answering(must(opened(), 'METI')), lead)));
    for (const name of ['SuspendRound', 'ResumeRound'] as const)
      story.when(name, { roundNo: 2, reason: 'x' }, lead);
    const running = Object.entries(story.dossier!.clocks).filter(([, one]) => one.running);
    expect(running.map(([name]) => name)).toEqual(['round-2']);
  });

  it('is expedited anew as a whole text', () => {
    const story = abandon(opened());
    story.when('OpenRound', { kind: 'EXPEDITED', reason: '急ぐ' }, endorser);
    expect(story.of('RoundOpened')).not.toHaveProperty('delta');
    expect(tick(story, 'round-2', 'due').types).toContain('RoundDeadlinePassed');
    expect(received().refused('AbandonRound', { roundNo: 1, reason: 'x' }, lead).type).toBe(
      'not-allowed-in-stage',
    );
  });
});
