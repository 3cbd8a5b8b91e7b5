import { CabinetAtWork, type Official } from '../support/cabinet-at-work';
import { drivingGuideline } from './texts';

/* A round that the headquarters suspends for a procedural fault, that is extended twice, in which PPC is late, and that is given up. */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
});
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const mlit = () => hub('MLIT');
const approver = () => cabinet.as('HQ', 'SECR_APPROVER');
const until = (when: string) => ({ roundNo: 1, dueAt: cabinet.instant(when), reason: '各省の要望による。' });
const isRefused = async (who: Official, command: string, data: object) => {
  const { status, rule, detail } = await who.isRefused(id, command, data);
  return [status, rule, detail];
};
const inbox = async (organ: string, notices: boolean) => {
  const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}&limit=200`);
  return (items as { kind: string; notice: boolean; dueAt: string | null }[]).filter(
    ({ notice }) => notice === notices,
  );
};
const kinds = async (organ: string, notices = false) => (await inbox(organ, notices)).map(({ kind }) => kind);
const dueFor = async (organ: string) => (await inbox(organ, false))[0]?.dueAt;

describe('a round on automated driving', () => {
  it('is suspended by the headquarters, since a paper was missing; only the headquarters lets it go on', async () => {
    await cabinet.clockIs('2026-06-01 10:00');
    id = await cabinet.files('MLIT', 'guideline', drivingGuideline);
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    await mlit().does(id, 'open-round', {});
    await cabinet.clockIs('2026-06-08 11:00');
    await approver().does(id, 'suspend-round', { roundNo: 1, reason: '新旧対照表が送付されていない。' });
    expect((await cabinet.events(id, 'RoundSuspended'))[0]!.data.ground).toBe('PROCEDURAL_FAULT');
    const resumption = { roundNo: 1, reason: '送付した。' };
    expect(await isRefused(mlit(), 'resume-round', resumption)).toEqual([
      403,
      'who-suspended',
      'A suspension for a procedural fault is lifted by the secretariat.',
    ]);
    expect(await isRefused(mlit(), 'extend-round', until('2026-06-19 17:00'))).toEqual([
      409,
      'round-suspended',
      expect.stringContaining('ResumeRound'),
    ]);
    expect([await kinds('HQ'), await kinds('MLIT'), await kinds('MLIT', true)]).toEqual([
      ['resumption-wanted'],
      [],
      ['round-suspended'],
    ]);
    expect(await dueFor('MOF')).toBeNull();
    await cabinet.clockIs('2026-06-10 11:00');
    await approver().does(id, 'resume-round', { roundNo: 1, reason: '送付を確認した。' });
    // Five business days were left on the 8th: 11, 12, 15, 16, 17.
    expect((await cabinet.events(id, 'RoundResumed'))[0]!.data.dueAt).toBe(
      cabinet.instant('2026-06-17 17:00'),
    );
    expect([await dueFor('MOF'), await kinds('HQ')]).toEqual([cabinet.instant('2026-06-17 17:00'), []]);
  });

  it('is extended by the lead once by five business days, and by the secretariat beyond', async () => {
    expect(await isRefused(mlit(), 'extend-round', until('2026-06-25 17:00'))).toEqual([
      403,
      'free-extension',
      expect.stringContaining('a SECR_APPROVER may'),
    ]);
    const saturday = await isRefused(mlit(), 'extend-round', until('2026-06-20 17:00'));
    expect(saturday).toEqual([409, 'due-hour', expect.stringContaining('not a business day')]);
    await mlit().does(id, 'extend-round', until('2026-06-24 17:00'));
    expect((await isRefused(mlit(), 'extend-round', until('2026-06-25 17:00')))[1]).toBe('once');
    await approver().does(id, 'extend-round', until('2026-06-30 17:00'));
    expect(await dueFor('MOF')).toBe(cabinet.instant('2026-06-30 17:00'));
  });

  it('warns two business days before, is due at 17:00, and reminds after one business day and after three', async () => {
    await cabinet.clockIs('2026-07-03 17:01');
    const marks = (await cabinet.events(id)).filter(
      ({ type, data }) => data.clock === 'round-1' && /Warned|Due|Overdue/.test(type),
    );
    expect(marks.map(({ type, meta }) => [type, meta.occurredAt])).toEqual([
      ['ClockWarned', cabinet.instant('2026-06-26 17:00')],
      ['ClockDue', cabinet.instant('2026-06-30 17:00')],
      ['ClockOverdue', cabinet.instant('2026-07-01 17:00')],
      ['ClockOverdue', cabinet.instant('2026-07-03 17:00')],
    ]);
  });

  it('is late for PPC, and not for its lead', async () => {
    const lateOf = async (organ: string) => (await cabinet.reads('HQ', `/v1/late?organ=${organ}`)).late;
    expect(await lateOf('PPC')).toMatchObject([
      { kind: 'explicit-position', businessDays: 3, mark: 'overdue' },
    ]);
    expect(await lateOf('MLIT')).toEqual([]);
    const { items } = await cabinet.reads('MLIT', `/v1/dossiers/${id}/timeline?limit=200`);
    const told = (items as { type: string; sentence: { ja: string } }[]).filter(
      ({ type }) => type === 'ClockOverdue',
    );
    for (const { sentence } of told) expect(sentence.ja).toMatch(/^第1次協議は期限/);
    expect(await kinds('HQ', true)).toEqual(expect.arrayContaining(['explicit-overdue']));
  });

  it('takes the answer of PPC and an opinion of MOF late, and says so', async () => {
    await hub('PPC').does(id, 'set-position', { roundNo: 1, organ: 'PPC', position: 'CONCUR' });
    const thread = { kind: 'OPINION', weight: 'MUST', clauseId: 'c3', body: '費用負担を明記されたい。' };
    await hub('MOF').does(id, 'raise-thread', { roundNo: 1, organ: 'MOF', thread });
    const { threads, rounds } = await cabinet.reads('MOF', `/v1/dossiers/${id}/consultation`);
    expect(threads).toMatchObject([{ ref: 'MOF#1', late: true }]);
    const ppc = rounds[0].participants.find(({ organ }: { organ: string }) => organ === 'PPC');
    expect(ppc).toMatchObject({ position: 'CONCUR', late: true, silence: 'OVERDUE_EXPLICIT' });
    expect(await kinds('MLIT')).toEqual(expect.arrayContaining(['answer-wanted']));
    const missing = await mlit().isRefused(id, 'conclude-round', { roundNo: 1 });
    expect(missing.detail).toBe('MOF#1 waits for an answer.');
  });

  it('is given up, and asked about anew; what was said before stays on record and counts no more', async () => {
    await cabinet.clockIs('2026-07-06 10:00');
    expect((await cabinet.reads('MLIT', `/v1/dossiers/${id}`)).openMusts).toBe(1);
    await mlit().does(id, 'abandon-round', { roundNo: 1, reason: '資料を作り直すため。' });
    const { stage, openMusts, clocks } = await cabinet.reads('MLIT', `/v1/dossiers/${id}`);
    expect([stage, openMusts, clocks, await kinds('MLIT')]).toEqual(['ACCEPTED', 0, [], ['round-wanted']]);
    for (const organ of ['MOF', 'PPC']) {
      expect(await kinds(organ)).toEqual([]);
      expect(await kinds(organ, true)).toEqual(['round-abandoned']);
    }
    await mlit().does(id, 'open-round', {});
    const [, anew] = await cabinet.events(id, 'RoundOpened');
    // The twentieth is a holiday.
    expect([anew!.data.roundNo, anew!.data.dueAt]).toEqual([2, cabinet.instant('2026-07-21 17:00')]);
    const sheet = await cabinet.reads('MOF', `/v1/dossiers/${id}/consultation`);
    expect(sheet.threads).toMatchObject([{ ref: 'MOF#1', roundNo: 1 }]);
    expect(JSON.stringify(sheet.missing)).not.toContain('MOF#1');
  });
});
