import fc from 'fast-check';
import {
  addBusinessDays,
  businessDaysBetween,
  countingDay,
  dueAtOn,
  earliestDue,
  localDate,
  workingHoursBetween,
} from '../clock/index.js';
import {
  answering,
  informal,
  lead,
  open,
  opened,
  participants,
  received,
  rewrite,
  round,
  stand,
} from '../round-testing.js';
import { say } from '../round-testing.js';
import { pin, procedureVersion } from '../procedures.js';
import {
  desk,
  endorser,
  filed,
  intake,
  liaison,
  reviewer,
  setting,
  tick,
  type Story,
  tokyo,
} from '../testing.js';
import { minimumOf } from './minimum.js';
import { previewRound } from './preview.js';

const { policy } = setting.cabinet;
const delta = (story = answering(), data: object = {}) => open(story, { kind: 'DELTA', ...data });
const rewritten = () => rewrite(answering(), 'c4.2', '学習利用の有無と範囲を確認する。');

describe('a delta round', () => {
  it('asks those the change concerns again, tells all others, and carries what changed', () => {
    const story = answering();
    say(story, 'METI', 'CONCUR_WITH_COMMENTS');
    rewrite(story, 'c4.2', '学習利用の有無と範囲を確認する。');
    story.at = tokyo('2026-06-24', '10:00');
    delta(story, { participants: [{ organ: 'METI', mode: 'CONCUR' }] });
    expect(story.of('RoundOpened')).toMatchObject({
      ...{ roundNo: 2, kind: 'DELTA', stage: 'CONSULTATION', versionNo: 2, minimumDays: 3 },
      basis: 'delta: 1 consulted clause changed, 0 new',
      delta: { fromVersionNo: 1, changes: [{ clauseId: 'c4.2', change: 'changed' }] },
      dueAt: tokyo('2026-06-29', '17:00'),
    });
    expect(stand(story, 'METI', 2)).toMatchObject({ mode: 'CONCUR', reasons: ['named at opening'] });
    expect(stand(story, 'MOD', 2)).toMatchObject({ mode: 'INFORM' });
    expect([round(story).state, round(story, 2).state]).toEqual(['CONTINUED', 'OPEN']);
    expect(story.dossier!.clocks['round-1']!.running).toBe(false);
  });

  it('stands, with the rounds before it, when the dossier is returned after its conclusion', () => {
    const story = delta(rewrite(answering(), 'c1', '目的を改める。'));
    tick(story, 'round-2', 'due').when('ConcludeRound', { roundNo: 2 }, liaison('DA'));
    story.when('ReturnDossier', { reasons: ['手続の瑕疵'] }, endorser);
    expect(story.dossier!.rounds.map(({ state }) => state)).toEqual(['CONTINUED', 'CONCLUDED']);
  });

  it('is previewed with what its least length rests on, also outside of the clauses', () => {
    const story = answering();
    const { head } = story.dossier!.current.body;
    const renamed = { type: 'guideline', head: { ...head, title: { ja: '別の題名' } } };
    story.when('ReviseDossier', renamed, desk('DA'));
    const { basis } = previewRound(story.dossier!, { kind: 'DELTA' }, story.at, setting);
    expect(delta(story).of('RoundOpened')!.basis).toBe(basis);
    expect(basis).toContain('head.title');
  });

  it('keeps an explicit consultee explicit when it is asked again', () => {
    const story = delta(rewritten(), { participants: [{ organ: 'PPC', mode: 'INPUT' }] });
    expect(stand(story, 'PPC', 2)).toMatchObject({ mode: 'CONCUR', mandatoryExplicit: true });
  });

  it('tells all of a change that affects nobody; they may speak until the due time, then it can be concluded', () => {
    const story = answering();
    for (const organ of ['PPC', 'MOF', 'NCO']) say(story, organ, 'CONCUR');
    delta(rewrite(story, 'c1', '目的を改める。'));
    expect(new Set(participants(story).map(({ mode }) => mode))).toEqual(new Set(['INFORM']));
    expect(story.refused('ConcludeRound', { roundNo: 2 }, lead).extra).toMatchObject({
      rule: 'told-until-due',
      dueAt: round(story, 2).dueAt,
    });
    say(story, 'METI', 'NO_OPINION', 2);
    expect(round(story, 2).state).toBe('OPEN');
    tick(story, 'round-2', 'due').when('ConcludeRound', { roundNo: 2 }, lead);
    expect(story.of('RoundConcluded')).toMatchObject({ roundNo: 2, outcome: 'AGREED' });
  });

  it('is refused when nothing has changed, and when the change is one of wording', () => {
    const problem = answering().refused('OpenRound', { kind: 'DELTA' }, lead);
    expect(problem.extra).toMatchObject({ rule: 'nothing-changed', fromVersionNo: 1 });
    const story = rewritten().when(
      'MarkEditorial',
      { versionNo: 2, clauseIds: ['c4.2'], reason: '字句整理' },
      reviewer,
    );
    expect(story.refused('OpenRound', { kind: 'DELTA' }, lead).detail).toContain('Nothing but wording');
  });

  it('is not opened before a first round, nor a full round instead of it', () => {
    expect(received().refused('OpenRound', { kind: 'DELTA' }, lead)).toMatchObject({
      extra: { rule: 'round-kind', kinds: ['FULL', 'EXPEDITED'] },
    });
    expect(rewritten().refused('OpenRound', { kind: 'FULL' }, lead)).toMatchObject({
      detail: 'kind: in stage CONSULTATION a round is DELTA or EXPEDITED, not FULL.',
      extra: { rule: 'round-kind' },
    });
  });

  it('waits for the round before it', () => {
    const story = opened();
    expect(story.refused('OpenRound', { kind: 'DELTA' }, lead).extra).toMatchObject({
      rule: 'round-not-open',
    });
    story.when('SuspendRound', { roundNo: 1, reason: '調整' }, lead);
    expect(story.refused('OpenRound', { kind: 'DELTA' }, lead).detail).toContain('Round 1 is suspended');
  });

  it('is asked for in two days by the authority that may', () => {
    const story = rewritten();
    story.at = tokyo('2026-06-24');
    const expedited = {
      kind: 'EXPEDITED',
      reason: 'G7臨時会合対応',
      participants: [{ organ: 'MOD', mode: 'CONCUR' }],
    };
    story.when('OpenRound', expedited, endorser);
    expect(story.of('RoundOpened')).toMatchObject({
      ...{ kind: 'EXPEDITED', minimumDays: 2, dueAt: tokyo('2026-06-26', '17:00') },
      delta: { fromVersionNo: 1 },
    });
    expect(stand(story, 'MOD', 2)!.mode).toBe('CONCUR');
    expect(stand(story, 'METI', 2)!.mode).toBe('INFORM');
  });
});

describe('a change outside of the clauses', () => {
  it('is asked about again too, and the basis of the period says so', () => {
    const story = answering();
    const { content } = story.dossier!.current.body;
    const change = { type: 'guideline', content: { ...content, scope: '全ての行政機関' } };
    story.when('ReviseDossier', change, desk('DA'));
    delta(story);
    expect(story.of('RoundOpened')).toMatchObject({
      basis: 'delta: 0 consulted clauses changed, 0 new, content.scope',
      minimumDays: 3,
    });
    expect(stand(story, 'MOD', 2)!.mode).toBe('CONCUR');
  });
});

describe('a case of the first procedure', () => {
  const old = (): Story => {
    const story = received();
    const to = pin(procedureVersion('guideline', 1)!, setting.digest);
    return story.resume([
      { type: 'ProcedureMoved', data: { from: story.dossier!.procedure, to, reason: '経過措置' } },
    ]);
  };

  it('is consulted on in one whole round, as it began', () => {
    const story = old();
    expect(story.refused('OpenRound', { kind: 'DELTA' }, lead).extra).toMatchObject({
      ...{ rule: 'round-kind', kinds: ['FULL', 'EXPEDITED'] },
    });
    open(story);
    for (const { organ } of participants(story)) say(story, organ);
    expect(story.types).toEqual(['PositionSet', 'RoundAnswered', 'ClockStopped']);
    story.when('ConcludeRound', { roundNo: 1 }, lead);
    expect(story.dossier!.stage).toBe('CONSULTED');
  });

  it('knows no other command of a round', () => {
    const story = open(old());
    expect(story.refused('OpenRound', {}, lead).type).toBe('not-allowed-in-stage');
    expect(story.refused('SuspendRound', { roundNo: 1, reason: 'x' }, lead).type).toBe(
      'not-allowed-in-stage',
    );
  });

  it('is expedited as a whole text', () => {
    const story = old().when('OpenRound', { kind: 'EXPEDITED', reason: '急ぐ' }, endorser);
    expect(story.of('RoundOpened')).toMatchObject({ kind: 'EXPEDITED', minimumDays: 2 });
  });
});

describe('an informal round (事前相談)', () => {
  it('asks only those named, is explicit for nobody, and is due after 24 working hours', () => {
    const story = informal({ participants: [{ organ: 'PPC', mode: 'CONCUR' }] });
    expect(story.of('RoundOpened')).toMatchObject({ stage: 'PRE_CONSULTATION', minimumDays: 0 });
    expect(participants(story)).toEqual([
      { organ: 'PPC', mode: 'CONCUR', mandatoryExplicit: false, reasons: ['named at opening'] },
    ]);
    const earliest = earliestDue(setting.calendar, story.at, 0, 24);
    expect(round(story).dueAt).toBe(earliest);
    expect(localDate(earliest, 'Asia/Tokyo')).toBe('2026-06-03');
  });

  it('names somebody, and is opened by the lead', () => {
    const draft = () => informal().when('ConcludeRound', { roundNo: 1 }, lead);
    expect(draft().refused('OpenRound', { kind: 'INFORMAL' }, lead).extra).toMatchObject({
      rule: 'participants',
    });
    const asked = { kind: 'INFORMAL', participants: [{ organ: 'METI', mode: 'INPUT' }] };
    expect(draft().refused('OpenRound', asked, endorser)).toMatchObject({
      ...{ type: 'not-permitted', extra: { rule: 'informal-authority' } },
    });
  });

  it('is ended by the lead whenever it likes, agrees on nothing and begins no consultation', () => {
    const story = informal();
    say(story, 'METI', 'OBJECT');
    expect(story.types).toEqual(['PositionSet', 'RoundAnswered', 'ClockStopped']);
    story.when('ConcludeRound', { roundNo: 1 }, lead);
    expect(story.of('RoundConcluded')).toMatchObject({ outcome: 'INFORMAL', stage: 'DRAFT' });
    expect(round(story).concludedSha256).toBeUndefined();
  });
});

describe('names', () => {
  it('are hidden from each other when the round says so', () => {
    expect(round(opened({ hideNames: true })).hideNames).toBe(true);
    expect(opened().of('RoundOpened')).not.toHaveProperty('hideNames');
  });
});

describe('the minimum period', () => {
  const change = (kind: 'changed' | 'added' | 'removed' | 'moved', n: number) =>
    Array.from({ length: n }, (_, i) => ({ clauseId: `${kind}${i}`, change: kind }));
  const { body } = received().dossier!.current;

  it.each([
    [change('changed', 3), 3],
    [[...change('changed', 3), ...change('added', 1)], 3],
    [[...change('removed', 1), ...change('moved', 1), ...change('changed', 1), ...change('added', 3)], 3],
    [change('changed', 4), 5],
    [change('added', 4), 5],
    [[...change('changed', 2), ...change('removed', 1), ...change('moved', 1)], 5],
  ])('of a delta round with %j is %d business days', (changes, days) => {
    expect(minimumOf('DELTA', body, changes, policy)).toMatchObject({ days, hours: 24 });
  });

  it('follows the pages of a whole text: 10 business days up to 20 of them, else 15', () => {
    const days = (pages: number) => open(received({ pages })).of('RoundOpened')!.minimumDays;
    expect([days(20), days(21)]).toEqual([10, 15]);
  });

  it('is granted by every opening, whatever the day and the hour; a due time one business day earlier grants less', () => {
    const { calendar } = setting;
    const least = { FULL: 10, EXPEDITED: 2 };
    const kept = (cut: (dueAt: string) => string) =>
      fc.property(
        fc.constantFrom('FULL' as const, 'EXPEDITED' as const),
        fc.nat({ max: 364 }),
        fc.nat({ max: 86_399 }),
        (kind, day, second) => {
          const at = new Date(Date.UTC(2026, 0, 5 + day, 0, 0, second)).toISOString();
          const story = received({ pages: 12 }, at);
          story.when('OpenRound', { kind, reason: '急ぐ' }, endorser);
          const dueAt = cut(round(story).dueAt);
          const [from, to] = [countingDay(calendar, at), localDate(dueAt, calendar.timeZone)];
          expect(businessDaysBetween(calendar, from, to)).toBeGreaterThanOrEqual(least[kind]);
          expect(dueAt).toBe(dueAtOn(calendar, to));
          if (kind === 'FULL') expect(workingHoursBetween(calendar, at, dueAt)).toBeGreaterThanOrEqual(24);
        },
      );
    fc.assert(
      kept((dueAt) => dueAt),
      { numRuns: 60 },
    );
    const early = (dueAt: string) =>
      dueAtOn(calendar, addBusinessDays(calendar, localDate(dueAt, calendar.timeZone), -1));
    expect(() => fc.assert(kept(early), { numRuns: 60 })).toThrow('Property failed');
  });
});

describe('an initiative in review', () => {
  it('is consulted on from the review, and goes on in a delta round of its own stage', () => {
    const story = filed('initiative', { personalData: { used: true } }, { competenceTags: [] })
      .when('AcceptDossier', {}, intake)
      .when('BeginReview', {}, reviewer)
      .when('OpenRound', {}, liaison('MLIT'));
    expect(story.refused('OpenRound', { kind: 'DELTA' }, liaison('MLIT')).extra).toMatchObject({
      rule: 'round-not-open',
    });
  });
});
