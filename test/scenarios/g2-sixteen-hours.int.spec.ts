import { CabinetAtWork } from '../support/cabinet-at-work';

/* G2. The 16:00 rule and a deadline over the holidays. METI sends on Friday 1 May 2026 at 16:20; 4 to 6 May are holidays. */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-05-01 10:00');
  id = await cabinet.files('METI', 'guideline', {
    head: { coLeads: [], competenceTags: ['industry'] },
    content: { pages: 20 },
  });
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await cabinet.clockIs('2026-05-01 16:20');
});
afterAll(() => cabinet?.close());

const sends = (data: object) => cabinet.as('METI', 'LIAISON').isRefused(id, 'open-round', data);

describe('G2: a round sent at 16:20 on the eve of the holidays', () => {
  it('cannot be due on Thursday at noon: the clock starts on 7 May, ten business days end on 21 May at 17:00', async () => {
    const refusal = await sends({ dueAt: cabinet.instant('2026-05-07 12:00') });
    expect([refusal.status, refusal.rule]).toEqual([409, 'minimum-period']);
    expect(refusal.earliest).toBe(cabinet.instant('2026-05-21 17:00'));
    expect((await sends({ dueAt: cabinet.instant('2026-05-20 17:00') })).earliest).toBe(refusal.earliest);
    expect((await sends({ dueAt: cabinet.instant('2026-05-22 12:00') })).detail).toContain(
      'not the due hour',
    );
  });

  it('is expedited only by the approver of the secretariat, and with a reason', async () => {
    const expedited = { kind: 'EXPEDITED', dueAt: cabinet.instant('2026-05-11 17:00') };
    const byMinistry = await sends({ ...expedited, reason: 'G7臨時会合対応' });
    expect([byMinistry.status, byMinistry.rule]).toEqual([403, 'expedited-authority']);
    const approver = cabinet.as('HQ', 'SECR_APPROVER');
    const withoutReason = await approver.isRefused(id, 'open-round', expedited);
    expect([withoutReason.status, withoutReason.rule]).toEqual([409, 'expedited-reason']);
    const tooShort = await approver.isRefused(id, 'open-round', {
      ...expedited,
      dueAt: cabinet.instant('2026-05-08 17:00'),
      reason: 'G7臨時会合対応',
    });
    expect(tooShort.earliest).toBe(expedited.dueAt);
    await approver.does(id, 'open-round', { ...expedited, reason: 'G7臨時会合対応' });
  });

  it('says to everybody who is asked that it is expedited, by whom and why', async () => {
    const [opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data).toMatchObject({ kind: 'EXPEDITED', minimumDays: 2, reason: 'G7臨時会合対応' });
    expect(opened!.meta.actor).toMatchObject({ role: 'SECR_APPROVER', organ: 'HQ' });
    const { rounds } = await cabinet.reads('MOF', `/v1/dossiers/${id}/consultation`);
    expect(rounds[0]).toMatchObject({ kind: 'EXPEDITED', reason: 'G7臨時会合対応' });
  });

  it('is counted where the secretariat looks at deadlines that cost an evening', async () => {
    const dwell = await cabinet.reads('HQ', '/v1/dwell?by=dossier');
    expect(dwell.rounds).toMatchObject({ expedited: 1, informal: 0 });
  });
});
