import { CabinetAtWork } from '../support/cabinet-at-work';
import { medicalGuideline } from './texts';

/* G4. METI objects to clause 7 of a draft of MHLW; the negotiation climbs the ladder, and ends in an agreed text or in a reservation. */

const agreed = '本ガイドラインは医療機器該当性の判断基準を変更しない';

let cabinet: CabinetAtWork;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
});
afterAll(() => cabinet?.close());

const mhlw = () => cabinet.as('MHLW', 'LIAISON');
const meti = () => cabinet.as('METI', 'LIAISON');

/** Filed, circulated, METI objects, the deadline passes, and two exchanges fail. */
const objected = async (day: string, deadline: string, after: string): Promise<string> => {
  await cabinet.clockIs(`${day} 10:00`);
  const id = await cabinet.files('MHLW', 'guideline', medicalGuideline);
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await mhlw().does(id, 'open-round', {});
  await meti().does(id, 'raise-thread', {
    roundNo: 1,
    organ: 'METI',
    thread: {
      kind: 'OPINION',
      weight: 'MUST',
      clauseId: 'c7',
      quotedText: '医療機器に該当し得る',
      body: '汎用LLMの開発を萎縮させ、産業競争力の施策と重なる。削除されたい。',
      reason: '産業競争力強化の観点から不同意',
    },
  });
  await meti().does(id, 'set-position', { roundNo: 1, organ: 'METI', position: 'OBJECT' });
  await cabinet.clockIs(`${deadline} 17:01`);
  await cabinet.clockIs(`${after} 10:00`);
  for (const again of ['範囲が広すぎる。', 'なお萎縮の懸念が残る。']) {
    await mhlw().does(id, 'answer-thread', {
      thread: 'METI#1',
      answer: '薬機法の解釈を示したものである。',
      disposition: 'NOT_ADOPTED',
    });
    await meti().does(id, 'reopen-thread', { thread: 'METI#1', body: again });
  }
  return id;
};

const levels = async (id: string) =>
  (await cabinet.events(id, 'ThreadEscalated')).map(({ data, meta }) => [
    data.level,
    data.by,
    meta.occurredAt,
  ]);
const escalates = (id: string) =>
  meti().does(id, 'escalate-thread', { thread: 'METI#1', organ: 'METI', reason: '担当間で合意に至らない' });

describe('G4: an objection that is settled by the directors-general', () => {
  let id: string;

  it('goes from the desks to the directors, and after three business days to the directors-general', async () => {
    id = await objected('2026-06-01', '2026-06-15', '2026-06-16');
    await escalates(id);
    await cabinet.clockIs('2026-06-19 17:01');
    expect(await levels(id)).toEqual([
      [1, 'commenter', expect.stringContaining('2026-06-16T01:0')],
      [2, 'clock', cabinet.instant('2026-06-19 17:00')],
    ]);
    const rules = (await cabinet.events(id, 'ThreadEscalated')).map(({ data }) => data.rule);
    expect(rules).toEqual(['guideline@2/escalation/L1', 'guideline@2/escalation/L2']);
  });

  it('is settled by a text in clause 7 and a memorandum that both confirm', async () => {
    await cabinet.clockIs('2026-06-22 11:00');
    await mhlw().does(id, 'record-memorandum', {
      organ: 'MHLW',
      threads: ['METI#1'],
      clauseIds: ['c7'],
      text: `確認事項: ${agreed}。`,
    });
    await meti().does(id, 'confirm-memorandum', { organ: 'METI', memorandumNo: 1 });
    await cabinet.as('MHLW', 'DESK').does(id, 'revise-dossier', {
      type: 'guideline',
      clauseEdits: [
        {
          op: 'replace',
          clauseId: 'c7',
          text: `診断又は治療に資する出力を行う汎用LLMの機能について、考え方を示す。${agreed}。`,
        },
      ],
    });
    await mhlw().does(id, 'answer-thread', {
      thread: 'METI#1',
      answer: '局長級の合意のとおり修文した。',
      disposition: 'PARTLY_ADOPTED',
      proof: { versionNo: 2, clauseId: 'c7', text: agreed },
    });
    await meti().does(id, 'close-thread', { thread: 'METI#1', note: '了' });
    await mhlw().does(id, 'open-round', { kind: 'DELTA' });
    await meti().does(id, 'set-position', { roundNo: 2, organ: 'METI', position: 'CONCUR' });
    await mhlw().does(id, 'conclude-round', { roundNo: 2 });
    const [concluded] = await cabinet.events(id, 'RoundConcluded');
    expect(concluded!.data).toMatchObject({
      outcome: 'AGREED',
      ledger: [{ thread: 'METI#1', weight: 'MUST', end: 'PROVED', proof: { clauseId: 'c7', text: agreed } }],
    });
    const { memoranda } = await cabinet.reads('METI', `/v1/dossiers/${id}/consultation`);
    expect(memoranda).toMatchObject([{ clauseIds: ['c7'], level: 2, text: `確認事項: ${agreed}。` }]);
  });
});

describe('G4, variant: an objection that no level settles', () => {
  let id: string;
  const statement =
    '汎用モデルの開発者に不確実性が残る。施行後一年を目途に影響を検証し、必要な見直しを求める。';

  it('reaches the vice-ministers and is reserved; nobody could reserve it below the second level', async () => {
    id = await objected('2026-07-01', '2026-07-15', '2026-07-16');
    const early = await meti().isRefused(id, 'reserve-thread', { thread: 'METI#1', reason: statement });
    expect(early.status).toBe(409);
    await escalates(id);
    await cabinet.clockIs('2026-07-27 17:01');
    expect((await levels(id)).map(([level]) => level)).toEqual([1, 2, 3]);
    await meti().does(id, 'reserve-thread', { thread: 'METI#1', reason: '次官級でも合意に至らず留保する' });
  });

  it('is concluded with the reservation, which reaches the headquarters', async () => {
    await cabinet.clockIs('2026-07-28 10:00');
    await meti().does(id, 'attach-statement', { organ: 'METI', text: statement });
    await mhlw().does(id, 'conclude-round', { roundNo: 1 });
    const [concluded] = await cabinet.events(id, 'RoundConcluded');
    expect(concluded!.data.outcome).toBe('WITH_RESERVATION');
    const sheet = await cabinet.reads('HQ', `/v1/dossiers/${id}/consultation`);
    expect(sheet.threads).toMatchObject([{ ref: 'METI#1', state: 'RESERVED', level: 3 }]);
    expect(sheet.reservations).toMatchObject([{ thread: 'METI#1', organ: 'METI' }]);
  });

  it('carries the words of METI to the headquarters meeting verbatim; the lead cannot change them', async () => {
    const secretariat = cabinet.as('HQ', 'SECR_REVIEWER');
    await secretariat.does(id, 'begin-review');
    await secretariat.does(id, 'report-review', { findings: '留保一件。' });
    const edited = await mhlw().isRefused(id, 'attach-statement', { organ: 'METI', text: '特段の意見なし' });
    expect(edited.status).toBe(403);
    const tooLong = await meti().isRefused(id, 'attach-statement', { organ: 'METI', text: '長'.repeat(401) });
    expect(tooLong.status).toBe(400);
    await mhlw().does(id, 'request-final-approval');
    await cabinet.as('MHLW', 'MIN_APPROVER').does(id, 'approve-dossier');
    const late = await mhlw().isRefused(id, 'lodge-item', { meetingOn: '2026-08-03' });
    expect(late.status).toBe(409);
    await mhlw().does(id, 'lodge-item', { meetingOn: '2026-08-06' });
    const [lodged] = await cabinet.events(id, 'ItemLodged');
    expect(lodged!.data).toMatchObject({
      body: 'HEADQUARTERS',
      lodgingDeadline: cabinet.instant('2026-07-30 17:00'),
      statements: [{ organ: 'METI', text: statement }],
      reservations: [{ thread: 'METI#1', organ: 'METI', clauseId: 'c7' }],
    });
    const director = cabinet.as('HQ', 'SECR_DIRECTOR');
    const decision = { decidedOn: '2026-08-06', reference: '第5回本部決定' };
    await cabinet.clockIs('2026-08-06 10:30');
    expect((await director.isRefused(id, 'decide-dossier', decision)).rule).toBe('on-the-final-agenda');
    for (const agenda of ['DRAFT', 'FINAL'])
      await cabinet.as('HQ', 'SECR_APPROVER').does(id, 'place-on-agenda', { agenda });
    await director.does(id, 'decide-dossier', decision);
    const [decided] = await cabinet.events(id, 'DossierDecided');
    expect(decided!.data).toMatchObject({
      reservations: [{ organ: 'METI' }],
      statements: [{ organ: 'METI', text: statement }],
    });
  });
});
