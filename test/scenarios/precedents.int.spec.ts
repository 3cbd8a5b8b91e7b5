import { CabinetAtWork } from '../support/cabinet-at-work';

/* While it answers, a lead finds how the same was answered before, in Japanese and in other words than the ministry's own. */

let cabinet: CabinetAtWork;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 10:00');
});
afterAll(() => cabinet?.close());

/** A guideline of the lead on which METI says something about clause 4.2. */
const opinion = async (lead: string, body: string): Promise<string> => {
  const id = await cabinet.files(lead, 'guideline', {
    head: { coLeads: [], competenceTags: ['procurement'] },
  });
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await cabinet.as(lead, 'LIAISON').does(id, 'open-round', {});
  const thread = { kind: 'OPINION', weight: 'SHOULD', clauseId: 'c4.2', body };
  await cabinet.as('METI', 'LIAISON').does(id, 'raise-thread', { roundNo: 1, organ: 'METI', thread });
  return id;
};
const found = async (organ: string, query: string) =>
  (await cabinet.reads(organ, `/v1/precedents?${query}`)).items.map(
    ({ ref, lead, disposition }: { ref: string; lead: string; disposition: string }) => [
      ref,
      lead,
      disposition,
    ],
  );

describe('an opinion on small vendors', () => {
  const earlier = ['METI#1', 'DA', 'PARTLY_ADOPTED'];

  it('was answered by DA, and is found by words of the opinion and of the answer', async () => {
    const id = await opinion('DA', '中小企業のベンダーに過大な負担とならないよう、経過措置を設けられたい。');
    const answer = '令和八年度に限り努力義務とする。';
    await cabinet
      .as('DA', 'DESK')
      .does(id, 'answer-thread', { thread: 'METI#1', answer, disposition: 'PARTLY_ADOPTED' });
    for (const words of ['経過措置', '中小企業 負担', '努力義務'])
      expect(await found('MIC', `q=${encodeURIComponent(words)}`)).toEqual([earlier]);
    expect(await found('MIC', `q=${encodeURIComponent('国際規範')}`)).toEqual([]);
  });

  it('is put before MIC when METI says much the same to it, and its own thread is not', async () => {
    const id = await opinion('MIC', '中小企業の負担とならないよう、経過措置を設けること。');
    const like = `dossier=${id}&thread=${encodeURIComponent('METI#1')}`;
    expect(await found('MIC', like)).toEqual([earlier]);
  });
});
