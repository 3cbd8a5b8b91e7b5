import { agreed, consulted, digest } from './guideline-testing.js';
import { actor, desk, endorser, kyogi, liaison, reviewer, tick } from './testing.js';

const order = { instrumentClass: 'ADMINISTRATIVE_GUIDANCE' };
const passed = { organ: 'CLB', finding: 'PASSED' };

describe('the legal check of a guideline', () => {
  it('is required of an order, and of a text that cites law, with the reasons', () => {
    const story = consulted({ ...order, citesLaw: true });
    expect(story.refused('BeginReview', {}, reviewer)).toMatchObject({
      type: 'guard-refused',
      extra: { rule: 'legal-check-not-needed' },
    });
    story.when('RequestLegalCheck', {}, liaison('DA'));
    expect(story.of('LegalCheckRequested')).toEqual({
      stage: 'LEGAL_CHECK',
      why: ['it is an order in the sense of the Administrative Procedure Act', 'it cites law'],
      asked: ['CLB'],
    });
    expect(story.of('ClockStarted')).toMatchObject({
      clock: 'legal-check',
      holder: 'CLB',
      dueAt: '2026-06-15T08:00:00.000Z',
    });
  });

  it('may be asked for without need, and is not needed for an agreement that cites none', () => {
    expect(consulted().when('BeginReview', {}, reviewer).dossier?.stage).toBe('SECR_REVIEW');
    const story = consulted().when('RequestLegalCheck', {}, reviewer);
    expect(story.of('LegalCheckRequested')?.why).toEqual(['it was asked for']);
  });

  it('lets the review begin when exactly this text has passed', () => {
    const story = consulted(order).when('RequestLegalCheck', {}, liaison('DA'));
    expect(story.refused('BeginReview', {}, reviewer).extra).toMatchObject({ rule: 'legal-check-passed' });
    story.when('RecordLegalCheck', passed, liaison('CLB')).when('BeginReview', {}, reviewer);
    expect(story.dossier?.stage).toBe('SECR_REVIEW');
  });

  it('is made anew of a text that was changed after the public comment', () => {
    const story = consulted(order).when('RequestLegalCheck', {}, liaison('DA'));
    story.when('RecordLegalCheck', passed, liaison('CLB')).when('BeginReview', {}, reviewer);
    story.when('ReportReview', { findings: '可' }, reviewer).when('OpenPublicComment', {}, liaison('DA'));
    tick(story, 'public-comment', 'due');
    story.when('ClosePublicComment', { received: 0, unique: 0, digest }, kyogi);
    story.when(
      'ReviseDossier',
      { type: 'guideline', clauseEdits: [{ op: 'replace', clauseId: 'c1', text: '目的を改める。' }] },
      desk('DA'),
    );
    agreed(story, 2, { kind: 'DELTA', participants: [{ organ: 'MOJ', mode: 'CONCUR' }] });
    expect(story.refused('RequestFinalApproval', {}, liaison('DA')).extra).toMatchObject({
      rule: 'legal-check-not-needed',
    });
    story.when('RequestLegalCheck', {}, liaison('DA')).when('RecordLegalCheck', passed, liaison('CLB'));
    expect(story.dossier?.stage).toBe('REVISION');
    expect(story.when('RequestFinalApproval', {}, liaison('DA')).dossier?.stage).toBe('FINAL_APPROVAL');
  });

  it('goes back to the consulted text with objections, and a changed text is checked again', () => {
    const story = consulted(order).when('RequestLegalCheck', {}, liaison('DA'));
    story.when('RecordLegalCheck', passed, liaison('CLB'));
    story.when('RecordLegalCheck', { organ: 'CLB', finding: 'OBJECTIONS', notes: '第4条' }, liaison('CLB'));
    expect(story.dossier?.stage).toBe('CONSULTED');
    story.when(
      'ReviseDossier',
      { type: 'guideline', clauseEdits: [{ op: 'replace', clauseId: 'c1', text: '目的を改める。' }] },
      desk('DA'),
    );
    expect(story.refused('BeginReview', {}, reviewer).extra).toMatchObject({
      rule: 'text-is-the-consulted-text',
    });
    expect(story.refused('RequestLegalCheck', {}, reviewer).extra).toMatchObject({
      rule: 'text-is-the-consulted-text',
    });
  });

  it('is made by the bureau, or by people of the lead who have not drafted the text', () => {
    const story = consulted(order).when('RequestLegalCheck', {}, liaison('DA'));
    const own = { organ: 'DA', finding: 'PASSED' };
    expect(story.refused('RecordLegalCheck', { ...passed, organ: 'MOF' }, liaison('MOF')).extra).toEqual({
      rule: 'legal-checker',
      possible: ['CLB', 'DA'],
    });
    const drafter = actor('LIAISON', 'DA', desk('DA').person);
    expect(story.refused('RecordLegalCheck', own, drafter).type).toBe('four-eyes');
    story.when('RecordLegalCheck', own, actor('LIAISON', 'DA', 'da-jurist'));
    expect(story.when('BeginReview', {}, reviewer).dossier?.stage).toBe('SECR_REVIEW');
  });
});

describe('the review of a guideline', () => {
  const begun = () => consulted().when('BeginReview', {}, reviewer);
  const findings = { findings: '整合する。' };

  it('is reported by whoever began it', () => {
    const other = actor('SECR_REVIEWER', 'HQ', 'hq-second');
    expect(begun().refused('ReportReview', findings, other).extra).toEqual({ rule: 'own-review' });
    const delegate = { ...other, onBehalfOf: reviewer.person };
    expect(begun().when('ReportReview', findings, delegate).dossier?.stage).toBe('REVIEWED');
  });

  it('is reported by another officer when its reviewer was taken off, and both have then judged it', () => {
    const other = actor('SECR_REVIEWER', 'HQ', 'hq-second');
    const story = begun().when('RecuseOfficer', { person: reviewer.person, reason: '親族' }, reviewer);
    story.when('ReportReview', findings, other);
    expect([story.dossier?.reviewer, story.dossier?.reviewedFor]).toEqual([reviewer.person, ['hq-second']]);
    expect(endorser.person).not.toBe(other.person);
  });
});
