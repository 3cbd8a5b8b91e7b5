import { approver, desk, exampleBody, liaison, Story } from './testing.js';

const bureau = { division: '情報政策課', person: 'mlit-it' };
const budget = { division: '予算課', person: 'mlit-budget' };
const it_ = { ...desk('MLIT'), person: 'mlit-it' };
const budgeteer = { ...desk('MLIT'), person: 'mlit-budget' };
const caio = { person: 'mlit-caio', organ: 'MLIT', role: 'CAIO' as const };
const deputy = (more: object = {}) => ({
  ...caio,
  person: 'mlit-deputy',
  ...{ onBehalfOf: 'mlit-it', delegationId: '01JD0000000000000000000001' },
  ...more,
});

const drafted = () => new Story().when('DraftDossier', exampleBody('initiative'), desk('MLIT'));
const asked = (...concurrence: object[]) => drafted().when('RequestApproval', { concurrence }, desk('MLIT'));
const approve = (story: Story) => story.when('ApproveDossier', {}, approver('MLIT'));

describe('concurrence inside of a ministry (合議)', () => {
  it('is not asked for when nobody is named', () => {
    expect(approve(asked()).dossier?.stage).toBe('APPROVED');
  });

  it('keeps the approver from approving until all who are named have concurred, and says who is missing', () => {
    const story = asked(bureau, budget).when('ConcurInternally', {}, it_);
    const refused = story.refused('ApproveDossier', {}, approver('MLIT'));
    expect(refused).toMatchObject({
      type: 'guard-refused',
      extra: { rule: 'internal-concurrence', missing: [budget] },
    });
    expect(refused.detail).toContain('予算課');
    expect(approve(story.when('ConcurInternally', {}, budgeteer)).dossier?.stage).toBe('APPROVED');
  });

  it('is given by the persons who are named, once, for all their divisions', () => {
    const story = asked(bureau, { ...budget, person: 'mlit-it' });
    const rule = { type: 'not-permitted', extra: { rule: 'internal-concurrence' } };
    expect(story.refused('ConcurInternally', {}, liaison('MLIT'))).toMatchObject(rule);
    expect(story.when('ConcurInternally', {}, it_).types).toEqual([
      ...['InternallyConcurred', 'InternallyConcurred'],
    ]);
    expect(story.refused('ConcurInternally', {}, it_)).toMatchObject(rule);
  });

  it('names each division once', () => {
    const twice = { concurrence: [bureau, { ...bureau, person: 'another' }] };
    expect(drafted().refused('RequestApproval', twice, desk('MLIT')).type).toBe('invalid-content');
  });

  it('is void for a new version and when approval is asked for anew', () => {
    const story = asked(bureau).when('ConcurInternally', {}, it_);
    story.when('RefuseApproval', { reason: '数字を直すこと' }, approver('MLIT'));
    const { type, head } = exampleBody('initiative');
    story.when('ReviseDossier', { type, head: { ...head, summary: '改' } }, desk('MLIT'));
    story.when('RequestApproval', { concurrence: [bureau] }, desk('MLIT'));
    expect(story.refused('ApproveDossier', {}, approver('MLIT')).extra.rule).toBe('internal-concurrence');
    story.when('ConcurInternally', {}, it_);
    expect(approve(story).dossier?.stage).toBe('APPROVED');
  });
});

describe('acting approval (代決) and post-view (後閲)', () => {
  it('lets an acting delegate concur for an absent person, who owes a post-view', () => {
    const story = asked(bureau).when('ConcurInternally', {}, deputy({ acting: true }));
    expect(story.of('InternallyConcurred')).toMatchObject({ person: 'mlit-it', acting: true });
    expect(story.dossier?.approval?.postViews).toEqual([{ versionNo: 1, person: 'mlit-it' }]);
    approve(story);
    story.when('PostViewApproval', {}, it_);
    expect(story.of('ApprovalPostViewed')).toEqual({ versionNo: 1, person: 'mlit-it' });
    expect(story.refused('PostViewApproval', {}, it_).extra.rule).toBe('post-view');
  });

  it('is not for a standing delegate, nor for the delegate of somebody who is not asked', () => {
    expect(asked(bureau).refused('ConcurInternally', {}, deputy()).type).toBe('not-permitted');
    const other = deputy({ acting: true, onBehalfOf: 'mlit-budget' });
    expect(asked(bureau).refused('ConcurInternally', {}, other).type).toBe('not-permitted');
  });

  it('is not seen afterwards in the place of the represented', () => {
    const story = asked(bureau).when('ConcurInternally', {}, deputy({ acting: true }));
    expect(story.refused('PostViewApproval', {}, deputy({ acting: true })).extra.rule).toBe('post-view');
  });

  it('outlives a new version: what was seen by nobody is still to be seen', () => {
    const story = asked(bureau).when('ConcurInternally', {}, deputy({ acting: true }));
    story.when('RefuseApproval', { reason: 'x' }, approver('MLIT'));
    story.when('RequestApproval', {}, desk('MLIT')).when('PostViewApproval', {}, it_);
    expect(story.of('ApprovalPostViewed')).toEqual({ versionNo: 1, person: 'mlit-it' });
  });

  it.each<[{ acting?: true }]>([[{}], [{ acting: true }]])('owes none for the final decider (%j)', (kind) => {
    const story = asked().when(
      'ApproveDossier',
      {},
      { ...approver('MLIT'), person: 'mlit-deputy', onBehalfOf: 'mlit-min_approver', ...kind },
    );
    expect(story.dossier).toMatchObject({ stage: 'APPROVED', approval: { postViews: [] } });
  });
});

describe('four eyes of a delegate', () => {
  const approving = (more: object) => ({ ...approver('MLIT'), person: 'mlit-deputy', ...more });

  it('are those of the represented, and of everybody in between', () => {
    const story = asked();
    const drafter = desk('MLIT').person;
    const rule = { type: 'four-eyes', extra: { rule: 'four-eyes-filing' } };
    expect(story.refused('ApproveDossier', {}, approving({ onBehalfOf: drafter }))).toMatchObject(rule);
    const through = approving({ onBehalfOf: 'mlit-chief', through: [drafter] });
    expect(story.refused('ApproveDossier', {}, through)).toMatchObject(rule);
  });

  it('are remembered of drafts that were made in the place of another', () => {
    const story = new Story().when('DraftDossier', exampleBody('initiative'), {
      ...liaison('MLIT'),
      ...{ person: 'mlit-deputy', onBehalfOf: 'mlit-chief', through: ['mlit-vice'] },
    });
    story.when('RequestApproval', {}, desk('MLIT'));
    for (const person of ['mlit-deputy', 'mlit-chief', 'mlit-vice'])
      expect(story.refused('ApproveDossier', {}, { ...approver('MLIT'), person }).type).toBe('four-eyes');
  });
});
