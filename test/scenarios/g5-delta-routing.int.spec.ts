import { CabinetAtWork } from '../support/cabinet-at-work';
import { schoolGuideline } from './texts';

/* G5. Delta routing: after round 1 MEXT changes clauses 3.2 (age limit) and 5.1 (works under copyright). */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-09-01 10:00');
  id = await cabinet.files('MEXT', 'guideline', schoolGuideline);
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
});
afterAll(() => cabinet?.close());

const mext = () => cabinet.as('MEXT', 'LIAISON');
const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const replaces = (edits: [clauseId: string, text: string][]) =>
  cabinet.as('MEXT', 'DESK').does(id, 'revise-dossier', {
    type: 'guideline',
    clauseEdits: edits.map(([clauseId, text]) => ({ op: 'replace', clauseId, text })),
  });

describe('G5: the guideline for schools after round 1', () => {
  it('was commented on by CFA and MIC at clause 3.2', async () => {
    await mext().does(id, 'open-round', {
      participants: [
        { organ: 'CLB', mode: 'INPUT' },
        { organ: 'NPERS', mode: 'INPUT' },
      ],
    });
    for (const [organ, body] of [
      ['CFA', '年齢の根拠を示し、保護者への説明を加えられたい。'],
      ['MIC', '通信事業者の年齢確認との関係を整理されたい。'],
    ] as const)
      await hub(organ).does(id, 'raise-thread', {
        roundNo: 1,
        organ,
        thread: { kind: 'OPINION', weight: 'SHOULD', clauseId: 'c3.2', body },
      });
    for (const organ of ['PPC', 'ACA'])
      await hub(organ).does(id, 'set-position', { roundNo: 1, organ, position: 'CONCUR' });
    await cabinet.clockIs('2026-09-15 17:01');
    for (const thread of ['CFA#1', 'MIC#1'])
      await mext().does(id, 'answer-thread', { thread, answer: '修文する。', disposition: 'ADOPTED' });
  });

  it('asks CFA, ACA, PPC and MIC again, says why of each, and tells the nineteen others', async () => {
    await cabinet.clockIs('2026-09-16 10:00');
    await replaces([
      ['c3.2', '十三歳以上の児童生徒は、保護者への説明と同意の上、利用することができる。'],
      ['c5.1', '著作物を入力するときは、授業の過程における利用の範囲とし、出典を示す。'],
    ]);
    await mext().does(id, 'open-round', { kind: 'DELTA' });
    const [, delta] = await cabinet.events(id, 'RoundOpened');
    expect(delta!.data.delta).toEqual({
      fromVersionNo: 1,
      changes: [
        { clauseId: 'c3.2', change: 'changed' },
        { clauseId: 'c5.1', change: 'changed' },
      ],
    });
    const participants = delta!.data.participants as {
      organ: string;
      mode: string;
      mandatoryExplicit: boolean;
      reasons: string[];
    }[];
    const asked = participants.filter(({ mode }) => mode !== 'INFORM');
    expect(asked.map(({ organ }) => organ).sort()).toEqual(['ACA', 'CFA', 'MIC', 'PPC']);
    expect(participants.length - asked.length).toBe(19);
    const of = (slug: string) => asked.find(({ organ }) => organ === slug)!;
    expect(of('CFA').reasons.join()).toContain('c3.2');
    expect(of('MIC').reasons.join()).toContain('MIC#1');
    expect(of('ACA').reasons.join()).toContain('copyright');
    expect([of('PPC').mandatoryExplicit, of('PPC').reasons.join()]).toEqual([
      true,
      expect.stringContaining('personal-data'),
    ]);
    expect(delta!.data.minimumDays).toBe(3);
  });

  it('shows the diff to those who are only told', async () => {
    const page = await cabinet.readsText('MOF', `/v1/dossiers/${id}/old-new.html?from=1&to=2`);
    expect(page).toContain('変更のあった条項 <b>2</b>件: c3.2(改正)、c5.1(改正)');
    const { items } = await cabinet.reads('MOF', '/v1/inbox');
    expect(JSON.stringify(items)).toContain(id);
  });

  it('asks nobody about a typing error of clause 1 that the secretariat marked editorial, but tells everybody', async () => {
    for (const organ of ['PPC', 'ACA', 'CFA', 'MIC'])
      await hub(organ).does(id, 'set-position', { roundNo: 2, organ, position: 'CONCUR' });
    await mext().does(id, 'conclude-round', { roundNo: 2 });
    await replaces([['c1', '本ガイドラインは、学校現場の参考となるよう定める。']]);
    const reviewer = cabinet.as('HQ', 'SECR_REVIEWER');
    expect((await reviewer.isRefused(id, 'begin-review')).rule).toBe('text-is-the-consulted-text');
    await reviewer.does(id, 'mark-editorial', { versionNo: 3, clauseIds: ['c1'], reason: '誤字の訂正' });
    const [marked] = await cabinet.events(id, 'EditorialMarked');
    expect(marked!.data.notified.length).toBeGreaterThanOrEqual(23);
    expect((await mext().isRefused(id, 'open-round', { kind: 'DELTA' })).rule).toBe('nothing-changed');
    await reviewer.does(id, 'begin-review');
    expect((await cabinet.events(id, 'RoundOpened')).length).toBe(2);
  });
});
