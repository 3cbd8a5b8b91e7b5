import { parseEvent, type Actor, type CommandName, type DomainEvent, type LedgerEvent } from '#contracts';
import type { EventStore } from '#event-store';
import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import {
  approver,
  desk,
  exampleBody,
  intake,
  kyogi,
  liaison,
  Story,
  tokyo,
} from '../../libs/domain/src/testing';

import { procurementGuideline } from '../scenarios/texts';

interface Act {
  command: CommandName;
  by: Actor;
  at: string;
  events: DomainEvent[];
  commandId: string;
}

/** A story of real decisions that remembers who gave which command when, as the ledger does. */
export class KeptStory extends Story {
  readonly id = ulid();
  readonly acts: Act[] = [];

  override when(command: CommandName, data: object, by: Actor): this {
    super.when(command, data, by);
    this.acts.push({ command, by, at: this.at, events: this.last, commandId: randomUUID() });
    return this;
  }

  then(at: string): this {
    this.at = at;
    return this;
  }

  /** Its events as the ledger hands them on, from position 1. */
  get ledger(): LedgerEvent[] {
    const all = this.acts.flatMap((act) => act.events.map((event) => ({ act, event })));
    return all.map(({ act, event }, i) => ({
      ...parseEvent(event.type, 1, JSON.parse(JSON.stringify(event.data))),
      ...{ position: i + 1, version: i + 1, eventId: `event ${i + 1}`, streamId: this.id, v: 1 },
      meta: metaOf(act),
      recordedAt: act.at,
    }));
  }

  /** Writes acts that were not written yet. @param from the number of acts that were */
  async tell(store: EventStore, from = 0): Promise<void> {
    for (const act of this.acts.slice(from)) {
      const events = act.events.map(({ type, data }) => ({ eventId: randomUUID(), type, v: 1, data }));
      await store.append({ streamId: this.id, expected: 'any', events, meta: metaOf(act) });
    }
  }
}

const metaOf = ({ command, by, at, commandId }: Act) => ({
  ...{ actor: by, command, commandId, correlationId: commandId, occurredAt: at },
});

const da = { desk: desk('DA'), liaison: liaison('DA') };

/** DA's guideline of scenario G1, filed on Monday 2026-06-01 at 15:10 and accepted. */
export const accepted = (): KeptStory => {
  const body = exampleBody('guideline');
  const { head, content, clauses } = procurementGuideline;
  const text = {
    ...body,
    clauses,
    content: { ...body.content, ...content },
    head: { ...body.head, ...head },
  };
  return new KeptStory()
    .then(tokyo('2026-06-01', '15:10'))
    .when('DraftDossier', text, da.desk)
    .when('RequestApproval', {}, da.desk)
    .when('ApproveDossier', {}, approver('DA'))
    .when('FileDossier', {}, da.liaison)
    .when('AcceptDossier', {}, intake);
};

export const raise = (story: KeptStory, organ: string, thread: object, roundNo = 1): KeptStory =>
  story.when('RaiseThread', { roundNo, organ, thread }, liaison(organ));

export const say = (story: KeptStory, organ: string, position: string, roundNo = 1): KeptStory =>
  story.when('SetPosition', { roundNo, organ, position }, liaison(organ));

/** The same in consultation, with opinions and positions; due on 2026-06-22 at 17:00. */
export const consulted = (round: object = {}): KeptStory => {
  const story = accepted().when('OpenRound', round, da.liaison).then(tokyo('2026-06-10', '11:00'));
  raise(story, 'PPC', {
    ...{ kind: 'OPINION', weight: 'MUST', clauseId: 'c4.2', quotedText: '学習利用の有無' },
    body: '学習に個人情報を用いる場合は利用目的の特定と要配慮個人情報の除外を契約チェックシートに追加',
    reason: '個人情報の保護に関する法律第17条及び第20条との整合を図るため。',
    proposedText: `${checked}${learning}`,
    desk: '監視・監督室',
  });
  raise(story, 'MOF', { kind: 'QUESTION', clauseId: 'c6', body: '検証費用の積算根拠' });
  raise(story, 'MOD', {
    ...{ kind: 'OPINION', weight: 'MUST', clauseId: 'c1.3' },
    body: '特定秘密・防衛装備関連は適用除外と明記',
  });
  raise(story, 'METI', {
    kind: 'OPINION',
    weight: 'SHOULD',
    clauseId: 'c5',
    body: '中小ベンダー向け経過措置',
  });
  raise(story, 'MIC', { kind: 'OPINION', weight: 'SHOULD', body: '地方公共団体が準用する場合の留意点' });
  story.then(tokyo('2026-06-15', '10:30'));
  for (const organ of ['PPC', 'MOD']) say(story, organ, 'CONDITIONAL');
  for (const organ of ['METI', 'MIC']) say(story, organ, 'CONCUR_WITH_COMMENTS');
  for (const organ of ['MOF', 'NCO']) say(story, organ, 'CONCUR');
  return say(story, 'FSA', 'NO_OPINION');
};

const checked = '入力データの学習利用の有無を契約チェックシートで確認する。';
const learning = '学習に個人情報を用いる場合は、利用目的を特定し、要配慮個人情報を除外することを確認する。';
const secrets = '特定秘密及び防衛装備に関するものには、適用しない。';
const replace = (clauseId: string, text: string) => ({ op: 'replace', clauseId, text });

export const due = (story: KeptStory, clock: string): KeptStory => {
  const { epoch, dueAt } = story.dossier!.clocks[clock]!;
  return story.then(dueAt).when('TickClock', { clock, epoch, mark: 'due', markAt: dueAt }, kyogi);
};

/** Its opinions answered, and a second version that has them. */
export const answered = (round: object = {}): KeptStory => {
  const story = due(consulted(round), 'round-1').then(tokyo('2026-06-23', '14:00'));
  const answer = (thread: string, disposition: string) =>
    story.when('AnswerThread', { thread, answer: '御意見を踏まえ修文します。', disposition }, da.desk);
  answer('PPC#1', 'ADOPTED');
  answer('MOD#1', 'ADOPTED');
  answer('METI#1', 'PARTLY_ADOPTED');
  answer('MIC#1', 'ADOPTED');
  story.when('AnswerThread', { thread: 'MOF#1', answer: '過去三年の検証実績の平均単価による。' }, da.desk);
  const annex = {
    ...{ id: 'annex-1', heading: '別添 地方公共団体が準用する場合の留意点', children: [] },
    text: '地方公共団体は、地域の実情に応じて準用することができる。',
  };
  const clauseEdits = [
    replace('c1.3', `本ガイドラインは、各府省庁の情報システムに適用する。${secrets}`),
    replace('c4.2', `${checked}${learning}`),
    replace(
      'c5',
      '令和8年度以降に公告する調達から適用する。中小企業者については、令和8年度に限り努力義務とする。',
    ),
    { op: 'insert', parent: null, after: 'c6', clause: annex },
  ];
  story.when('ReviseDossier', { type: 'guideline', clauseEdits }, da.desk);
  const prove = (thread: string, clauseId: string, text: string) =>
    story.when('ProveDisposition', { thread, proof: { versionNo: 2, clauseId, text } }, da.desk);
  prove('PPC#1', 'c4.2', learning);
  prove('MOD#1', 'c1.3', secrets);
  return prove('MIC#1', 'annex-1', '地域の実情に応じて準用する');
};

/** Asked about again and concluded. */
export const concluded = (): KeptStory => {
  const story = answered().then(tokyo('2026-06-24', '10:00'));
  for (const organ of ['PPC', 'MOD', 'MOF'])
    story.when('CloseThread', { thread: `${organ}#1`, note: '了承' }, liaison(organ));
  story.then(tokyo('2026-06-24', '15:00')).when('OpenRound', { kind: 'DELTA' }, da.liaison);
  story.then(tokyo('2026-06-25', '11:00'));
  for (const { organ, mode } of story.of('RoundOpened')!.participants)
    if (mode !== 'INFORM') say(story, organ, 'CONCUR', 2);
  return story.then(tokyo('2026-06-26')).when('ConcludeRound', { roundNo: 2 }, da.liaison);
};
