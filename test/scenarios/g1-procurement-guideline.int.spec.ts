import { CabinetAtWork, type Official } from '../support/cabinet-at-work';
import { procurementGuideline } from './texts';

/*
 * G1. Generative-AI procurement guideline, all-ministry consultation, led by the Digital Agency: a MUST of the data protection commission
 * is proved by the text, a delta round asks exactly four ministries again, silence is accounted for.
 */

let cabinet: CabinetAtWork;
let da: { desk: Official; liaison: Official };
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  da = { desk: cabinet.as('DA', 'DESK'), liaison: cabinet.as('DA', 'LIAISON') };
});
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const raise = (organ: string, thread: object) =>
  hub(organ).does(id, 'raise-thread', { roundNo: 1, organ, thread });
const says = (organ: string, position: string, roundNo = 1) =>
  hub(organ).does(id, 'set-position', { roundNo, organ, position });
const sheet = () => cabinet.reads('HQ', `/v1/dossiers/${id}/consultation`);
const silentBefore = async (roundNo: number) =>
  (await cabinet.events(id, 'SilenceRecorded')).filter(({ data }) => data.roundNo === roundNo);

describe('G1: the procurement guideline of the Digital Agency', () => {
  it('is filed on Monday 1 June at 15:10 and circulated: 48 pages have 15 business days, to 22 June 17:00', async () => {
    await cabinet.clockIs('2026-06-01 15:10');
    id = await cabinet.files('DA', 'guideline', procurementGuideline);
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    await da.liaison.does(id, 'open-round', {});
    const [opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data.dueAt).toBe(cabinet.instant('2026-06-22 17:00'));
    expect([opened!.data.minimumDays, opened!.data.basis]).toEqual([15, 'more than 20 pages']);
    const explicit = (opened!.data.participants as { organ: string; mandatoryExplicit: boolean }[])
      .filter(({ mandatoryExplicit }) => mandatoryExplicit)
      .map(({ organ }) => organ);
    expect(explicit.sort()).toEqual(['MIC', 'MOF', 'NCO', 'PPC']);
  });

  it('takes conditions, wishes and a question, each anchored to its clause', async () => {
    await cabinet.clockIs('2026-06-10 11:00');
    await raise('PPC', {
      kind: 'OPINION',
      weight: 'MUST',
      clauseId: 'c4.2',
      quotedText: '学習利用の有無',
      body: '学習に個人情報を用いる場合は利用目的の特定と要配慮個人情報の除外を契約チェックシートに追加',
    });
    await raise('MOF', { kind: 'QUESTION', clauseId: 'c6', body: '検証費用の積算根拠' });
    await raise('MOD', {
      kind: 'OPINION',
      weight: 'MUST',
      clauseId: 'c1.3',
      body: '特定秘密・防衛装備関連は適用除外と明記',
    });
    await raise('METI', {
      kind: 'OPINION',
      weight: 'SHOULD',
      clauseId: 'c5',
      body: '中小ベンダー向け経過措置',
    });
    await raise('MIC', { kind: 'OPINION', weight: 'SHOULD', body: '地方公共団体が準用する場合の留意点' });
    const refusal = await hub('PPC').isRefused(id, 'set-position', {
      roundNo: 1,
      organ: 'PPC',
      position: 'CONCUR',
    });
    expect([refusal.rule, refusal.detail]).toEqual(['own-must-open', expect.stringContaining('PPC#1')]);
    await says('PPC', 'CONDITIONAL');
    await says('MOD', 'CONDITIONAL');
    for (const organ of ['METI', 'MIC']) await says(organ, 'CONCUR_WITH_COMMENTS');
    for (const organ of ['MOF', 'NCO']) await says(organ, 'CONCUR');
    for (const organ of ['FSA', 'JFTC', 'CAA']) await says(organ, 'NO_OPINION');
  });

  it('deems twelve silent ministries to have no opinion at 17:00 of the due day, and none of the explicit ones', async () => {
    await cabinet.clockIs('2026-06-22 16:59');
    expect(await silentBefore(1)).toEqual([]);
    await cabinet.clockIs('2026-06-22 17:01');
    const silent = await silentBefore(1);
    expect(silent.map(({ data }) => data.as)).toEqual(Array(12).fill('DEEMED_NO_OPINION'));
    expect(new Set(silent.map(({ meta }) => meta.occurredAt))).toEqual(
      new Set([cabinet.instant('2026-06-22 17:00')]),
    );
    expect(silent.map(({ data }) => data.organ)).not.toEqual(expect.arrayContaining(['PPC']));
  });

  it('cannot be concluded while PPC#1 is open', async () => {
    await cabinet.clockIs('2026-06-23 10:00');
    const refusal = await da.liaison.isRefused(id, 'conclude-round', { roundNo: 1 });
    expect(refusal.type).toMatch(/positions-missing$/);
    expect(refusal.threads.map(({ thread }: { thread: string }) => thread)).toEqual(['PPC#1', 'MOD#1']);
  });

  it('answers every thread; version 3 has the text that was asked for, and proves it', async () => {
    const adopted = (thread: string, disposition: string) =>
      da.desk.does(id, 'answer-thread', { thread, answer: '御意見を踏まえ修文します。', disposition });
    await adopted('PPC#1', 'ADOPTED');
    await adopted('MOD#1', 'ADOPTED');
    await adopted('METI#1', 'PARTLY_ADOPTED');
    await adopted('MIC#1', 'ADOPTED');
    await da.desk.does(id, 'answer-thread', {
      thread: 'MOF#1',
      answer: '過去三年の検証実績の平均単価による。',
    });
    await hub('MOF').does(id, 'close-thread', { thread: 'MOF#1' });
    const secrets = '特定秘密及び防衛装備に関するものには、適用しない。';
    await da.desk.does(id, 'revise-dossier', {
      type: 'guideline',
      clauseEdits: [
        {
          op: 'replace',
          clauseId: 'c1.3',
          text: `本ガイドラインは、各府省庁の情報システムに適用する。${secrets}`,
        },
      ],
    });
    const learning =
      '学習に個人情報を用いる場合は、利用目的を特定し、要配慮個人情報を除外することを確認する。';
    await da.desk.does(id, 'revise-dossier', {
      type: 'guideline',
      clauseEdits: [
        {
          op: 'replace',
          clauseId: 'c4.2',
          text: `入力データの学習利用の有無を契約チェックシートで確認する。${learning}`,
        },
        {
          op: 'replace',
          clauseId: 'c5',
          text: '令和8年度以降に公告する調達から適用する。中小企業者については、令和8年度に限り努力義務とする。',
        },
        {
          op: 'insert',
          parent: null,
          after: 'c6',
          clause: {
            id: 'annex-1',
            heading: '別添 地方公共団体が準用する場合の留意点',
            text: '地方公共団体は、地域の実情に応じて準用することができる。',
            children: [],
          },
        },
      ],
    });
    const proves = (thread: string, clauseId: string, text: string) =>
      da.desk.does(id, 'prove-disposition', { thread, proof: { versionNo: 3, clauseId, text } });
    await proves('PPC#1', 'c4.2', learning);
    await proves('MOD#1', 'c1.3', secrets);
    await proves('MIC#1', 'annex-1', '地域の実情に応じて準用する');
    const unproved = await da.desk.isRefused(id, 'prove-disposition', {
      thread: 'METI#1',
      proof: { versionNo: 3, clauseId: 'c5', text: '三年間は適用しない' },
    });
    expect(unproved.rule).toBe('proof-not-in-text');
    await hub('PPC').does(id, 'close-thread', { thread: 'PPC#1' });
    await hub('MOD').does(id, 'close-thread', { thread: 'MOD#1' });
  });

  it('is asked about again of PPC, MOD, METI and MIC only, for three business days; all others are told', async () => {
    await cabinet.clockIs('2026-06-24 15:00');
    await da.liaison.does(id, 'open-round', { kind: 'DELTA' });
    const [, delta] = await cabinet.events(id, 'RoundOpened');
    expect([delta!.data.minimumDays, delta!.data.dueAt]).toEqual([3, cabinet.instant('2026-06-29 17:00')]);
    const participants = delta!.data.participants as { organ: string; mode: string; reasons: string[] }[];
    const asked = participants.filter(({ mode }) => mode !== 'INFORM');
    expect(asked.map(({ organ }) => organ).sort()).toEqual(['METI', 'MIC', 'MOD', 'PPC']);
    expect(participants).toHaveLength(21);
    const why = Object.fromEntries(asked.map(({ organ, reasons }) => [organ, reasons.join('; ')]));
    expect(why.MOD).toContain('MOD#1');
    expect(why.MIC).toContain('MIC#1');
    expect(why.PPC).toContain('personal-data');
  });

  it('ends agreed, with every MUST proved by the text that stands', async () => {
    for (const organ of ['PPC', 'MOD', 'METI', 'MIC']) await says(organ, 'CONCUR', 2);
    await cabinet.clockIs('2026-06-26 10:00');
    await da.liaison.does(id, 'conclude-round', { roundNo: 2 });
    const [concluded] = await cabinet.events(id, 'RoundConcluded');
    expect(concluded!.data.outcome).toBe('AGREED');
    const musts = (concluded!.data.ledger as { weight: string; thread: string; end: string }[])
      .filter(({ weight }) => weight === 'MUST')
      .map(({ thread, end }) => [thread, end]);
    expect(musts.sort()).toEqual([
      ['MOD#1', 'PROVED'],
      ['PPC#1', 'PROVED'],
    ]);
    const { stage, rounds, threads } = await sheet();
    expect([stage, rounds.length, threads.length]).toEqual(['CONSULTED', 2, 5]);
  });

  it('has an old/new table of exactly four changed clauses', async () => {
    const page = await cabinet.readsText('HQ', `/v1/dossiers/${id}/old-new.html?from=1&to=3`);
    expect(page).toContain('変更のあった条項 <b>4</b>件: c1.3(改正)、c4.2(改正)、c5(改正)、annex-1(新設)');
  });

  it('is open to voluntary public comment for fifteen days', async () => {
    await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'begin-review');
    await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'report-review', { findings: '意見なし' });
    await da.liaison.does(id, 'open-public-comment', { closeOn: '2026-07-11' });
    const [opened] = await cabinet.events(id, 'PublicCommentOpened');
    expect(opened!.data).toMatchObject({
      kind: 'VOLUNTARY',
      derivedKind: 'VOLUNTARY',
      days: 15,
      warnings: [],
    });
    await cabinet.clockIs('2026-07-12 00:01');
    const [closed] = await cabinet.events(id, 'PublicCommentClosed');
    expect(closed!.data).toMatchObject({ received: 0, unique: 0 });
  });

  it('shows at any time what the draft and every position were', async () => {
    const then = await cabinet.reads(
      'HQ',
      `/v1/dossiers/${id}/as-of?at=${cabinet.instant('2026-06-22 17:30')}`,
    );
    expect([then.stage, then.version.no]).toEqual(['CONSULTATION', 1]);
    const positions = (then.sheet.rounds[0].participants as { organ: string; position: string }[]).filter(
      ({ position }) => position,
    );
    expect(Object.fromEntries(positions.map(({ organ, position }) => [organ, position]))).toMatchObject({
      PPC: 'CONDITIONAL',
      MOD: 'CONDITIONAL',
      FSA: 'NO_OPINION',
    });
  });
});
