import { InboxPage, type Principal } from '#contracts';
import { ulid } from 'ulid';
import { InboxQuery } from '../../apps/headquarters/src/http/requests.js';
import { readInbox } from '../../apps/headquarters/src/queries/inbox.js';
import { at, Desk, secretariat } from './desk';
import { actor, Story } from './given-events';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const kinds = async (principal: Principal, story: Story) => {
  const position = await desk.given.tell(story);
  const wanted = InboxQuery.parse({ dossierId: story.id });
  const read = await desk.read(principal, ['inbox'], (rows) => readInbox(rows, wanted, new Date()), position);
  return InboxPage.parse(read.answer)
    .items.map(({ kind }) => kind)
    .sort();
};

const asked = (...persons: string[]) =>
  new Story('initiative', { lead: 'METI' }).drafted().add({
    type: 'ApprovalRequested',
    data: {
      ...{ stage: 'MIN_APPROVAL', versionNo: 1 },
      concurrence: persons.map((person) => ({ division: `${person}の課`, person })),
    },
  });
const concurred = (story: Story, person: string, acting = false) =>
  story.add({
    type: 'InternallyConcurred',
    data: { versionNo: 1, division: `${person}の課`, person, acting },
  });

describe('approval inside of a ministry', () => {
  it('asks each person who is named to concur, until they have', async () => {
    const story = asked('meti-a', 'meti-b');
    expect(await kinds(at('METI'), story)).toEqual([
      ...['approval-wanted', 'concurrence-wanted', 'concurrence-wanted'],
    ]);
    expect(await kinds(at('METI'), concurred(story, 'meti-a'))).toEqual([
      'approval-wanted',
      'concurrence-wanted',
    ]);
    story.add({ type: 'ApprovalRefused', data: { stage: 'DRAFT', reason: '表現' } });
    expect(await kinds(at('METI'), story)).toEqual(['redraft-wanted']);
  });

  it('asks the represented to see afterwards what was concurred with for them (後閲)', async () => {
    const story = concurred(asked('meti-a'), 'meti-a', true);
    expect(await kinds(at('METI'), story)).toEqual(['approval-wanted', 'post-view-wanted']);
    story.add({ type: 'ApprovalPostViewed', data: { versionNo: 1, person: 'meti-a' } });
    expect(await kinds(at('METI'), story)).toEqual(['approval-wanted']);
  });

  it('is told to the own ministry only, also after everybody may read the text', async () => {
    const story = concurred(asked('meti-a'), 'meti-a', true);
    story.add({ type: 'ApprovalPostViewed', data: { versionNo: 1, person: 'meti-a' } });
    const sha256 = story.hash();
    story.add({ type: 'DossierApproved', data: { stage: 'APPROVED', versionNo: 1, sha256 } });
    story.filed().endorsed();
    const position = await desk.given.tell(story);
    const sees = async (principal: Principal) => {
      const sql = 'SELECT type FROM entries WHERE dossier_id = $1';
      const { answer } = await desk.read(
        principal,
        ['timeline'],
        (rows) => rows<{ type: string }>(sql, [story.id]),
        position,
      );
      return answer.map(({ type }) => type);
    };
    const own = ['InternallyConcurred', 'ApprovalPostViewed'];
    expect(await sees(at('METI'))).toEqual(expect.arrayContaining(own));
    for (const other of [secretariat, at('MLIT')])
      expect((await sees(other)).filter((type) => own.includes(type))).toEqual([]);
  });
});

describe('a delegation', () => {
  it('passes every read model by: it is no dossier', async () => {
    const id = ulid();
    await desk.given.tellRaw(id, 'DelegationGranted', {
      ...{ delegationId: id, from: 'meti-approver', to: 'meti-desk', role: 'MIN_APPROVER', organ: 'METI' },
      ...{ kind: 'STANDING', validFrom: '2026-06-01', validTo: '2026-12-01', reason: '出張' },
    });
    await desk.given.tellRaw(id, 'DelegationRevoked', { delegationId: id, reason: '帰任' });
    const story = new Story('initiative', { lead: 'METI' })
      .filed()
      .add(
        { type: 'OfficerRecused', data: { person: 'hq-a', reason: '親族', by: 'self' } },
        actor('HQ', 'SECR_REVIEWER'),
      );
    expect(await kinds(secretariat, story)).toEqual(['check-wanted']);
    expect(desk.errors).toEqual([]);
  });
});
