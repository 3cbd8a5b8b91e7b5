import { XLSX, type OpinionTableAnswer } from '#contracts';
import { readXlsx } from 'hucre/xlsx';
import { CabinetAtWork } from '../support/cabinet-at-work';
import { newKey, type Answered } from '../support/app';
import { procurementGuideline } from '../scenarios/texts';
import { filledIn, type Line } from './fill';

/*
 * The opinion table on its way: headquarters makes it, a ministry fills it, the command door takes it back, and it is sent once more.
 */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 15:10');
  id = await cabinet.files('DA', 'guideline', procurementGuideline);
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await cabinet.as('DA', 'LIAISON').does(id, 'open-round');
  await cabinet.clockIs('2026-06-10 11:00');
}, 120_000);
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const tableOf = (organ: string, dossierId = id) =>
  hub(organ).readsBytes(`/v1/dossiers/${dossierId}/documents/opinion-table.xlsx?organ=${organ}`);
const send = async (person: string, bytes: Buffer, dossierId = id, type = XLSX): Promise<Answered> =>
  cabinet.intake.send(`/v1/dossiers/${dossierId}/opinion-table`, {
    ...{ method: 'POST', token: await cabinet.intake.tokenOf(person), body: bytes },
    headers: { 'content-type': type, 'idempotency-key': newKey() },
  });
const returned = async (organ: string, bytes: Buffer): Promise<OpinionTableAnswer> => {
  const { status, json, text } = await send(hub(organ).person, bytes);
  if (status !== 200) throw new Error(text);
  return json as OpinionTableAnswer;
};
const raised = () => cabinet.events(id, 'ThreadRaised');
const headOf = async () => (await cabinet.events(id)).length;

const condition: Line = {
  ...{
    desk: '参事官室',
    kind: '意見',
    weight: '必須',
    clause: 'ｃ４．２　学習データ',
    quoted: '学習利用の\n有無',
  },
  ...{ body: '一、利用目的を特定すること。\n二、要配慮個人情報を除外すること。', reason: '=法令との整合' },
  proposed: '入力データの学習利用の有無及び利用目的を契約チェックシートで確認する。',
};
const question: Line = { kind: '質問', body: '検証の対象は何か。' };

describe('the opinion table of PPC', () => {
  let filled: Buffer;

  it('is made with its clauses; each filled row becomes a thread, word for word', async () => {
    filled = await filledIn(await tableOf('PPC'), [condition, question]);
    const answer = await returned('PPC', filled);
    expect(answer).toMatchObject({
      dossierId: id,
      organ: 'PPC',
      roundNo: 1,
      raised: 2,
      skipped: 0,
      refused: 0,
    });
    expect(answer.rows).toEqual([
      { row: 5, outcome: 'raised', thread: 'PPC#1' },
      { row: 6, outcome: 'raised', thread: 'PPC#2' },
    ]);
    expect((await raised()).map(({ data, meta }) => [data, meta.actor.person, meta.command])).toEqual([
      [
        {
          ...{ roundNo: 1, thread: 'PPC#1', organ: 'PPC', versionNo: 1, late: false },
          ...{
            kind: 'OPINION',
            weight: 'MUST',
            clauseId: 'c4.2',
            quotedText: '学習利用の\n有無',
            desk: '参事官室',
          },
          ...{ body: condition.body, reason: '=法令との整合', proposedText: condition.proposed },
        },
        'ppc-liaison',
        'RaiseThread',
      ],
      [
        {
          ...{ roundNo: 1, thread: 'PPC#2', organ: 'PPC', versionNo: 1, late: false },
          ...{ kind: 'QUESTION', weight: 'NOTE', body: '検証の対象は何か。' },
        },
        'ppc-liaison',
        'RaiseThread',
      ],
    ]);
    expect(answer.position).toBeGreaterThan(0);
  });

  it('raises nothing twice when it is sent again, in another order, twice at once, or by a colleague', async () => {
    const before = await headOf();
    const again = await returned('PPC', filled);
    expect(again).toMatchObject({ raised: 0, skipped: 2, refused: 0, position: null });
    expect(again.rows.map(({ thread }) => thread)).toEqual(['PPC#1', 'PPC#2']);
    const other = await filledIn(await tableOf('METI'), [question]);
    const twice = await Promise.all([
      returned('METI', other),
      returned('METI', other),
      returned('METI', other),
    ]);
    expect(twice.reduce((sum, one) => sum + one.raised, 0)).toBe(1);
    await cabinet.intake.register('ppc-colleague', 'LIAISON', 'PPC');
    const turned = await filledIn(await tableOf('PPC'), [question, condition, question]);
    const { json } = await send('ppc-colleague', turned);
    expect(json).toMatchObject({ raised: 0, refused: 0 });
    expect((json as OpinionTableAnswer).rows.at(-1)).toMatchObject({
      outcome: 'skipped',
      note: { en: 'It says the same as row 7.' },
    });
    expect(await headOf()).toBe(before + 1);
  });

  it('comes with its threads the next time; a change of one is told and not taken', async () => {
    const bytes = await tableOf('PPC');
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.rows.slice(4, 7).map(([no]) => no)).toEqual(['PPC#1', 'PPC#2', null]);
    const untouched = await returned('PPC', bytes);
    expect(untouched.rows.map(({ outcome, note }) => [outcome, note?.ja])).toEqual([
      ['skipped', '提出済みです。'],
      ['skipped', '提出済みです。'],
    ]);
    const changed = await filledIn(
      bytes,
      [{ kind: '意見', weight: '参考', body: '新しい意見' }],
      ({ rows }) => {
        rows[4]![4] = '要望';
        rows[5]![0] = 'ＰＰＣ＃２';
      },
    );
    const { rows } = await returned('PPC', changed);
    expect(rows.map(({ outcome, thread }) => [outcome, thread])).toEqual([
      ['skipped', 'PPC#1'],
      ['skipped', 'PPC#2'],
      ['raised', 'PPC#3'],
    ]);
    expect(rows[0]?.note?.en).toContain('区分');
    expect((await raised()).find(({ data }) => data.thread === 'PPC#1')?.data.weight).toBe('MUST');
  });
});

describe('a table with mistakes', () => {
  it('has the good rows taken, and says of each other one which column to change, in both languages', async () => {
    const bytes = await filledIn(await tableOf('MIC'), [
      { kind: '意見', weight: '要望', clause: 'c99', body: 'ない箇所' },
      { kind: '意見', weight: '要望', clause: 'c4.2', quoted: '書いていない文言', body: '引用違い' },
      { kind: '意見', body: '区分なし' },
      { kind: '意見', weight: '要望', body: '長'.repeat(4_001) },
      { kind: '意見', weight: '要望', proposed: 'どこかの文言', body: '箇所なしの修文' },
      { no: 'MIC#9', kind: '意見', weight: '要望', body: 'ない番号' },
      { kind: '意見', weight: '要望', body: '地方公共団体が準用する場合の留意点' },
    ]);
    const answer = await returned('MIC', bytes);
    expect(answer).toMatchObject({ raised: 1, skipped: 0, refused: 6 });
    expect(answer.rows.map(({ errors }) => errors?.map(({ column }) => column))).toEqual([
      ...[['該当箇所'], ['該当文言'], ['区分'], ['質問・意見の内容'], ['該当箇所'], ['No.'], undefined],
    ]);
    for (const { ja, en } of answer.rows.flatMap(({ errors }) => errors ?? [])) {
      expect(ja).toMatch(/[ぁ-ん]/);
      expect(en).toMatch(/^[A-Z]|^it |^say |^there /);
    }
    const mended = await filledIn(await tableOf('MIC'), [
      { kind: '意見', weight: '要望', clause: 'c5', body: 'ない箇所' },
    ]);
    expect(await returned('MIC', mended)).toMatchObject({ raised: 1, refused: 0 });
  });
});

describe('a table that is not taken', () => {
  it('is another ministry’s, another dossier’s, no liaison’s, or of another media type; nothing is written', async () => {
    const bytes = await filledIn(await tableOf('METI'), [{ kind: '質問', body: '別の質問' }]);
    const other = await cabinet.drafts('PPC', 'guideline', procurementGuideline);
    const before = await headOf();
    const refusals = await Promise.all([
      send(hub('PPC').person, bytes),
      send(hub('METI').person, bytes, other),
      send(cabinet.as('METI', 'DESK').person, bytes),
      send(hub('METI').person, bytes, id, 'text/csv'),
      send(hub('METI').person, bytes, id, 'application/octet-stream'),
      send(hub('METI').person, Buffer.alloc(2 * 1024 * 1024 + 1)),
    ]);
    expect(refusals.map(({ status, json }) => [status, json.type.split('/').at(-1)])).toEqual([
      [403, 'not-permitted'],
      [422, 'invalid-content'],
      [403, 'not-permitted'],
      [415, 'unsupported-media-type'],
      [415, 'unsupported-media-type'],
      [413, 'body-too-large'],
    ]);
    expect(await headOf()).toBe(before);
  });

  it('is of a round that is over: it says which one runs, or that none does', async () => {
    const bytes = await filledIn(await tableOf('METI'), [{ kind: '質問', body: '遅い質問' }]);
    await cabinet.as('DA', 'LIAISON').does(id, 'withdraw-dossier', { reason: '取りやめる' });
    const refused = await send(hub('METI').person, bytes);
    expect([refused.status, refused.json.detail]).toEqual([422, expect.stringContaining('No round runs')]);
    expect((await raised()).some(({ data }) => data.body === '遅い質問')).toBe(false);
  });
});
