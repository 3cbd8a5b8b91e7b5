import { InboxPage, type DomainEvent, type InboxItem, type Principal } from '#contracts';
import { InboxQuery } from '../../apps/headquarters/src/http/requests.js';
import { readInbox } from '../../apps/headquarters/src/queries/inbox.js';
import { at, Desk, secretariat } from './desk';
import { actor, participant, sha, Story } from './given-events';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const inbox = async (principal: Principal, story: Story): Promise<InboxItem[]> => {
  const position = await desk.given.tell(story);
  const wanted = InboxQuery.parse({ dossierId: story.id });
  const read = await desk.read(principal, ['inbox'], (rows) => readInbox(rows, wanted, new Date()), position);
  return InboxPage.parse(read.answer).items;
};
const kinds = async (principal: Principal, story: Story) =>
  (await inbox(principal, story)).map(({ kind, role }) => `${kind} ${role ?? '-'}`).sort();
const item = async (principal: Principal, story: Story, kind: string) =>
  (await inbox(principal, story)).find((one) => one.kind === kind);

const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const consulted = (coLeads: string[] = []) =>
  new Story('guideline', { lead: 'DA', coLeads })
    .accepted()
    .consulted([participant('MOF'), participant('PPC', true), participant('MOE', false, 'INFORM')]);
const raised = (story: Story, thread: string) => {
  const what = { kind: 'OPINION', weight: 'MUST', body: '条文を改められたい', late: false } as const;
  const organ = thread.split('#')[0]!;
  return story.add(
    { type: 'ThreadRaised', data: { roundNo: 1, thread, organ, versionNo: 1, ...what } },
    actor(organ),
  );
};
const clock = (name: string, holder: string, dueAt: string): DomainEvent => ({
  type: 'ClockStarted',
  data: { ...{ clock: name, epoch: 1, holder, startedAt: later(0), warnAt: later(0), dueAt }, overdueAt: [] },
});
const machine = actor('HQ', 'SYSTEM');

describe('the inbox of a consultation', () => {
  it('hands a thread from the lead to its commenter and back, each with its due time', async () => {
    const story = raised(raised(consulted(), 'PPC#1'), 'MOF#1');
    expect(await kinds(at('DA'), story)).toEqual(['answer-wanted DESK', 'answer-wanted DESK']);
    story.add(clock('answers-1', 'DA', later(5)), machine);
    expect((await inbox(at('DA'), story)).every(({ dueAt }) => dueAt !== null)).toBe(true);
    story.add({ type: 'ThreadAnswered', data: { thread: 'PPC#1', answer: '…', disposition: 'ADOPTED' } });
    const window = later(3);
    story.add(clock('reopen PPC#1', 'PPC', window), machine);
    expect(await item(at('PPC'), story, 'answer-received')).toMatchObject({
      ...{ role: 'LIAISON', dueAt: window, about: { thread: 'PPC#1' } },
    });
    expect(await kinds(at('DA'), story)).toEqual(['answer-wanted DESK', 'proof-wanted DESK']);
    story.add({ type: 'ThreadReopened', data: { thread: 'PPC#1', body: '不十分', times: 1 } }, actor('PPC'));
    expect(await kinds(at('PPC'), story)).toEqual(['position-wanted LIAISON']);
    expect(await kinds(at('DA'), story)).toEqual(['answer-wanted DESK', 'answer-wanted DESK']);
    story.add({ type: 'ThreadWithdrawn', data: { thread: 'PPC#1' } }, actor('PPC'));
    expect(await kinds(at('DA'), story)).toEqual(['answer-wanted DESK']);
    story.concluded();
    expect(await kinds(at('DA'), story)).toEqual([]);
  });

  it('tells both sides of a negotiation, and the secretariat of what the lead left unanswered', async () => {
    const story = raised(consulted(), 'PPC#1');
    const escalated = { thread: 'PPC#1', level: 1, by: 'commenter', rule: 'escalation/L1' } as const;
    story.add({ type: 'ThreadEscalated', data: escalated }, actor('PPC'));
    for (const side of ['DA', 'PPC'])
      expect((await item(at(side), story, 'thread-escalated'))?.about).toEqual({ thread: 'PPC#1', level: 1 });
    expect(await kinds(at('MOF'), story)).toEqual(['position-wanted LIAISON']);
    story.add({ type: 'AnswersOverdue', data: { roundNo: 1, threads: ['PPC#1'] } }, machine);
    expect(await kinds(secretariat, story)).toEqual(['answers-overdue -']);
    const reserved = { thread: 'PPC#1', level: 2, by: 'commenter', reason: '留保する' } as const;
    story.add({ type: 'ThreadReserved', data: reserved }, actor('PPC'));
    expect(await kinds(at('PPC'), story)).toEqual(['position-wanted LIAISON', 'thread-reserved -']);
  });

  it('asks the affected again in a delta round and tells all others what changed', async () => {
    const story = consulted()
      .position('MOF')
      .add({ type: 'RoundDeadlinePassed', data: { roundNo: 1 } }, machine);
    expect(await kinds(at('DA'), story)).toContain('conclusion-wanted LIAISON');
    const changes = [{ clauseId: 'c4.2', change: 'changed' } as const];
    const opened = {
      roundNo: 2,
      kind: 'DELTA',
      versionNo: 1,
      sha256: story.hash(),
      minimumDays: 3,
      basis: 'delta',
    } as const;
    story.add({
      type: 'RoundOpened',
      data: {
        ...{ stage: 'CONSULTATION', ...opened, openedAt: later(0), dueAt: later(3) },
        participants: [participant('PPC', true), participant('MOF', false, 'INFORM')],
        delta: { fromVersionNo: 1, changes },
      },
    });
    expect(await item(at('PPC'), story, 'delta-wanted')).toMatchObject({
      ...{ notice: false, mandatoryExplicit: true, about: { roundNo: 2, changes } },
    });
    expect(await item(at('MOF'), story, 'delta-opened')).toMatchObject({ notice: true, about: { changes } });
    expect(await kinds(at('DA'), story)).toEqual([]);
  });

  it('moves due times with an extension, and lets them rest while the round stands still', async () => {
    const story = consulted();
    const due = async () => (await item(at('PPC'), story, 'position-wanted'))?.dueAt;
    const more = later(20);
    story.add({ type: 'RoundExtended', data: { roundNo: 1, dueAt: more, reason: '照会中', by: 'lead' } });
    expect(await due()).toBe(more);
    story.add({ type: 'RoundSuspended', data: { roundNo: 1, ground: 'LEAD', reason: '調整' } });
    expect(await due()).toBeNull();
    expect(await kinds(at('MOE'), story)).toContain('round-suspended -');
    story.add({ type: 'RoundResumed', data: { roundNo: 1, dueAt: more, reason: '済' } });
    expect(await due()).toBe(more);
    expect(await kinds(at('MOE'), story)).toEqual(['round-opened -']);
  });

  it('puts an objection before the secretariat, and asks whoever is added', async () => {
    const story = consulted();
    const objected = { roundNo: 1, objectionNo: 1, organ: 'MOF', reason: '所掌' } as const;
    story.add(
      { type: 'AllocationObjected', data: { ...objected, claim: 'ALSO', also: 'METI' } },
      actor('MOF'),
    );
    story.add(clock('allocation-1', 'HQ', later(1)), machine);
    const ruling = await item(secretariat, story, 'allocation-ruling-wanted');
    expect(ruling).toMatchObject({ role: 'SECR_REVIEWER', about: { objectionNo: 1, organ: 'MOF' } });
    expect(ruling!.dueAt).not.toBeNull();
    story.add(
      { type: 'AllocationRuled', data: { ...objected, ruling: 'UPHELD' } },
      actor('HQ', 'SECR_REVIEWER'),
    );
    story.add({ type: 'ParticipantAdded', data: { roundNo: 1, participant: participant('METI') } });
    expect(await kinds(secretariat, story)).toEqual([]);
    expect(await kinds(at('METI'), story)).toEqual(['position-wanted LIAISON']);
    story.add({ type: 'ParticipantReleased', data: { roundNo: 1, organ: 'METI', reason: '所掌外' } });
    expect(await kinds(at('METI'), story)).toEqual([]);
  });

  it('asks the other parties to confirm a memorandum, and co-leads to sign each version', async () => {
    const story = consulted(['METI']);
    expect(await kinds(at('METI'), story)).toEqual(['signature-wanted LIAISON']);
    story.add(
      { type: 'VersionSigned', data: { versionNo: 1, sha256: story.hash(), organ: 'METI' } },
      actor('METI'),
    );
    expect(await kinds(at('METI'), story)).toEqual([]);
    story.add({
      type: 'MemorandumRecorded',
      data: {
        ...{ memorandumNo: 1, organ: 'DA', parties: ['DA', 'PPC'], level: 1 },
        ...{ threads: [], clauseIds: ['c4'], text: '運用に当たり協議する。' },
      },
    });
    expect((await item(at('PPC'), story, 'memorandum-to-confirm'))?.about).toEqual({ memorandumNo: 1 });
    story.add({ type: 'MemorandumConfirmed', data: { memorandumNo: 1, organ: 'PPC' } }, actor('PPC'));
    expect(await item(at('PPC'), story, 'memorandum-to-confirm')).toBeUndefined();
  });

  it('goes on from the agreed text to the decision: review, comments, approval, agenda', async () => {
    const story = consulted().concluded();
    const both = async () => [await kinds(at('DA'), story), await kinds(secretariat, story)];
    const adds = (event: DomainEvent, by = actor('DA')) => story.add(event, by);
    expect(await both()).toEqual([[], ['review-wanted SECR_REVIEWER']]);
    adds({ type: 'ReviewBegun', data: { stage: 'SECR_REVIEW' } });
    adds({ type: 'ReviewReported', data: { stage: 'REVIEWED', findings: 'なし' } });
    expect(await both()).toEqual([['public-comment-wanted LIAISON'], []]);
    adds({
      type: 'PublicCommentOpened',
      data: {
        ...{ stage: 'PUBLIC_COMMENT', kind: 'VOLUNTARY', derivedKind: 'VOLUNTARY', openAt: later(0) },
        ...{ closeAt: later(14), days: 14, versionNo: 1, sha256: story.hash(), materials: [], warnings: [] },
      },
    });
    adds({
      type: 'PublicCommentClosed',
      data: { stage: 'REVISION', received: 2, unique: 1, digest: sha('x') },
    });
    const after = ['comment-result-wanted LIAISON', 'final-request-wanted LIAISON'];
    expect((await both())[0]).toEqual([after[0], 'comments-to-dispose DESK', after[1]]);
    adds({
      type: 'CommentGroupDisposed',
      data: { groupNo: 1, gist: '賛成', count: 2, response: '感謝', changeMade: false },
    });
    expect((await both())[0]).toEqual(after);
    adds({
      type: 'FinalApprovalRequested',
      data: { stage: 'FINAL_APPROVAL', versionNo: 1, sha256: story.hash() },
    });
    expect((await both())[0]).toContain('approval-wanted MIN_APPROVER');
    adds({ type: 'DossierApproved', data: { stage: 'FINAL_APPROVAL', versionNo: 1, sha256: story.hash() } });
    expect((await both())[0]).toContain('item-wanted LIAISON');
    adds({
      type: 'ItemLodged',
      data: {
        ...{ body: 'HEADQUARTERS', form: 'DECISION', manner: 'SITTING', meetingOn: '2026-09-01' },
        ...{ lodgingDeadline: later(9), papers: [], versionNo: 1, sha256: story.hash() },
        ...{ reservations: [], statements: [] },
      },
    });
    expect((await both())[1]).toEqual(['agenda-wanted SECR_APPROVER']);
    adds({ type: 'ItemPlaced', data: { agenda: 'FINAL' } });
    expect((await both())[1]).toEqual(['decision-wanted SECR_DIRECTOR']);
  });
});
