import { instantOf } from '../clock/index.js';
import { Story, approver, desk, exampleBody, intake, liaison, tick } from '../testing.js';

const drafted = () => {
  const story = new Story();
  story.at = instantOf('2026-06-01', '10:00', 'Asia/Tokyo');
  return story.when('DraftDossier', exampleBody('guideline', {}, { coLeads: ['METI', 'MIC'] }), desk('DA'));
};

const sign = (story: Story, ...organs: string[]) => {
  for (const organ of organs)
    story.when('SignVersion', { organ, sha256: story.dossier!.current.sha256 }, liaison(organ));
  return story;
};
const approved = (story: Story) =>
  story.when('RequestApproval', {}, desk('DA')).when('ApproveDossier', {}, approver('DA'));
const circulated = () =>
  sign(approved(drafted()), 'METI', 'MIC')
    .when('FileDossier', {}, liaison('DA'))
    .when('AcceptDossier', {}, intake)
    .when('OpenRound', { kind: 'FULL', participants: [] }, liaison('DA'));
const answering = () => tick(circulated(), 'round-1', 'due');
const edit = (text: string) => ({
  type: 'guideline',
  clauseEdits: [{ op: 'replace', clauseId: 'c1', text }],
});
const withoutMeti = (story: Story) => ({
  type: 'guideline',
  head: { ...story.dossier!.current.body.head, coLeads: ['MIC'] },
});

describe('signing together (共同請議)', () => {
  it('is asked of every co-lead before the filing; the refusal says who is missing', () => {
    const story = sign(approved(drafted()), 'MIC');
    const problem = story.refused('FileDossier', {}, liaison('DA'));
    expect(problem.extra).toMatchObject({
      rule: 'all-leads-signed',
      missing: [{ organ: 'METI', why: 'has not signed version 1' }],
    });
    sign(story, 'METI').when('FileDossier', {}, liaison('DA'));
    expect(story.dossier).toMatchObject({ stage: 'FILED', signatures: ['MIC', 'METI'] });
  });

  it('is of exactly the present text, by a co-lead, once', () => {
    const story = sign(drafted(), 'METI');
    const { sha256 } = story.dossier!.current;
    const rule = (organ: string, hash = sha256) =>
      story.refused('SignVersion', { organ, sha256: hash }, liaison(organ)).extra['rule'];
    expect([rule('MOE'), rule('DA'), rule('MIC', 'a'.repeat(64)), rule('METI')]).toEqual([
      ...['co-lead', 'co-lead', 'same-text', 'signed-once'],
    ]);
  });

  it('is voided by an edit, also of a co-lead’s own desk, and by nothing else', () => {
    const story = answering();
    story.when('ReviseDossier', edit('改める。'), desk('METI'));
    expect(story.last.at(-1)).toEqual({
      type: 'SignaturesVoided',
      data: { versionNo: 2, organs: ['METI', 'MIC'] },
    });
    expect(story.dossier!.signatures).toEqual([]);
    expect(story.refused('OpenRound', { kind: 'DELTA' }, liaison('DA')).extra).toMatchObject({
      rule: 'all-leads-signed',
      missing: [{ organ: 'METI' }, { organ: 'MIC' }],
    });
    story.when('ReviseDossier', edit('再び改める。'), desk('DA'));
    expect(story.types).toEqual(['DossierRevised']);
  });

  it('makes a co-lead’s drafter a drafter: a person who wrote does not approve', () => {
    const story = drafted().when('ReviseDossier', edit('改める。'), desk('METI'));
    story.when('RequestApproval', {}, desk('DA'));
    const writer = { ...approver('DA'), person: desk('METI').person };
    expect(story.refused('ApproveDossier', {}, writer).type).toBe('four-eyes');
  });
});

describe('leaving the joint lead', () => {
  const leave = (story: Story) =>
    story.when('WithdrawCoLead', { organ: 'METI', reason: '所管外と判明' }, liaison('METI'));

  it('suspends the running round, and its clocks stand still', () => {
    const story = leave(circulated());
    expect(story.types).toEqual(['CoLeadWithdrawn', 'RoundSuspended', 'ClockStopped']);
    expect(story.of('RoundSuspended')).toMatchObject({ roundNo: 1, ground: 'CO_LEAD_WITHDRAWN' });
    expect(story.dossier!.rounds[0]).toMatchObject({ state: 'SUSPENDED' });
  });

  it('after the due time leaves what that made of the silent', () => {
    const story = circulated();
    story.at = new Date(Date.parse(story.dossier!.rounds[0]!.dueAt) + 1).toISOString();
    expect(leave(story).types.slice(0, 3)).toEqual([
      ...['CoLeadWithdrawn', 'RoundDeadlinePassed', 'SilenceRecorded'],
    ]);
    expect(story.dossier!.rounds[0]).toMatchObject({ suspended: { from: 'ANSWERING' } });
  });

  it('is settled by a head without it, which the others sign; then the round goes on', () => {
    const story = leave(circulated());
    expect(story.refused('OpenRound', { kind: 'DELTA' }, liaison('DA')).extra).toMatchObject({
      rule: 'round-not-open',
    });
    story.when('ReviseDossier', withoutMeti(story), desk('DA'));
    expect(story.dossier).toMatchObject({ leavers: [], signatures: [] });
    sign(story, 'MIC').when('ResumeRound', { roundNo: 1, reason: '共管を解いた' }, liaison('DA'));
    expect(story.dossier!.rounds[0]).toMatchObject({ state: 'OPEN' });
  });

  it('happens once, by a co-lead, and a leaver signs nothing', () => {
    const story = leave(answering());
    const { sha256 } = story.dossier!.current;
    expect(
      story.refused('WithdrawCoLead', { organ: 'METI', reason: 'x' }, liaison('METI')).extra['rule'],
    ).toBe('co-lead-left');
    expect(story.refused('SignVersion', { organ: 'METI', sha256 }, liaison('METI')).extra['rule']).toBe(
      'co-lead-left',
    );
    expect(story.refused('WithdrawCoLead', { organ: 'MOE', reason: 'x' }, liaison('MOE')).extra['rule']).toBe(
      'co-lead',
    );
  });

  it('keeps the text from going on while the head names who has left', () => {
    const story = leave(sign(approved(drafted()), 'METI', 'MIC'));
    expect(story.refused('FileDossier', {}, liaison('DA')).extra['missing']).toEqual([
      { organ: 'METI', why: 'has left and is still named in the head' },
    ]);
  });

  it('makes it a consultee of the next round, for it has led the text', () => {
    const story = leave(answering());
    story.when('ReviseDossier', withoutMeti(story), desk('DA'));
    sign(story, 'MIC').when('ResumeRound', { roundNo: 1, reason: '共管を解いた' }, liaison('DA'));
    story.when('OpenRound', { kind: 'DELTA' }, liaison('DA'));
    const { participants } = story.of('RoundOpened')!;
    expect(participants.filter(({ mode }) => mode !== 'INFORM')).toMatchObject([
      { organ: 'METI', reasons: ['led the text jointly when it was asked about'] },
    ]);
  });
});
