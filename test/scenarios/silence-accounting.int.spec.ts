import { CabinetAtWork } from '../support/cabinet-at-work';
import { schoolGuideline } from './texts';

/* Silence is accounted for: no opinion, deemed, never opened, not competent and overdue though explicit are five different facts. */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-07-13 10:00');
});
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const mext = () => hub('MEXT');
const says = (organ: string, position: string, roundNo: number) =>
  hub(organ).does(id, 'set-position', { roundNo, organ, position });
const sheet = () => cabinet.reads('HQ', `/v1/dossiers/${id}/consultation`);

interface Round {
  participants: { organ: string; position: string; silence: string; untouched: boolean }[];
}
const participantOf = (round: Round, slug: string) => round.participants.find(({ organ }) => organ === slug)!;
const facts = async (organ: string) => {
  const { position, silence, untouched } = participantOf((await sheet()).rounds[1] as Round, organ);
  return [organ, position, silence, untouched ? 'never opened' : 'touched'];
};

describe('the guideline for schools, informally first', () => {
  it('is shown to MIC and CFA before it is filed, over the holiday of 20 July, which binds nobody', async () => {
    id = await cabinet.drafts('MEXT', 'guideline', schoolGuideline);
    expect((await hub('MOF').isNotShown(`/v1/dossiers/${id}`)).status).toBe(404);
    expect((await cabinet.as('HQ', 'SECR_DIRECTOR').isNotShown(`/v1/dossiers/${id}`)).status).toBe(404);
    await mext().does(id, 'open-round', {
      kind: 'INFORMAL',
      participants: [
        { organ: 'MIC', mode: 'INPUT' },
        { organ: 'CFA', mode: 'INPUT' },
      ],
    });
    const [opened] = await cabinet.events(id, 'RoundOpened');
    // 24 working hours from Monday 10:00 end on Wednesday at 16:30.
    expect([opened!.data.dueAt, opened!.data.minimumDays]).toEqual([cabinet.instant('2026-07-15 17:00'), 0]);
    await hub('CFA').does(id, 'raise-thread', {
      roundNo: 1,
      organ: 'CFA',
      thread: { kind: 'OPINION', weight: 'MUST', clauseId: 'c3.2', body: '十六歳以上とすべき。' },
    });
    expect((await hub('MOF').isNotShown(`/v1/dossiers/${id}`)).status).toBe(404);
    await cabinet.clockIs('2026-07-22 10:00');
    const silent = await cabinet.events(id, 'SilenceRecorded');
    expect(silent.map(({ data }) => [data.organ, data.as])).toEqual([
      ['MIC', 'DONE'],
      ['CFA', 'DONE'],
    ]);
    await mext().does(id, 'conclude-round', { roundNo: 1 });
    const { rows } = await cabinet.reads('MEXT', `/v1/dwell?dossier=${id}&by=dossier`);
    expect(rows).toMatchObject([{ number: null, preCirculationDays: 2 }]);
    expect((await cabinet.reads('MEXT', `/v1/dossiers/${id}`)).openMusts).toBe(0);
  });

  it('asks all formally; the informal MUST counts for nothing there', async () => {
    await cabinet.as('MEXT', 'DESK').does(id, 'request-approval');
    await cabinet.as('MEXT', 'MIN_APPROVER').does(id, 'approve-dossier');
    await mext().does(id, 'file-dossier');
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    await mext().does(id, 'open-round', {
      participants: [
        { organ: 'NPERS', mode: 'INPUT' },
        { organ: 'NRA', mode: 'INFORM' },
      ],
    });
    await says('FSA', 'NO_OPINION', 2);
    await says('JFTC', 'NOT_COMPETENT', 2);
    await hub('MOE').does(id, 'allocate-desk', { roundNo: 2, organ: 'MOE', desk: '総合環境政策課' });
    await cabinet.clockIs('2026-08-05 16:59');
    const [, opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data.dueAt).toBe(cabinet.instant('2026-08-05 17:00'));
    await cabinet.clockIs('2026-08-05 17:01');
    const accounted = ['FSA', 'JFTC', 'MOE', 'MAFF', 'PPC', 'NPERS', 'NRA'].map((organ) => facts(organ));
    expect(await Promise.all(accounted)).toEqual([
      ['FSA', 'NO_OPINION', null, 'touched'],
      ['JFTC', 'NOT_COMPETENT', null, 'touched'],
      ['MOE', null, 'DEEMED_NO_OPINION', 'touched'],
      ['MAFF', null, 'DEEMED_NO_OPINION', 'never opened'],
      ['PPC', null, 'OVERDUE_EXPLICIT', 'never opened'],
      ['NPERS', null, 'DONE', 'never opened'],
      ['NRA', null, 'DONE', 'never opened'],
    ]);
  });

  it('takes late answers and flags them, and is concluded when the last explicit position is in', async () => {
    await cabinet.clockIs('2026-08-06 11:00');
    await says('MAFF', 'CONCUR', 2);
    await says('PPC', 'CONCUR', 2);
    const missing = await mext().isRefused(id, 'conclude-round', { roundNo: 2 });
    expect(missing.missing).toEqual([{ organ: 'ACA', why: 'must state its position' }]);
    expect(missing.threads).toEqual([]);
    const { rounds } = await sheet();
    for (const organ of ['MAFF', 'PPC'])
      expect(participantOf(rounds[1], organ)).toMatchObject({ position: 'CONCUR', late: true });
    expect(participantOf(rounds[1], 'MAFF').silence).toBe('DEEMED_NO_OPINION');
    await says('ACA', 'NO_OPINION', 2);
    await mext().does(id, 'conclude-round', { roundNo: 2 });
    const [, concluded] = await cabinet.events(id, 'RoundConcluded');
    expect(concluded!.data).toMatchObject({ outcome: 'AGREED', ledger: [] });
  });
});
