import { InboxPage, type InboxItem, type Principal } from '#contracts';
import { InboxQuery } from '../../apps/headquarters/src/http/requests.js';
import { readInbox } from '../../apps/headquarters/src/queries/inbox.js';
import { at, Desk, secretariat } from './desk';
import { actor, participant, Story } from './given-events';
import { readAfterWrite } from './read-after-write';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const budgetOf = (amountYen: number) => ({
  ...{ fiscalYear: 2026, account: '一般会計', stage: 'initial', amountYen },
});

const inbox = async (
  principal: Principal,
  story: Story,
  query: Record<string, string> = {},
): Promise<InboxItem[]> => {
  const position = await desk.given.tell(story);
  const wanted = InboxQuery.parse({ dossierId: story.id, ...query });
  const read = await desk.read(principal, ['inbox'], (rows) => readInbox(rows, wanted, new Date()), position);
  return InboxPage.parse(read.answer).items;
};
const kinds = async (principal: Principal, story: Story, query = {}) =>
  (await inbox(principal, story, query)).map(({ kind, role }) => `${kind} ${role ?? '-'}`).sort();

describe('the inbox', () => {
  it('hands an initiative from one desk to the next, from the draft to its publication', async () => {
    const story = new Story('initiative', { lead: 'METI' }).drafted();
    const both = async () => [await kinds(at('METI'), story), await kinds(secretariat, story)];
    expect(await both()).toEqual([[], []]);
    story.add({ type: 'ApprovalRequested', data: { stage: 'MIN_APPROVAL', versionNo: 1 } });
    expect(await both()).toEqual([['approval-wanted MIN_APPROVER'], []]);
    story.add({ type: 'ApprovalRefused', data: { stage: 'DRAFT', reason: '表現' } });
    expect(await both()).toEqual([['redraft-wanted DESK'], []]);
    story.revised().approved();
    expect(await both()).toEqual([['filing-wanted LIAISON'], []]);
    story.filed();
    expect(await both()).toEqual([[], ['check-wanted SECR_INTAKE']]);
    story.returned();
    expect(await both()).toEqual([['correction-wanted LIAISON'], []]);
    story.revised().filed().accepted();
    expect(await both()).toEqual([[], ['review-wanted SECR_REVIEWER']]);
    story.inReview();
    expect(await both()).toEqual([[], ['endorsement-wanted SECR_APPROVER']]);
    story.endorsed();
    expect(await both()).toEqual([
      ['activation-wanted LIAISON', 'endorsed -', 'publication-wanted LIAISON'],
      [],
    ]);
    story.add({
      type: 'DossierPublished',
      data: { stage: 'ENDORSED', url: 'https://example.go.jp', language: 'ja', publishedOn: '2026-04-01' },
    });
    expect((await both())[0]).toEqual(['activation-wanted LIAISON', 'endorsed -']);
    story.add({ type: 'DossierActivated', data: { stage: 'ACTIVE' } });
    expect((await both())[0]).toEqual(['endorsed -']);
    expect((await inbox(at('METI'), story, { state: 'done' })).length).toBe(9);
  });

  it('asks every participant until its answer, and says whose silence will not count', async () => {
    const story = new Story('guideline', { lead: 'DA' }).accepted();
    expect(await kinds(at('DA'), story)).toEqual(['round-wanted LIAISON']);
    story.consulted([participant('MOF'), participant('MOE'), participant('PPC', true)]);
    for (const organ of ['MOF', 'MOE', 'PPC']) {
      const [item] = await inbox(at(organ), story);
      expect(item).toMatchObject({
        kind: 'position-wanted',
        role: 'LIAISON',
        mandatoryExplicit: organ === 'PPC',
      });
      expect(item!.dueAt).not.toBeNull();
    }
    expect(await inbox(at('METI'), story)).toEqual([]);
    story.position('MOF');
    expect(await inbox(at('MOF'), story)).toEqual([]);
    story.add({ type: 'RoundDeadlinePassed', data: { roundNo: 1 } });
    story.add({ type: 'SilenceRecorded', data: { roundNo: 1, organ: 'MOE', as: 'DEEMED_NO_OPINION' } });
    story.add({ type: 'SilenceRecorded', data: { roundNo: 1, organ: 'PPC', as: 'OVERDUE_EXPLICIT' } });
    expect(await inbox(at('MOE'), story)).toEqual([]);
    expect((await inbox(at('PPC'), story)).length).toBe(1);
    expect(await kinds(at('DA'), story)).toEqual(['conclusion-wanted LIAISON']);
    story.position('PPC').concluded();
    expect(await kinds(at('DA'), story)).toEqual([]);
    expect(await inbox(at('PPC'), story)).toEqual([]);
    expect(await kinds(secretariat, story)).toEqual(['review-wanted SECR_REVIEWER']);
  });

  it('offers the conclusion as soon as everyone has spoken', async () => {
    const story = new Story('initiative', { lead: 'METI' }).inReview().consulted([participant('MOF')]);
    expect(await kinds(at('METI'), story)).toEqual([]);
    expect(await kinds(at('METI'), story.position('MOF'))).toEqual(['conclusion-wanted LIAISON']);
  });

  it('warns the holder of a clock and the secretariat, but never of what is still a draft', async () => {
    const story = new Story('initiative', { lead: 'METI' }).filed().clock('completeness-check', 'HQ', 2);
    const { dueAt } = (story.events.at(-1)!.event as { data: { dueAt: string } }).data;
    const mark = { clock: 'completeness-check', epoch: 1, holder: 'HQ', dueAt };
    expect((await inbox(secretariat, story)).map((item) => item.dueAt)).toEqual([dueAt]);
    story.add({ type: 'ClockWarned', data: mark });
    expect(await kinds(secretariat, story)).toEqual(['check-wanted SECR_INTAKE', 'clock-warned -']);
    story.add({ type: 'ClockOverdue', data: { ...mark, markAt: dueAt } });
    expect(await kinds(secretariat, story)).toEqual(['check-wanted SECR_INTAKE', 'clock-overdue -']);
    story.add({ type: 'ClockStopped', data: { clock: 'completeness-check', epoch: 1 } });
    expect(await kinds(secretariat, story)).toEqual(['check-wanted SECR_INTAKE']);

    const draft = new Story('initiative', { lead: 'MOE' }).drafted().clock('idle-draft', 'MOE', 1);
    draft.add({ type: 'ClockWarned', data: { ...mark, clock: 'idle-draft', holder: 'MOE' } });
    expect(await kinds(at('MOE'), draft)).toEqual(['clock-warned -']);
    expect(await kinds(secretariat, draft)).toEqual([]);
  });

  it('tells the secretariat of similar initiatives, and the lead of those that both may read, without naming them', async () => {
    const other = new Story('initiative', { lead: 'MLIT', title: { en: 'Hidden' } }).filed();
    await desk.given.tell(other);
    const similar = [{ dossierId: other.id, lead: 'MLIT', title: { en: 'Hidden' }, score: 0.7 }];
    const overlapping = () => {
      const story = new Story('initiative', { lead: 'METI' }).filed();
      return story.add({ type: 'OverlapsFound', data: { versionNo: 1, similar } }, actor('HQ', 'SYSTEM'));
    };
    const uncirculated = overlapping();
    expect(await kinds(at('METI'), uncirculated)).toEqual([]);
    expect(await kinds(secretariat, uncirculated)).toContain('overlap-found -');
    await desk.given.tell(other.inReview().consulted([participant('METI')]));
    const circulated = overlapping();
    const items = await inbox(at('METI'), circulated);
    expect(items.map(({ kind }) => kind)).toEqual(['overlap-found']);
    expect(JSON.stringify(items)).not.toContain('Hidden');
    expect(await kinds(secretariat, circulated)).toContain('overlap-found -');
  });

  it('reminds of a round those who are still silent, with the lead and the secretariat', async () => {
    const asked = ['MOF', 'MOE', 'PPC', 'DA'];
    const story = new Story('guideline', { lead: 'METI' }).accepted();
    story.consulted(
      asked.map((organ) => participant(organ, organ === 'PPC', organ === 'DA' ? 'INFORM' : 'CONCUR')),
    );
    story.clock('round-1', 'METI', 1).position('MOF');
    const { dueAt } = (story.events.at(-2)!.event as { data: { dueAt: string } }).data;
    const mark = { clock: 'round-1', epoch: 1, holder: 'METI', dueAt };
    const reminded = async (kind: string) => {
      const position = await desk.given.tell(story);
      const found: string[] = [];
      for (const organ of ['METI', 'HQ', ...asked]) {
        const principal = organ === 'HQ' ? secretariat : at(organ);
        const wanted = InboxQuery.parse({ dossierId: story.id });
        const { answer } = await desk.read(
          principal,
          ['inbox'],
          (rows) => readInbox(rows, wanted, new Date()),
          position,
        );
        if (answer.items.some((item) => item.kind === kind)) found.push(organ);
      }
      return found;
    };
    story.add({ type: 'ClockWarned', data: mark }, actor('HQ', 'SYSTEM'));
    expect(await reminded('clock-warned')).toEqual(['METI', 'HQ', 'MOE', 'PPC']);
    story.add({ type: 'ClockDue', data: mark }, actor('HQ', 'SYSTEM'));
    story.add({ type: 'RoundDeadlinePassed', data: { roundNo: 1 } }, actor('HQ', 'SYSTEM'));
    for (const [organ, as] of [
      ['MOE', 'DEEMED_NO_OPINION'],
      ['PPC', 'OVERDUE_EXPLICIT'],
      ['DA', 'DONE'],
    ] as const)
      story.add({ type: 'SilenceRecorded', data: { roundNo: 1, organ, as } }, actor('HQ', 'SYSTEM'));
    expect(await reminded('clock-due')).toEqual(['METI', 'HQ', 'MOE', 'PPC']);
    expect(await reminded('clock-warned')).toEqual([]);
    story.add({ type: 'ClockOverdue', data: { ...mark, markAt: dueAt } }, actor('HQ', 'SYSTEM'));
    expect(await reminded('clock-overdue')).toEqual(['METI', 'HQ', 'PPC']);
    story.position('PPC');
    expect(await reminded('clock-overdue')).toEqual(['METI', 'HQ']);
    story.concluded().add({ type: 'ClockStopped', data: { clock: 'round-1', epoch: 1 } });
    expect(await reminded('clock-overdue')).toEqual([]);
    expect(await reminded('round-opened')).toEqual([]);
  });

  it('lets know those who are sent a round for their information, and waits for none of them', async () => {
    const story = new Story('initiative', { lead: 'METI' }).inReview();
    story.consulted([participant('MOF'), participant('MOE', false, 'INFORM')]);
    expect(await kinds(at('MOE'), story)).toEqual(['round-opened -']);
    expect((await inbox(at('MOE'), story))[0]!.notice).toBe(true);
    expect(await kinds(at('METI'), story)).toEqual([]);
    expect(await kinds(at('METI'), story.position('MOF'))).toEqual(['conclusion-wanted LIAISON']);
    const informing = new Story('initiative', { lead: 'METI' }).inReview();
    informing.consulted([participant('MOE', false, 'INFORM')]);
    expect(await kinds(at('METI'), informing)).toEqual(['conclusion-wanted LIAISON']);
  });

  it('asks nothing more of anybody in a round that was given up for a return', async () => {
    const story = new Story('initiative', { lead: 'METI' }).inReview();
    story
      .consulted([participant('MOF'), participant('MOE'), participant('DA', false, 'INFORM')])
      .position('MOF');
    story.returned();
    for (const organ of ['MOF', 'MOE', 'DA']) expect(await kinds(at(organ), story)).toEqual([]);
    expect(await kinds(at('METI'), story)).toEqual(['correction-wanted LIAISON']);
  });

  it('tells the lead that a dossier has lapsed', async () => {
    const story = new Story('initiative', { lead: 'METI' }).filed().returned();
    story.add(
      { type: 'DossierLapsed', data: { stage: 'LAPSED', clock: 'resubmission' } },
      actor('HQ', 'SYSTEM'),
    );
    expect(await kinds(at('METI'), story)).toEqual(['lapsed -']);
  });

  it.each([
    ['of high risk', { highRiskSheet: { result: 'high' } }, 'SECR_DIRECTOR'],
    ['above the large budget', { budget: [budgetOf(10_000_000_001)] }, 'SECR_DIRECTOR'],
    ['of the large budget', { budget: [budgetOf(10_000_000_000)] }, 'SECR_APPROVER'],
  ])('puts an initiative %s before those who may endorse it', async (_, content, role) => {
    const story = new Story('initiative', { lead: 'METI', content }).inReview();
    // Each of them must be consulted on before.
    expect([await kinds(at('METI'), story), await kinds(secretariat, story)]).toEqual([
      ['round-wanted LIAISON'],
      [],
    ]);
    story
      .consulted([participant('MOF')])
      .position('MOF')
      .concluded();
    expect(await kinds(secretariat, story)).toEqual([`endorsement-wanted ${role}`]);
  });

  it('lets everything rest when a dossier is withdrawn', async () => {
    const story = new Story('initiative', { lead: 'METI' }).inReview().consulted([participant('MOF')]);
    expect((await inbox(at('MOF'), story)).length).toBe(1);
    story.withdrawn();
    for (const reader of [at('MOF'), at('METI'), secretariat]) expect(await inbox(reader, story)).toEqual([]);
  });

  it('shows a write at once to who says the position it was given (WF-9): 300 of 300', async () => {
    expect(await readAfterWrite(desk, 300)).toBe(300);
  });

  it('says 503 with its own position when a position is not there yet', async () => {
    const head = await desk.given.number();
    const request = { principal: secretariat, models: ['inbox'] as const, minPosition: head + 1 };
    const reading = desk.readers.read(request, () => Promise.resolve());
    await expect(reading).rejects.toMatchObject({ type: 'not-yet-visible', extra: { retryAfterSeconds: 1 } });
  });
});
