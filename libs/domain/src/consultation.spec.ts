import {
  actor,
  desk,
  endorser,
  filed,
  intake,
  liaison,
  reviewer,
  setting,
  tick,
  type Story,
} from './testing.js';
import { instantOf } from './clock/index.js';

const tokyo = (date: string, time: string) => instantOf(date, time, 'Asia/Tokyo');
const accepted = (at?: string, head: Record<string, unknown> = {}) =>
  filed('guideline', {}, head, at).when('AcceptDossier', {}, intake);
const open = (story: Story, data = {}) =>
  story.when('OpenRound', { kind: 'FULL', participants: [], ...data }, liaison('DA'));
const participant = (story: Story, organ: string) =>
  story.of('RoundOpened')!.participants.find((p) => p.organ === organ);
const say = (story: Story, organ: string, position: 'CONCUR' | 'OBJECT' | 'NO_OPINION' | 'CONDITIONAL') =>
  story.when('SetPosition', { roundNo: 1, organ, position }, liaison(organ));

describe('opening a round', () => {
  it('asks all default consultees but the lead, with the mandatory ones from the tags, and says why (G1)', () => {
    const story = open(
      accepted(tokyo('2026-06-01', '15:10'), { competenceTags: ['procurement', 'personal-data', 'cyber'] }),
    );
    const opened = story.of('RoundOpened')!;
    expect(opened).toMatchObject({
      dueAt: tokyo('2026-06-22', '17:00'),
      minimumDays: 15,
      basis: 'more than 20 pages',
      roundNo: 1,
    });
    expect(participant(story, 'DA')).toBeUndefined();
    expect(participant(story, 'PPC')).toMatchObject({
      mandatoryExplicit: true,
      mode: 'CONCUR',
      reasons: ['mandatory on personal-data', 'default consultee'],
    });
    expect(participant(story, 'MOD')).toMatchObject({ mandatoryExplicit: false });
    const defaults = setting.cabinet.organs
      .filter((organ) => organ.defaultConsultee && organ.slug !== 'DA')
      .map(({ slug }) => slug);
    expect(opened.participants.map(({ organ }) => organ)).toEqual(expect.arrayContaining(defaults));
    expect(opened.participants.map(({ organ }) => organ)).not.toContain('BOA');
    expect(participant(story, 'ATLA')).toBeUndefined();
  });

  it('counts from the next business day after 16:00 and refuses an overnight deadline with the earliest lawful one (G2)', () => {
    const story = accepted(tokyo('2026-05-01', '16:20'), {});
    story.when('WithdrawDossier', { reason: 'x' }, liaison('DA'));
    const short = filed('guideline', { pages: 12 }, {}, tokyo('2026-05-01', '16:20')).when(
      'AcceptDossier',
      {},
      intake,
    );
    const problem = short.refused(
      'OpenRound',
      { kind: 'FULL', participants: [], dueAt: tokyo('2026-05-07', '12:00') },
      liaison('DA'),
    );
    expect(problem).toMatchObject({
      type: 'guard-refused',
      extra: { rule: 'minimum-period', earliest: tokyo('2026-05-21', '17:00') },
    });
  });

  it('is expedited only by the secretariat approver with a reason', () => {
    const story = accepted(tokyo('2026-06-01', '10:00'));
    const expedited = { kind: 'EXPEDITED', participants: [] } as const;
    expect(story.refused('OpenRound', expedited, liaison('DA')).extra).toMatchObject({
      rule: 'expedited-authority',
    });
    expect(story.refused('OpenRound', expedited, endorser).extra).toMatchObject({ rule: 'expedited-reason' });
    story.when('OpenRound', { ...expedited, reason: 'G7臨時会合対応' }, endorser);
    expect(story.of('RoundOpened')).toMatchObject({
      kind: 'EXPEDITED',
      dueAt: tokyo('2026-06-03', '17:00'),
      reason: 'G7臨時会合対応',
    });
  });

  it('names further participants but cannot lessen a mandatory one, nor name an unknown organ', () => {
    const story = open(accepted(), {
      participants: [
        { organ: 'NPERS', mode: 'INFORM' },
        { organ: 'PPC', mode: 'INFORM' },
      ],
    });
    expect(participant(story, 'NPERS')).toMatchObject({ mode: 'INFORM', reasons: ['named at opening'] });
    expect(participant(story, 'PPC')).toMatchObject({ mode: 'CONCUR', mandatoryExplicit: true });
    const wrong = { kind: 'FULL', participants: [{ organ: 'XYZ', mode: 'INPUT' }] } as const;
    expect(accepted().refused('OpenRound', wrong, liaison('DA')).detail).toContain(
      'participants.0.organ: the cabinet has no organ XYZ',
    );
  });
});

describe('what follows from the content', () => {
  const review = (change: Record<string, unknown>) =>
    filed('initiative', change, { competenceTags: [] })
      .when('AcceptDossier', {}, intake)
      .when('BeginReview', {}, reviewer);

  it('brings the mandatory organs in although no tag was set', () => {
    const story = review({ personalData: { used: true }, affectsLocalGovernments: true });
    story.when('OpenRound', { participants: [{ organ: 'MOE', mode: 'INFORM' }] }, liaison('MLIT'));
    expect(participant(story, 'PPC')).toMatchObject({
      mandatoryExplicit: true,
      reasons: ['mandatory on personal-data'],
    });
    expect(participant(story, 'MIC')).toMatchObject({ mandatoryExplicit: true });
    expect(story.refused('ConcludeRound', { roundNo: 1 }, liaison('MLIT')).type).toBe('positions-missing');
  });

  it('is not consulted on by informing', () => {
    const inform = { participants: [{ organ: 'MOE', mode: 'INFORM' }] };
    expect(review({}).refused('OpenRound', inform, liaison('MLIT')).extra).toMatchObject({
      rule: 'participants',
    });
  });

  it('refuses a participant named twice, and the lead', () => {
    const named = (...organs: string[]) => ({
      participants: organs.map((organ) => ({ organ, mode: 'INPUT' })),
    });
    expect(review({}).refused('OpenRound', named('MOE', 'MOE'), liaison('MLIT')).detail).toContain(
      'MOE is named twice',
    );
    expect(review({}).refused('OpenRound', named('MLIT'), liaison('MLIT')).detail).toContain('MLIT leads');
  });
});

describe('positions', () => {
  it('may be changed until the end, are late after the due time, and are for participants of the open round only', () => {
    const story = open(accepted());
    say(story, 'METI', 'OBJECT');
    story.at = tokyo('2026-07-30', '10:00');
    say(story, 'METI', 'CONCUR');
    expect(story.of('PositionSet')).toMatchObject({ position: 'CONCUR', late: true });
    expect(
      story.refused('SetPosition', { roundNo: 1, organ: 'BOA', position: 'CONCUR' }, liaison('BOA')),
    ).toMatchObject({ type: 'not-permitted' });
    expect(
      story.refused('SetPosition', { roundNo: 2, organ: 'METI', position: 'CONCUR' }, liaison('METI')).detail,
    ).toBe('roundNo: round 1 is running, not round 2.');
  });

  it('are told apart from silence: at the deadline the silent are deemed, the mandatory are overdue', () => {
    const story = open(accepted(), { participants: [{ organ: 'NPERS', mode: 'INFORM' }] });
    say(story, 'FSA', 'NO_OPINION');
    tick(story, 'round-1', 'due');
    const silence = (organ: string) =>
      story.dossier!.rounds[0]!.stands.find((stand) => stand.organ === organ)!.silence;
    expect([silence('PPC'), silence('MOD'), silence('NPERS'), silence('FSA')]).toEqual([
      'OVERDUE_EXPLICIT',
      'DEEMED_NO_OPINION',
      'DONE',
      undefined,
    ]);
    expect(story.dossier!.rounds[0]).toMatchObject({ state: 'ANSWERING' });
  });
});

describe('concluding', () => {
  it('is refused with the list of what is missing, and done once nothing is', () => {
    const story = open(accepted());
    tick(story, 'round-1', 'due');
    say(story, 'METI', 'OBJECT');
    const mandatory = story
      .of('RoundOpened')!
      .participants.filter((p) => p.mandatoryExplicit)
      .map((p) => p.organ);
    const problem = story.refused('ConcludeRound', { roundNo: 1 }, liaison('DA'));
    expect(problem.type).toBe('positions-missing');
    expect(problem.extra['missing']).toEqual(
      expect.arrayContaining([
        { organ: 'METI', why: 'objects' },
        ...mandatory.map((organ) => ({ organ, why: 'must state its position' })),
      ]),
    );
    for (const organ of mandatory) say(story, organ, 'CONCUR');
    say(story, 'METI', 'CONDITIONAL');
    expect(story.refused('ConcludeRound', { roundNo: 1 }, liaison('DA')).extra['missing']).toEqual([
      { organ: 'METI', why: 'has an unmet condition' },
    ]);
    say(story, 'METI', 'CONCUR');
    story.when('ConcludeRound', { roundNo: 1 }, liaison('DA'));
    expect(story.types).toEqual(['RoundConcluded', 'ClockStopped']);
    expect(story.dossier).toMatchObject({ stage: 'CONSULTED', rounds: [{ state: 'CONCLUDED' }] });
  });

  it('waits for the due time while anyone may still speak, and not longer than the last answer', () => {
    const story = open(accepted());
    const all = story.of('RoundOpened')!.participants.map((p) => p.organ);
    for (const organ of all.slice(1)) say(story, organ, 'NO_OPINION');
    expect(story.refused('ConcludeRound', { roundNo: 1 }, liaison('DA')).extra['missing']).toHaveLength(1);
    say(story, all[0]!, 'CONCUR');
    expect(story.when('ConcludeRound', { roundNo: 1 }, liaison('DA')).dossier?.stage).toBe('CONSULTED');
  });

  it('counts the silent by the due time, although the clock has not ticked yet', () => {
    const story = open(accepted());
    const mandatory = story.of('RoundOpened')!.participants.filter((p) => p.mandatoryExplicit);
    for (const { organ } of mandatory) say(story, organ, 'CONCUR');
    story.at = tokyo('2026-09-01', '10:00');
    story.when('ConcludeRound', { roundNo: 1 }, liaison('DA'));
    expect(story.types.filter((type) => type !== 'SilenceRecorded')).toEqual([
      'RoundDeadlinePassed',
      'RoundConcluded',
      'ClockStopped',
    ]);
    expect(story.dossier!.rounds[0]!.stands.find(({ organ }) => organ === 'MOD')?.silence).toBe(
      'DEEMED_NO_OPINION',
    );
  });

  it('gives way when the secretariat returns the dossier', () => {
    const story = open(accepted()).when('ReturnDossier', { reasons: ['手続の瑕疵'] }, endorser);
    expect(story.dossier).toMatchObject({ stage: 'RETURNED', rounds: [{ state: 'ABANDONED' }] });
    expect(story.dossier?.clocks['round-1']?.running).toBe(false);
  });

  it('is abandoned with its dossier', () => {
    const story = open(accepted()).when('WithdrawDossier', { reason: 'x' }, liaison('DA'));
    expect(story.dossier!.rounds[0]!.state).toBe('ABANDONED');
    expect(story.types).toContain('ClockStopped');
    expect(
      story.refused('SetPosition', { roundNo: 1, organ: 'METI', position: 'CONCUR' }, liaison('METI')).type,
    ).toBe('not-allowed-in-stage');
    expect(desk('DA')).toEqual(actor('DESK', 'DA'));
  });
});
