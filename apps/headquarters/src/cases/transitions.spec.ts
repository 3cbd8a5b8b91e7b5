import type { LedgerEvent } from '#contracts';
import { approver, desk, exampleBody, Story } from '../../../../libs/domain/src/testing';
import { stepsOf } from './transitions.js';

describe('the commands of a stream', () => {
  it('are told apart also when two senders chose the same key', () => {
    const story = new Story();
    const kept: LedgerEvent[] = [];
    const keep = (command: string) =>
      story.last.forEach((event) => {
        const [position, actor] = [kept.length + 1, story.actors.at(-1)!];
        const meta = { actor, command, commandId: 'k', correlationId: 'c', occurredAt: story.at };
        const row = { position, streamId: 's', version: position, recordedAt: story.at, meta };
        kept.push({ ...row, ...event } as LedgerEvent);
      });
    story.when('DraftDossier', exampleBody('initiative'), desk('MLIT'));
    keep('DraftDossier');
    story.when('RequestApproval', {}, desk('MLIT'));
    keep('RequestApproval');
    story.when('ApproveDossier', {}, approver('MLIT'));
    keep('ApproveDossier');
    const steps = stepsOf(kept).map(({ events }) => [events[0]!.meta.command, events[0]!.meta.actor.person]);
    expect(steps).toEqual([
      ['DraftDossier', desk('MLIT').person],
      ['RequestApproval', desk('MLIT').person],
      ['ApproveDossier', approver('MLIT').person],
    ]);
  });
});
