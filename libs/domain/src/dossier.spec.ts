import * as fc from 'fast-check';
import {
  approver,
  actor,
  desk,
  director,
  endorser,
  exampleBody,
  filed,
  intake,
  liaison,
  reviewer,
  setting,
  Story,
  tick,
} from './testing.js';
import { evolve } from './dossier/evolve.js';
import type { Dossier } from './dossier/state.js';

const inReview = (change: Record<string, unknown> = {}, head: Record<string, unknown> = {}) =>
  filed('initiative', change, head).when('AcceptDossier', {}, intake).when('BeginReview', {}, reviewer);

describe('drafting', () => {
  it('begins a dossier pinned to the latest procedure of its type, by content hash', () => {
    const story = new Story().when('DraftDossier', exampleBody('initiative'), desk('MLIT'));
    expect(story.types).toEqual(['DossierDrafted', 'ClockStarted']);
    expect(story.dossier).toMatchObject({ stage: 'DRAFT', procedure: { name: 'initiative', version: 2 } });
  });

  it('names every organ that the cabinet does not have', () => {
    const body = exampleBody('initiative', {}, { lead: 'MLIT', coLeads: ['XYZ', 'QQQ'] });
    const problem = new Story().refused('DraftDossier', body, desk('MLIT'));
    expect(problem).toMatchObject({ type: 'invalid-content' });
    expect(problem.extra['faults']).toEqual([
      { path: 'head.coLeads.0', message: 'the cabinet has no organ XYZ' },
      { path: 'head.coLeads.1', message: 'the cabinet has no organ QQQ' },
    ]);
  });

  it('refuses a date outside the calendar', () => {
    const problem = new Story().refused(
      'DraftDossier',
      exampleBody('initiative', { start: '2077-01-01' }),
      desk('MLIT'),
    );
    expect(problem.detail).toContain('content.start: 2077-01-01 is outside the calendar');
  });

  it('keeps clause ids through edits and makes a new version with a new hash', () => {
    const story = new Story().when('DraftDossier', exampleBody('guideline'), desk('DA'));
    const first = story.dossier?.current;
    story.when(
      'ReviseDossier',
      {
        type: 'guideline',
        clauseEdits: [
          { op: 'replace', clauseId: 'c4.2', text: '学習利用の有無と期間を確認する。' },
          {
            op: 'insert',
            parent: 'c4',
            after: 'c4.2',
            clause: { id: 'c4.3', text: '監査権を定める。', children: [] },
          },
          { op: 'move', clauseId: 'c1', parent: null, after: 'c4' },
        ],
      },
      desk('DA'),
    );
    const { clauses } = story.dossier!.current.body;
    expect(clauses.map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual([
      ['c4', ['c4.2', 'c4.3']],
      ['c1', []],
    ]);
    expect(story.dossier!.current).toMatchObject({ no: 2 });
    expect(story.dossier!.current.sha256).not.toBe(first!.sha256);
    expect(story.dossier!.history).toHaveLength(2);
  });

  it.each([
    [{ op: 'replace', clauseId: 'c9', text: 'x' } as const, 'clauseEdits.0.clauseId: there is no clause c9'],
    [{ op: 'remove', clauseId: 'c9' } as const, 'clauseEdits.0.clauseId: there is no clause c9'],
    [
      { op: 'move', clauseId: 'c1', parent: 'c9', after: null } as const,
      'clauseEdits.0.parent: there is no clause c9',
    ],
    [
      { op: 'move', clauseId: 'c4', parent: 'c4.2', after: null } as const,
      'clauseEdits.0.parent: there is no clause c4.2',
    ],
    [
      { op: 'insert', parent: null, after: 'c4.2', clause: { id: 'n', text: 'x', children: [] } } as const,
      'clauseEdits.0.after: there is no clause c4.2 at that place',
    ],
    [
      { op: 'insert', parent: null, after: null, clause: { id: 'c1', text: 'x', children: [] } } as const,
      'clauseEdits.0.clause.id: clause id c1 is in use',
    ],
  ])('refuses the edit %j', (edit, detail) => {
    const story = new Story().when('DraftDossier', exampleBody('guideline'), desk('DA'));
    expect(
      story.refused('ReviseDossier', { type: 'guideline', clauseEdits: [edit] }, desk('DA')).detail,
    ).toBe(detail);
  });

  it('refuses a revision that changes nothing, another type and another lead', () => {
    const story = new Story().when('DraftDossier', exampleBody('initiative'), desk('MLIT'));
    const { head } = exampleBody('initiative');
    expect(story.refused('ReviseDossier', { type: 'initiative', clauseEdits: [] }, desk('MLIT')).detail).toBe(
      'The revision changes nothing.',
    );
    expect(
      story.refused('ReviseDossier', { type: 'guideline', clauseEdits: [] }, desk('MLIT')).detail,
    ).toContain('of type initiative');
    expect(
      story.refused(
        'ReviseDossier',
        { type: 'initiative', head: { ...head, lead: 'METI' }, clauseEdits: [] },
        desk('MLIT'),
      ).detail,
    ).toContain('the lead of a dossier stays');
  });
});

describe('ministry approval and filing', () => {
  it('is never given by a drafter of any version', () => {
    const story = new Story().when('DraftDossier', exampleBody('initiative'), actor('DESK', 'MLIT', 'both'));
    story.when('RequestApproval', {}, desk('MLIT'));
    const problem = story.refused('ApproveDossier', {}, actor('MIN_APPROVER', 'MLIT', 'both'));
    expect(problem).toMatchObject({ type: 'four-eyes', extra: { rule: 'four-eyes-filing' } });
    story.when('ApproveDossier', {}, approver('MLIT'));
    expect(story.dossier?.stage).toBe('APPROVED');
  });

  it('files exactly the approved text and starts the completeness clock of two business days', () => {
    const story = filed('initiative');
    expect(story.types).toEqual(['DossierFiled', 'ClockStarted']);
    expect(story.of('ClockStarted')).toMatchObject({
      clock: 'completeness-check',
      holder: 'HQ',
      dueAt: '2026-06-03T08:00:00.000Z',
    });
    expect(
      new Story()
        .when('DraftDossier', exampleBody('initiative'), desk('MLIT'))
        .refused('FileDossier', {}, liaison('MLIT')),
    ).toMatchObject({
      type: 'not-allowed-in-stage',
      extra: {
        stage: 'DRAFT',
        allowed: expect.arrayContaining(['ReviseDossier', 'RequestApproval', 'WithdrawDossier']),
      },
    });
  });

  it('is accepted unchecked when the secretariat lets the clock run out', () => {
    const story = tick(filed('initiative'), 'completeness-check', 'due');
    expect(story.types).toEqual(['ClockDue', 'DossierAccepted', 'ClockStopped']);
    expect(story.of('DossierAccepted')).toEqual({ stage: 'ACCEPTED', unchecked: true });
  });

  it('lapses sixty days after a return without resubmission, warned at forty-five', () => {
    const story = filed('initiative').when('ReturnDossier', { reasons: ['金額の根拠がない'] }, intake);
    const clock = story.of('ClockStarted')!;
    expect(clock).toMatchObject({
      clock: 'resubmission',
      warnAt: '2026-07-16T08:00:00.000Z',
      dueAt: '2026-07-31T08:00:00.000Z',
      overdueAt: [],
    });
    tick(story, 'resubmission', 'warn', clock.warnAt);
    expect(story.types).toEqual(['ClockWarned']);
    tick(story, 'resubmission', 'due');
    expect(story.types).toEqual(['ClockDue', 'DossierLapsed', 'ClockStopped']);
    expect(story.dossier?.stage).toBe('LAPSED');
  });

  it('begins the expiry of a draft anew with every revision', () => {
    const story = new Story().when('DraftDossier', exampleBody('initiative'), desk('MLIT'));
    story.at = '2026-07-01T01:00:00.000Z';
    story.when(
      'ReviseDossier',
      {
        type: 'initiative',
        clauseEdits: [],
        content: { ...exampleBody('initiative').content, problem: '別の課題' } as never,
      },
      desk('MLIT'),
    );
    expect(story.types).toEqual(['DossierRevised', 'ClockStopped', 'ClockStarted']);
    expect(story.dossier?.clocks['idle-draft']).toMatchObject({ epoch: 2, running: true });
  });
});

describe('clocks', () => {
  it('refuse a tick of a clock that stopped or was started anew, and reach no mark twice', () => {
    const story = filed('initiative');
    tick(story, 'completeness-check', 'warn', '2026-06-01T08:00:00.000Z');
    tick(story, 'completeness-check', 'warn', '2026-06-01T08:00:00.000Z');
    expect(story.types).toEqual([]);
    story.when('AcceptDossier', {}, intake);
    const late = {
      clock: 'completeness-check',
      epoch: 1,
      mark: 'due',
      markAt: '2026-06-03T08:00:00.000Z',
    } as const;
    expect(story.refused('TickClock', late, actor('SYSTEM', 'HQ', 'kyogi')).type).toBe('clock-not-running');
  });

  it('only show lateness in review: nothing is approved by time', () => {
    const story = inReview();
    const overdueAt = story.of('ClockStarted')!.overdueAt;
    tick(story, 'review', 'due');
    expect(story.types).toEqual(['ClockDue']);
    tick(story, 'review', 'overdue', overdueAt[0]);
    tick(story, 'review', 'overdue', overdueAt[1]);
    expect(story.types).toEqual(['ClockOverdue']);
    expect(story.dossier?.stage).toBe('IN_REVIEW');
  });
});

describe('review and outcome of an initiative', () => {
  it('is endorsed by another person than its reviewer, and activated from its start date', () => {
    const story = inReview();
    expect(
      story.refused('EndorseDossier', { conditions: [] }, { ...endorser, person: reviewer.person }),
    ).toMatchObject({ type: 'four-eyes' });
    story.when('EndorseDossier', { conditions: ['半期ごとに報告'] }, endorser);
    expect(story.dossier?.stage).toBe('ENDORSED_CONDITIONAL');
    expect(story.refused('ActivateDossier', {}, liaison('MLIT'))).toMatchObject({
      extra: { rule: 'started' },
    });
    story.at = '2026-10-01T00:00:00.000Z';
    story
      .when('ActivateDossier', {}, liaison('MLIT'))
      .when(
        'PublishDossier',
        { url: 'https://www.mlit.go.jp/ai', language: 'ja', publishedOn: '2026-10-01' },
        liaison('MLIT'),
      );
    expect(story.dossier?.stage).toBe('ACTIVE');
  });

  it.each([
    ['personal data', { personalData: { used: true } }, {}, 'it uses personal data'],
    [
      'a budget above the threshold',
      { budget: [{ fiscalYear: 2026, account: 'x', amountYen: 2_000_000_000, stage: 'initial' }] },
      {},
      'budget is above',
    ],
    ['an effect on local governments', { affectsLocalGovernments: true }, {}, 'it affects local governments'],
    [
      "another ministry's competence",
      {},
      { competenceTags: ['international'] },
      'MOFA must be asked on international',
    ],
  ])('must be consulted on when it has %s', (_, change, head, reason) => {
    const problem = inReview(change, { competenceTags: ['mobility'], ...head }).refused(
      'EndorseDossier',
      { conditions: [] },
      endorser,
    );
    expect(problem).toMatchObject({ type: 'guard-refused', extra: { rule: 'consulted-if-required' } });
    expect(problem.detail).toContain(reason);
  });

  it('of high risk is endorsed by the director only', () => {
    const sheet = {
      publicUsers: true,
      affectsRights: true,
      learnsConfidentialData: false,
      outputUsedUnjudged: true,
      result: 'high',
    };
    const story = inReview({ highRiskSheet: sheet }, { competenceTags: ['mobility'] }).when(
      'OpenRound',
      { kind: 'FULL', participants: [{ organ: 'METI', mode: 'CONCUR' }] },
      reviewer,
    );
    for (const { organ } of story.of('RoundOpened')!.participants)
      story.when('SetPosition', { roundNo: 1, organ, position: 'NO_OPINION' }, liaison(organ));
    story.when('ConcludeRound', { roundNo: 1 }, reviewer);
    expect(story.refused('EndorseDossier', { conditions: [] }, endorser)).toMatchObject({
      extra: { rule: 'level-of-endorser' },
    });
    expect(story.when('EndorseDossier', { conditions: [] }, director).dossier?.stage).toBe('ENDORSED');
  });

  it('may be declined or withdrawn, which ends every clock', () => {
    expect(inReview().when('DeclineToEndorse', { reason: '重複' }, endorser).dossier?.stage).toBe(
      'DECLINED_TO_ENDORSE',
    );
    const story = inReview().when('WithdrawDossier', { reason: '計画変更' }, liaison('MLIT'));
    expect(Object.values(story.dossier!.clocks).some(({ running }) => running)).toBe(false);
    expect(
      story.refused('ReviseDossier', { type: 'initiative', clauseEdits: [] }, desk('MLIT')).extra,
    ).toMatchObject({ allowed: [] });
  });
});

describe('who may do what in which stage', () => {
  it('keeps drafters out of review and endorsement, in whatever role they come', () => {
    const author = desk('MLIT').person;
    const story = filed('initiative').when('AcceptDossier', {}, intake);
    // Who wrote for a lead is tied to it: recusal comes first, and four-eyes holds even when the director overrides that.
    const same = { ...reviewer, person: author };
    expect(story.refused('BeginReview', {}, same)).toMatchObject({ type: 'recused' });
    story.when('OverrideRecusal', { person: author, reason: '他に人がいない' }, director);
    expect(story.refused('BeginReview', {}, same)).toMatchObject({
      type: 'four-eyes',
      extra: { rule: 'four-eyes-drafter' },
    });
    story.when('BeginReview', {}, reviewer);
    expect(story.refused('EndorseDossier', { conditions: [] }, { ...endorser, person: author }).type).toBe(
      'four-eyes',
    );
  });

  it('lets a heavy case be declined by the director only', () => {
    const budget = [{ fiscalYear: 2026, account: 'x', amountYen: 20_000_000_000, stage: 'initial' }];
    const story = inReview({ budget });
    expect(story.refused('DeclineToEndorse', { reason: 'x' }, endorser)).toMatchObject({
      type: 'not-permitted',
      extra: { rule: 'level-of-endorser' },
    });
    expect(story.when('DeclineToEndorse', { reason: 'x' }, director).dossier?.stage).toBe(
      'DECLINED_TO_ENDORSE',
    );
  });

  it('returns a filing by intake, and a case under review by the approver', () => {
    const reasons = { reasons: ['根拠資料がない'] };
    expect(inReview().refused('ReturnDossier', reasons, intake)).toMatchObject({
      type: 'not-permitted',
      extra: { rule: 'role-in-stage' },
    });
    expect(inReview().when('ReturnDossier', reasons, endorser).dossier?.stage).toBe('RETURNED');
    expect(filed('initiative').when('ReturnDossier', reasons, intake).dossier?.stage).toBe('RETURNED');
  });

  it('lets a desk take an approved text back before it is filed', () => {
    const story = new Story().when('DraftDossier', exampleBody('initiative'), desk('MLIT'));
    story.when('RequestApproval', {}, desk('MLIT')).when('ApproveDossier', {}, approver('MLIT'));
    const content = { ...exampleBody('initiative').content, problem: '別の課題' };
    story.when('ReviseDossier', { type: 'initiative', content }, desk('MLIT'));
    expect(story.dossier?.stage).toBe('DRAFT');
  });
});

describe('a returned dossier', () => {
  const revised = () => {
    const story = filed('initiative').when('ReturnDossier', { reasons: ['x'] }, intake);
    const content = { ...exampleBody('initiative').content, problem: '補正した課題' };
    return story.when('ReviseDossier', { type: 'initiative', content }, desk('MLIT'));
  };

  it('goes on towards its lapse while it is revised, until it is filed again', () => {
    const story = revised();
    expect(story.dossier?.clocks.resubmission).toMatchObject({ running: true, epoch: 1 });
    tick(story, 'resubmission', 'due');
    expect(story.dossier?.stage).toBe('LAPSED');
    const again = revised()
      .when('RequestApproval', {}, desk('MLIT'))
      .when('ApproveDossier', {}, approver('MLIT'));
    again.when('FileDossier', {}, liaison('MLIT'));
    expect(again.dossier?.clocks.resubmission?.running).toBe(false);
    expect(again.dossier?.stage).toBe('FILED');
  });
});

describe('moving a case to another procedure', () => {
  it('is refused for one that has ended', () => {
    const story = inReview().when('WithdrawDossier', { reason: 'x' }, liaison('MLIT'));
    expect(story.refused('MoveProcedure', { version: 2, reason: 'x' }, director).type).toBe(
      'not-allowed-in-stage',
    );
  });
});

describe('folding', () => {
  it('gives the same state from stored events, in one go or from any cached state', () => {
    const story = inReview();
    const fold = (from: Dossier | null, events: typeof story.events) =>
      events.reduce<Dossier | null>(
        (state, event) => evolve(state, event, { person: 'x', organ: 'METI' }),
        from,
      );
    const whole = fold(null, story.events);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: story.events.length }), (cut) => {
        expect(fold(fold(null, story.events.slice(0, cut)), story.events.slice(cut))).toEqual(whole);
      }),
    );
  });

  it('knows every organ of the example types', () => {
    for (const type of ['initiative', 'guideline'] as const)
      expect(setting.cabinet.organs.map(({ slug }) => slug)).toContain(exampleBody(type).head.lead);
  });
});
