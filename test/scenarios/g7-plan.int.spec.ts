import { CabinetAtWork } from '../support/cabinet-at-work';

/*
 * G7, as far as there is a dossier type for it: a text of the secretariat's own ministry that the Cabinet decides, with many threads; the
 * condition of the Ministry of Finance, the two-week rule, a Tuesday sitting, publication the same day, and what was so at 09:59.
 */

const organs = ['MIC', 'MOJ', 'MOFA', 'MEXT', 'MHLW', 'MAFF', 'METI', 'MLIT', 'MOE', 'MOD', 'DA'];
const perOrgan = 20;
const budgetText = '予算措置については、毎年度の予算編成過程で検討する';

let cabinet: CabinetAtWork;
let id: string;
let frozen: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-11-16 10:00');
  id = await cabinet.files('CAO', 'guideline', {
    head: {
      title: { ja: '人工知能基本計画(2026年改定案)' },
      summary: '人工知能基本計画を改める。',
      coLeads: [],
      competenceTags: ['budget'],
    },
    content: { pages: 60, instrumentClass: 'HQ_DECISION', decisionBody: 'CABINET' },
    clauses: [
      { id: 'ch3', heading: '施策', text: '政府が講ずべき施策を定める。', children: [] },
      { id: 'ch4', heading: '推進に必要な事項', text: '本計画を毎年改定する。', children: [] },
    ],
  });
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await cabinet.as('CAO', 'LIAISON').does(id, 'open-round', {});
});
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const cao = () => hub('CAO');

describe('G7: a plan that the Cabinet decides', () => {
  it('takes hundreds of threads, and a condition of the Ministry of Finance', async () => {
    await hub('MOF').does(id, 'raise-thread', {
      roundNo: 1,
      organ: 'MOF',
      thread: {
        kind: 'OPINION',
        weight: 'MUST',
        clauseId: 'ch4',
        body: '予算措置は毎年度の予算編成過程で検討する旨を明記',
        proposedText: `本計画を毎年改定する。${budgetText}。`,
      },
    });
    await Promise.all(
      organs.map(async (organ) => {
        for (let n = 1; n <= perOrgan; n += 1)
          await hub(organ).does(id, 'raise-thread', {
            roundNo: 1,
            organ,
            thread: { kind: 'OPINION', weight: 'NOTE', clauseId: 'ch3', body: `${organ}の参考意見 その${n}` },
          });
      }),
    );
    const raised = await cabinet.events(id, 'ThreadRaised');
    expect(raised).toHaveLength(1 + organs.length * perOrgan);
    expect(new Set(raised.map(({ data }) => data.thread)).size).toBe(raised.length);
  });

  it('is revised as the Ministry of Finance asked, word for word, and agreed', async () => {
    await cabinet.clockIs('2026-12-08 17:01');
    await cabinet.as('CAO', 'DESK').does(id, 'revise-dossier', {
      type: 'guideline',
      clauseEdits: [{ op: 'replace', clauseId: 'ch4', text: `本計画を毎年改定する。${budgetText}。` }],
    });
    await cao().does(id, 'answer-thread', {
      thread: 'MOF#1',
      answer: '御意見のとおり修文する。',
      disposition: 'ADOPTED',
      proof: { versionNo: 2, clauseId: 'ch4', text: budgetText },
    });
    await hub('MOF').does(id, 'close-thread', { thread: 'MOF#1' });
    await cabinet.clockIs('2026-12-09 10:00');
    await cao().does(id, 'open-round', { kind: 'DELTA' });
    await hub('MOF').does(id, 'set-position', { roundNo: 2, organ: 'MOF', position: 'CONCUR' });
    await cao().does(id, 'conclude-round', { roundNo: 2 });
    const [concluded] = await cabinet.events(id, 'RoundConcluded');
    expect(concluded!.data.outcome).toBe('AGREED');
    frozen = concluded!.data.sha256;
  });

  it('is lodged five business days before a sitting on a Tuesday, two weeks after its circulation', async () => {
    const reviewer = cabinet.as('HQ', 'SECR_REVIEWER');
    await reviewer.does(id, 'begin-review');
    await reviewer.does(id, 'report-review', { findings: '意見なし' });
    await cao().does(id, 'request-final-approval');
    await cabinet.as('CAO', 'MIN_APPROVER').does(id, 'approve-dossier');
    expect((await cao().isRefused(id, 'lodge-item', { meetingOn: '2026-12-23' })).status).toBe(409);
    await cao().does(id, 'lodge-item', { form: 'DECISION', manner: 'SITTING', meetingOn: '2026-12-22' });
    const [lodged] = await cabinet.events(id, 'ItemLodged');
    expect(lodged!.data).toMatchObject({
      body: 'CABINET',
      lodgingDeadline: cabinet.instant('2026-12-15 17:00'),
    });
    for (const agenda of ['DRAFT', 'FINAL'])
      await cabinet.as('HQ', 'SECR_APPROVER').does(id, 'place-on-agenda', { agenda });
  });

  it('is decided on Tuesday 22 December and published the same day, without delay', async () => {
    await cabinet.clockIs('2026-12-22 10:00');
    await cabinet
      .as('HQ', 'SECR_DIRECTOR')
      .does(id, 'decide-dossier', { decidedOn: '2026-12-22', reference: '令和8年12月22日閣議決定' });
    const clocks = (await cabinet.events(id, 'ClockStarted')).map(({ data }) => data);
    expect(clocks.find(({ clock }) => clock === 'publication-without-delay')).toMatchObject({
      dueAt: cabinet.instant('2026-12-23 17:00'),
    });
    await cao().does(id, 'publish-dossier', {
      url: 'https://www8.cao.go.jp/cstp/ai/ai_plan/',
      language: 'ja',
      publishedOn: '2026-12-22',
    });
    const [decided] = await cabinet.events(id, 'DossierDecided');
    expect(decided!.data).toMatchObject({ body: 'CABINET', sha256: frozen });
  });

  it('had at 09:59 the frozen text and the position of every ministry', async () => {
    const at = cabinet.instant('2026-12-22 09:59');
    const then = await cabinet.reads('HQ', `/v1/dossiers/${id}/as-of?at=${at}`);
    expect([then.stage, then.version.sha256]).toEqual(['FINAL_APPROVAL', frozen]);
    const [first] = then.sheet.rounds as {
      participants: { position: string | null; silence: string | null }[];
    }[];
    expect(first!.participants.length).toBeGreaterThanOrEqual(19);
    for (const { position, silence } of first!.participants) expect(position ?? silence).toBeTruthy();
  });
});
