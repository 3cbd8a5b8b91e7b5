import type { LedgerEvent } from '#contracts';
import { openMusts, unansweredMusts, withMusts, type Musts } from './musts.js';

const clauseId = 'c4.2';
const thread = 'PPC#1';
const wanted = '要配慮個人情報を除く。';
const raised = {
  type: 'ThreadRaised',
  data: { thread, organ: 'PPC', kind: 'OPINION', weight: 'MUST', clauseId, proposedText: wanted },
};
const answered = (clause = clauseId) => ({
  type: 'ThreadAnswered',
  data: { thread, disposition: 'ADOPTED', proof: { versionNo: 2, clauseId: clause, text: wanted } },
});
const reopened = { type: 'ThreadReopened', data: { thread } };
const after = (...events: object[]): Musts =>
  events.reduce<Musts>((musts, event) => withMusts(musts, event as LedgerEvent, 'FULL'), {});

describe('the open MUSTs of the register', () => {
  it('are settled by the words that were proposed, in the clause they were proposed for', () => {
    expect(openMusts(after(raised))).toBe(1);
    expect(openMusts(after(raised, answered()))).toBe(0);
    expect(openMusts(after(raised, answered('c1')))).toBe(1);
  });

  it('wait for an answer again, and for other words, when they are raised again', () => {
    const musts = after(raised, answered(), reopened);
    expect(unansweredMusts(musts)).toEqual([thread]);
    expect(openMusts(withMusts(musts, answered() as LedgerEvent, 'FULL'))).toBe(1);
  });
});
