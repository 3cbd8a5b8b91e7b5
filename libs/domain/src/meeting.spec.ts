import * as fc from 'fast-check';
import { addCalendarDays, businessDaysBetween, isBusinessDay, localDate, localTime } from './clock/index.js';
import { requireMeeting } from './dossier/meeting-days.js';
import {
  agreed,
  approvedAtLast,
  consulted,
  decided,
  meetingOn,
  onAgenda,
  published,
  reviewed,
} from './guideline-testing.js';
import {
  actor,
  approver,
  desk,
  director,
  endorser,
  filed,
  intake,
  liaison,
  reviewer,
  setting,
  type Story,
  tokyo,
} from './testing.js';

const lead = liaison('DA');
const final = (change: Record<string, unknown> = {}) => approvedAtLast(reviewed(change));
const lodge = (story: Story, data: object) => story.when('LodgeItem', data, lead);
const refusal = (story: Story, data: object) => story.refused('LodgeItem', data, lead);

describe('final approval', () => {
  it('is given by the lead on exactly this text, by nobody who drafted it, and ends its clock', () => {
    const story = reviewed().when('RequestFinalApproval', {}, lead);
    expect(story.of('ClockStarted')?.clock).toBe('final-approval');
    expect(refusal(story, { meetingOn }).extra).toMatchObject({ rule: 'finally-approved' });
    const drafter = actor('MIN_APPROVER', 'DA', desk('DA').person);
    expect(story.refused('ApproveDossier', {}, drafter).type).toBe('four-eyes');
    story.when('ApproveDossier', {}, approver('DA'));
    expect(story.types).toEqual(['DossierApproved', 'ClockStopped']);
  });

  it('counts no more when it is asked for anew after a refusal', () => {
    const story = final().when('RefuseApproval', { reason: '再考' }, approver('DA'));
    expect(story.dossier?.stage).toBe('REVISION');
    story.when('RequestFinalApproval', {}, lead);
    expect(refusal(story, { meetingOn }).extra).toMatchObject({ rule: 'finally-approved' });
  });
});

describe('lodging an item', () => {
  it('is in time until 17:00 of the fifth business day before the sitting', () => {
    const story = final();
    story.at = tokyo('2026-06-03', '17:00');
    lodge(story, { meetingOn: '2026-06-10', papers: ['資料1'] });
    expect(story.of('ItemLodged')).toMatchObject({
      body: 'HEADQUARTERS',
      form: 'DECISION',
      manner: 'SITTING',
      lodgingDeadline: tokyo('2026-06-03', '17:00'),
      papers: ['資料1'],
      sha256: story.dossier!.current.sha256,
    });
  });

  it('is refused after it, with the earliest meeting that is left, and for a day off', () => {
    const story = final();
    story.at = tokyo('2026-06-03', '17:01');
    expect(refusal(story, { meetingOn: '2026-06-10' })).toMatchObject({
      type: 'guard-refused',
      extra: { rule: 'meeting-day', earliest: '2026-06-11' },
    });
    expect(refusal(story, { meetingOn: '2026-06-13' }).detail).toContain('is not a business day');
  });

  it('has until its own day when the papers are circulated', () => {
    lodge(final(), { meetingOn: '2026-06-01', manner: 'CIRCULATED' });
    const story = final();
    story.at = tokyo('2026-06-02');
    expect(refusal(story, { meetingOn: '2026-06-01', manner: 'CIRCULATED' }).extra).toMatchObject({
      earliest: '2026-06-02',
    });
  });

  it('for the cabinet counts from the circulation that was gone on with, not from one that was given up', () => {
    const story = filed('guideline', { decisionBody: 'CABINET' })
      .when('AcceptDossier', {}, intake)
      .when('OpenRound', {}, lead)
      .when('AbandonRound', { roundNo: 1, reason: '案文を作り直す' }, lead);
    story.at = tokyo('2026-06-10');
    agreed(story, 2)
      .when('BeginReview', {}, reviewer)
      .when('ReportReview', { findings: '基本計画と整合する。' }, reviewer);
    approvedAtLast(story);
    expect(refusal(story, { meetingOn: '2026-06-19' }).extra).toMatchObject({ earliest: '2026-06-26' });
    lodge(story, { meetingOn: '2026-06-26' });
  });

  it('for the cabinet is two weeks after the circulation, and a sitting is on a Tuesday or Friday', () => {
    const cabinet = () => final({ decisionBody: 'CABINET' });
    // Circulated on Monday 2026-06-01.
    expect(refusal(cabinet(), { meetingOn: '2026-06-12' }).extra).toMatchObject({ earliest: '2026-06-16' });
    expect(refusal(cabinet(), { meetingOn: '2026-06-17' }).detail).toContain(
      'neither a Tuesday nor a Friday',
    );
    lodge(cabinet(), { meetingOn: '2026-06-16' });
    lodge(cabinet(), { meetingOn: '2026-06-17', manner: 'CIRCULATED' });
    expect(refusal(cabinet(), { meetingOn: '2026-06-14', manner: 'CIRCULATED' }).extra).toMatchObject({
      earliest: '2026-06-15',
    });
  });

  it('is done once at a time', () => {
    const story = lodge(final(), { meetingOn });
    expect(refusal(story, { meetingOn: '2026-06-12' }).extra).toEqual({ rule: 'item-not-lodged' });
    story.when('WithdrawItem', { reason: '資料差替え' }, lead);
    lodge(story, { meetingOn: '2026-06-12' });
    expect(story.dossier?.outcome.item?.meetingOn).toBe('2026-06-12');
  });

  it('carries statements word for word', () => {
    const text = '本省としては、運用開始後の検証を重視する。';
    const story = reviewed().when('AttachStatement', { organ: 'METI', text }, liaison('METI'));
    approvedAtLast(story);
    onAgenda(story, meetingOn);
    expect(story.of('ItemLodged')?.statements).toMatchObject([{ organ: 'METI', text }]);
    story.at = tokyo(meetingOn);
    story.when('DecideDossier', { decidedOn: meetingOn, reference: '第4回' }, director);
    expect(story.of('DossierDecided')).toMatchObject({
      reservations: [],
      statements: [{ organ: 'METI', text }],
    });
  });
});

describe('a reservation', () => {
  it('goes word for word to the item and to the decision', () => {
    const story = final();
    const thread = {
      ...{ ref: 'METI#1', organ: 'METI', roundNo: 1, kind: 'OPINION', weight: 'MUST', clauseId: 'c4' },
      ...{
        body: '革新を妨げる。',
        state: 'RESERVED',
        reopened: 2,
        level: 3,
        reservation: '産業競争力の観点から維持する。',
      },
    };
    story.dossier = { ...story.dossier!, threads: [thread as never] };
    onAgenda(story, meetingOn);
    const verbatim = [
      {
        ...{ thread: 'METI#1', organ: 'METI', clauseId: 'c4', level: 3 },
        ...{ body: thread.body, reason: thread.reservation },
      },
    ];
    expect(story.of('ItemLodged')?.reservations).toEqual(verbatim);
    story.at = tokyo(meetingOn);
    story.when('DecideDossier', { decidedOn: meetingOn, reference: '第4回' }, director);
    expect(story.of('DossierDecided')?.reservations).toEqual(verbatim);
  });
});

describe('the lodging deadline', () => {
  const dossier = final().dossier!;
  const accepts = (days: number) => (at: string, meetingOn: string) => {
    const policy = { ...setting.cabinet.policy, lodgingDays: days };
    const here = { ...setting, cabinet: { ...setting.cabinet, policy } };
    try {
      requireMeeting(dossier, { body: 'HEADQUARTERS', manner: 'SITTING', meetingOn }, at, here);
      return true;
    } catch {
      return false;
    }
  };

  /** Counted from the other end: five business days lie ahead, and on the last day it is not past 17:00. */
  const property = (accepted: (at: string, meetingOn: string) => boolean) =>
    fc.property(
      fc.integer({ min: 0, max: 400 * 86_400 }),
      fc.integer({ min: 0, max: 14 }),
      (seconds, ahead) => {
        const at = new Date(Date.parse('2026-06-01T01:00:00Z') + seconds * 1_000).toISOString();
        const now = localDate(at, 'Asia/Tokyo');
        const sitting = addCalendarDays(now, ahead);
        const { calendar } = setting;
        const left = businessDaysBetween(calendar, now, sitting);
        const onTheDay = isBusinessDay(calendar, now) && localTime(at, 'Asia/Tokyo') <= '17:00:00.000';
        const inTime = left > 5 || (left === 5 && onTheDay);
        expect(accepted(at, sitting)).toBe(isBusinessDay(calendar, sitting) && inTime);
      },
    );

  it('is at 17:00 of the fifth business day before the sitting, whatever the day and the hour', () => {
    fc.assert(property(accepts(5)), { numRuns: 400 });
  });

  it('would be missed if it lay a day later: the property tells them apart', () => {
    expect(fc.check(property(accepts(4)), { numRuns: 400 }).failed).toBe(true);
  });
});

describe('the agenda', () => {
  it('is a draft first and then final', () => {
    const story = lodge(final(), { meetingOn });
    expect(story.refused('PlaceOnAgenda', { agenda: 'FINAL' }, endorser).extra).toEqual({
      rule: 'agenda-order',
    });
    story.when('PlaceOnAgenda', { agenda: 'DRAFT' }, endorser);
    story.when('PlaceOnAgenda', { agenda: 'FINAL' }, endorser);
    expect(story.refused('PlaceOnAgenda', { agenda: 'FINAL' }, endorser).extra).toEqual({
      rule: 'agenda-order',
    });
  });

  it('is left by a deferral to a later meeting', () => {
    const story = onAgenda(final(), meetingOn);
    const reason = '審議未了';
    expect(story.refused('DeferItem', { meetingOn: '2026-06-09', reason }, endorser).type).toBe(
      'invalid-content',
    );
    expect(story.refused('DeferItem', { meetingOn: '2026-06-20', reason }, endorser).extra).toMatchObject({
      rule: 'meeting-day',
    });
    story.when('DeferItem', { meetingOn: '2026-06-12', reason }, endorser);
    expect(story.dossier?.outcome.item).toMatchObject({
      meetingOn: '2026-06-12',
      lodgingDeadline: tokyo('2026-06-05', '17:00'),
    });
    expect(story.dossier?.outcome.item?.agenda).toBeUndefined();
  });

  it('holds what the headquarters decides, on the day of the meeting', () => {
    const story = lodge(final(), { meetingOn });
    story.at = tokyo('2026-06-11');
    const decide = (decidedOn: string) =>
      story.refused('DecideDossier', { decidedOn, reference: '第4回' }, director).extra;
    expect(decide(meetingOn)).toEqual({ rule: 'on-the-final-agenda' });
    story
      .when('PlaceOnAgenda', { agenda: 'DRAFT' }, endorser)
      .when('PlaceOnAgenda', { agenda: 'FINAL' }, endorser);
    expect(decide('2026-06-11')).toEqual({ rule: 'on-the-final-agenda' });
    expect(
      story.refused(
        'DecideDossier',
        { decidedOn: meetingOn, reference: 'x' },
        { ...director, person: reviewer.person },
      ).type,
    ).toBe('four-eyes');
    story.when('DecideDossier', { decidedOn: meetingOn, reference: '第4回' }, director);
    expect(story.dossier?.stage).toBe('DECIDED');
  });

  it('is not needed when a minister decides', () => {
    const story = final({ decisionBody: 'MINISTER' });
    story.when('DecideDossier', { decidedOn: '2026-06-01', reference: '大臣決裁' }, director);
    expect(story.of('DossierDecided')).toMatchObject({ body: 'MINISTER' });
    expect(consulted().dossier?.stage).toBe('CONSULTED');
  });
});

describe('publication', () => {
  const clock = (story: Story) => story.of('ClockStarted');

  it('is without delay for the headquarters and the cabinet, else within five business days', () => {
    expect(clock(decided())).toMatchObject({
      clock: 'publication-without-delay',
      dueAt: tokyo('2026-06-11', '17:00'),
    });
    const minister = final({ decisionBody: 'MINISTER' });
    minister.when('DecideDossier', { decidedOn: '2026-06-01', reference: '大臣決裁' }, director);
    expect(clock(minister)).toMatchObject({ clock: 'publication', dueAt: tokyo('2026-06-08', '17:00') });
    expect(minister.refused('PublishDossier', published('2026-06-02'), lead).type).toBe('invalid-content');
  });
});
