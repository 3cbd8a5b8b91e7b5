import { CabinetAtWork } from '../support/cabinet-at-work';
import { drivingGuideline } from './texts';

/*
 * A competence dispute (割振り争い): MAFF says "not ours", NPA says "the weather agency too"; one is ruled on, the other stands because
 * nobody ruled. In the delta round another organ is added so late that the round gets longer for its sake.
 */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 10:00');
  id = await cabinet.files('MLIT', 'guideline', drivingGuideline);
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await mlit().does(id, 'open-round', {});
});
afterAll(() => cabinet?.close());

const mlit = () => cabinet.as('MLIT', 'LIAISON');
const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const objection = (organ: string, reason: string, also?: string, roundNo = 1) => ({
  ...{ roundNo, organ, reason, claim: also ? 'ALSO' : 'NOT_OURS' },
  ...(also && { also }),
});
const rules = (objectionNo: number, ruling: string, reason: string, roundNo = 1) =>
  cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'rule-on-allocation', { roundNo, objectionNo, ruling, reason });
const sheetOf = async (organ: string) => cabinet.reads(organ, `/v1/dossiers/${id}/consultation`);
const of = async (organ: string, reader: string, round = 0) =>
  (await sheetOf(reader)).rounds[round].participants.find((one: { organ: string }) => one.organ === organ);
const kinds = async (organ: string) => {
  const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}&limit=200`);
  return (items as { kind: string; notice: boolean }[])
    .filter(({ notice }) => !notice)
    .map(({ kind }) => kind);
};

describe('a competence dispute over a guideline on automated driving', () => {
  it('is raised by MAFF and NPA within one working day of the circulation', async () => {
    await cabinet.clockIs('2026-06-01 14:00');
    await hub('MAFF').does(id, 'object-allocation', objection('MAFF', '農道の規定はなく、所掌外である。'));
    const twice = await hub('MAFF').isRefused(id, 'object-allocation', objection('MAFF', '再度'));
    expect(twice.rule).toBe('objected-once');
    await cabinet.clockIs('2026-06-02 16:30');
    await hub('NPA').does(id, 'object-allocation', objection('NPA', '気象情報の利用を含む。', 'JMA'));
    expect((await kinds('HQ')).filter((kind) => kind.includes('alloc'))).toHaveLength(2);
    expect(await kinds('MAFF')).toEqual(['position-wanted']);
  });

  it('is decided for MAFF, which is let go and asked for nothing any more', async () => {
    await cabinet.clockIs('2026-06-02 16:45');
    await rules(1, 'UPHELD', '農道は対象外と認める。');
    const maff = await of('MAFF', 'MLIT');
    expect(maff).toMatchObject({ released: true, position: 'NOT_COMPETENT', silence: null });
    expect([await kinds('MAFF'), await kinds('HQ')]).toEqual([[], ['allocation-ruling-wanted']]);
    const twice = await rules(1, 'DISMISSED', '再考').catch(String);
    expect(twice).toContain('Objection 1 is decided: UPHELD');
  });

  it('comes too late for RA a minute after 17:00 of the next business day, and RA is told what it can do instead', async () => {
    await cabinet.clockIs('2026-06-02 17:01');
    const late = await hub('RA').isRefused(id, 'object-allocation', objection('RA', '所掌外'));
    expect([late.rule, late.until]).toEqual(['objection-window', cabinet.instant('2026-06-02 17:00')]);
    expect(late.detail).toContain('NOT_COMPETENT');
    await hub('RA').does(id, 'set-position', { roundNo: 1, organ: 'RA', position: 'NOT_COMPETENT' });
    expect(await of('RA', 'MLIT')).toMatchObject({ position: 'NOT_COMPETENT', released: false });
  });

  it('is not decided for NPA within a business day, counted from the next morning: the allocation stands', async () => {
    await cabinet.clockIs('2026-06-04 17:01');
    const [, ruled] = await cabinet.events(id, 'AllocationRuled');
    // Said after 16:00 of the 2nd, it counts from the 3rd.
    expect([ruled!.data.ruling, ruled!.meta.occurredAt]).toEqual([
      'STANDS',
      cabinet.instant('2026-06-04 17:00'),
    ]);
    const { rounds } = await sheetOf('NPA');
    expect(rounds[0].participants.map(({ organ }: { organ: string }) => organ)).not.toContain('JMA');
    expect([await kinds('NPA'), await kinds('HQ')]).toEqual([['position-wanted'], []]);
  });

  it('leaves the desk to each ministry', async () => {
    await hub('NPA').does(id, 'allocate-desk', { roundNo: 1, organ: 'NPA', desk: '交通局交通企画課' });
    expect(await of('NPA', 'MLIT')).toMatchObject({
      ...{ desk: '交通局交通企画課', untouched: false, position: null },
    });
  });

  it('adds SMEA to the delta round, which becomes longer so that SMEA has 24 working hours', async () => {
    await cabinet.clockIs('2026-06-15 17:01');
    for (const organ of ['PPC', 'METI'])
      await hub(organ).does(id, 'set-position', { roundNo: 1, organ, position: 'CONCUR' });
    await cabinet.clockIs('2026-06-22 10:00');
    await cabinet.as('MLIT', 'DESK').does(id, 'revise-dossier', {
      type: 'guideline',
      clauseEdits: [
        {
          op: 'replace',
          clauseId: 'c2',
          text: '運転者の画像を含む走行データは、目的を特定して取り扱う。整備事業者にも適用する。',
        },
      ],
    });
    await mlit().does(id, 'open-round', { kind: 'DELTA', participants: [{ organ: 'METI', mode: 'CONCUR' }] });
    const [, delta] = await cabinet.events(id, 'RoundOpened');
    expect(delta!.data.dueAt).toBe(cabinet.instant('2026-06-25 17:00'));
    await cabinet.clockIs('2026-06-23 15:00');
    await hub('METI').does(
      id,
      'object-allocation',
      objection('METI', '中小整備事業者が対象となる。', 'SMEA', 2),
    );
    // NPA is told of the change only, and can be asked nevertheless.
    await hub('METI').does(id, 'object-allocation', objection('METI', '車両の検査にも関わる。', 'NPA', 2));
    await cabinet.clockIs('2026-06-24 15:00');
    for (const objectionNo of [3, 4]) await rules(objectionNo, 'UPHELD', '対象となる。', 2);
    const extended = await cabinet.events(id, 'RoundExtended');
    // 15:00 to 17:15 of the 24th, two days of 8:45, and until 12:45 of Monday the 29th.
    expect(extended.map(({ data }) => [data.by, data.dueAt])).toEqual([
      ['allocation', cabinet.instant('2026-06-29 17:00')],
    ]);
    for (const organ of ['SMEA', 'NPA']) expect(await kinds(organ)).toEqual(['delta-wanted']);
    expect((await of('NPA', 'MLIT', 1))!.reasons).toEqual([
      'added at the request of METI: 車両の検査にも関わる。',
    ]);
  });

  it('hears whoever is told only and has something to say nevertheless', async () => {
    const thread = { kind: 'OPINION', weight: 'MUST', clauseId: 'c2', body: '費用の負担を示されたい。' };
    await hub('MOF').does(id, 'raise-thread', { roundNo: 2, organ: 'MOF', thread });
    for (const organ of ['METI', 'SMEA', 'NPA'])
      await hub(organ).does(id, 'set-position', { roundNo: 2, organ, position: 'CONCUR' });
    await cabinet.clockIs('2026-06-30 10:00');
    const missing = await mlit().isRefused(id, 'conclude-round', { roundNo: 2 });
    expect(missing.threads).toMatchObject([{ thread: 'MOF#1', why: 'waits for an answer' }]);
  });
});
