import { PrecedentPage, type Principal } from '#contracts';
import { EventStore } from '#event-store';
import { pool } from '#platform';
import type { Pool } from 'pg';
import { PrecedentQuery } from '../../apps/headquarters/src/http/time-requests.js';
import { readPrecedents } from '../../apps/headquarters/src/queries/precedents.js';

import {
  approver,
  desk as deskOf,
  exampleBody,
  intake,
  liaison,
  tick,
  tokyo,
} from '../../libs/domain/src/testing';
import { at, Desk, secretariat } from './desk';
import { accepted, KeptStory, raise } from './kept-story';

let desk: Desk;
let app: Pool;
let position = 0;
const first = accepted();
const second = accepted();
const veiled = accepted();
const informal = new KeptStory();

const opinion = { kind: 'OPINION', weight: 'MUST', clauseId: 'c4.2' };
const question = { kind: 'QUESTION', weight: 'NOTE' };
const answer = (story: KeptStory, thread: string, more: object) =>
  story.when('AnswerThread', { thread, ...more }, deskOf('DA'));

const open = (story: KeptStory, more = {}) =>
  story.then(tokyo('2026-06-04', '10:00')).when('OpenRound', { kind: 'FULL', ...more }, liaison('DA'));

beforeAll(async () => {
  desk = await Desk.open();
  app = pool(desk.database.url, 'kyogi_app', { size: 2 });
  open(first);
  raise(first, 'PPC', { ...opinion, body: '入力データを学習に利用しないことを契約で定められたい。' });
  raise(first, 'MOF', { ...question, body: 'What does a procurement of this kind cost?' });
  tick(first, 'round-1', 'due');
  answer(first, 'PPC#1', { answer: '契約書に明記する。', disposition: 'NOT_ADOPTED' });
  answer(first, 'MOF#1', { answer: 'About ten million yen a year.' });
  open(second);
  raise(second, 'PPC', { ...opinion, body: '学習への入力データの利用を契約で禁じること。' });
  open(veiled, { hideNames: true });
  raise(veiled, 'PPC', { kind: 'OPINION', weight: 'MUST', body: '秘匿された意見である。' });
  answer(veiled, 'PPC#1', { answer: '期限前の回答である。', disposition: 'NOT_ADOPTED' });
  informal.when('DraftDossier', exampleBody('guideline'), deskOf('DA'));
  const participants = [{ organ: 'METI', mode: 'INPUT' }];
  informal.when('OpenRound', { kind: 'INFORMAL', participants }, liaison('DA'));
  raise(informal, 'METI', { kind: 'OPINION', weight: 'MUST', body: '内々の懸念である。' });
  answer(informal, 'METI#1', { answer: '承知した。', disposition: 'NOT_ADOPTED' });
  informal
    .when('ConcludeRound', { roundNo: 1 }, liaison('DA'))
    .when('RequestApproval', {}, deskOf('DA'))
    .when('ApproveDossier', {}, approver('DA'))
    .when('FileDossier', {}, liaison('DA'))
    .when('AcceptDossier', {}, intake)
    .when('OpenRound', { kind: 'FULL' }, liaison('DA'));
  const store = new EventStore(app);
  for (const story of [first, second, veiled, informal]) await story.tell(store);
  position = await desk.given.number();
});
afterAll(async () => {
  await app?.end();
  await desk?.close();
});

const find = async (principal: Principal, query: Record<string, string>) => {
  const read = await desk.read(
    principal,
    ['precedents', 'dossiers'],
    (rows) => readPrecedents(rows, PrecedentQuery.parse(query)),
    position,
  );
  return PrecedentPage.parse(read.answer).items;
};
const refs = async (principal: Principal, query: Record<string, string>) =>
  (await find(principal, query)).map(({ ref }) => ref);

describe('past answers', () => {
  it.each([
    ['学習 契約', ['PPC#1']],
    ['procurement yen', ['MOF#1']],
    ['契約書に明記', ['PPC#1']],
    ['全く関係のない語句', []],
    ['学習 procurement', []],
  ])('are found by the words %s', async (q, expected) => {
    expect(await refs(secretariat, { q })).toEqual(expected);
  });

  it('are found while a like thread is being answered, and only those that were answered', async () => {
    const [alike, ...rest] = await find(secretariat, { dossier: second.id, thread: 'PPC#1' });
    expect(alike).toMatchObject({
      dossierId: first.id,
      ref: 'PPC#1',
      disposition: 'NOT_ADOPTED',
      organ: 'PPC',
    });
    expect(alike!.answer).toBe('契約書に明記する。');
    expect(rest.every(({ score }) => score < alike!.score)).toBe(true);
    expect(rest.map(({ dossierId }) => dossierId)).not.toContain(second.id);
  });

  it('are filtered by who asked and how it ended', async () => {
    expect(await refs(secretariat, { organ: 'MOF' })).toEqual(['MOF#1']);
    expect(await refs(secretariat, { disposition: 'NOT_ADOPTED', q: '契約' })).toEqual(['PPC#1']);
    expect(await refs(secretariat, { clauseTag: 'children' })).toEqual([]);
  });

  it('are open to those who took part, the lead and the secretariat, and to nobody else', async () => {
    for (const reader of [secretariat, at('DA'), at('MOF'), at('PPC')])
      expect(await refs(reader, { q: '学習 契約' })).toEqual(['PPC#1']);
    for (const stranger of [at('NOBODY'), at('DA', 'DOWNSTREAM'), at('*', 'OBSERVER')])
      expect(await refs(stranger, {})).toEqual([]);
    await expect(find(at('NOBODY'), { dossier: first.id, thread: 'PPC#1' })).rejects.toMatchObject({
      type: 'not-found',
    });
  });

  it('are not what was asked in confidence before the filing', async () => {
    for (const reader of [secretariat, at('MOF')])
      expect(await refs(reader, { q: '内々の懸念' })).toEqual([]);
  });

  it('do not say before the due time who said what, where names are hidden', async () => {
    for (const reader of [secretariat, at('DA'), at('PPC')])
      expect(await refs(reader, { q: '秘匿' })).toEqual(['PPC#1']);
    expect(await refs(at('MOF'), { q: '秘匿' })).toEqual([]);
    expect((await find(at('MOF'), {})).map(({ dossierId }) => dossierId)).not.toContain(veiled.id);
  });
});
