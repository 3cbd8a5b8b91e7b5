import type { Role } from '#contracts';
import { moveClocks } from '../../apps/intake/src/cli/clock-command';
import { CabinetAtWork, type Recorded } from '../support/cabinet-at-work';

let cabinet: CabinetAtWork;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  // A Monday.
  await cabinet.clockIs('2026-06-01 15:10');
});
afterAll(() => cabinet?.close());

const times = (events: Recorded[]) => events.map(({ type, meta }) => [type, meta.occurredAt]);
const ofClock = (events: Recorded[], clock: string) =>
  events.filter(({ type, data }) => type !== 'ClockStarted' && data.clock === clock);
const initiative = (lead: string) => cabinet.files(lead, 'initiative', { head: { coLeads: [] } });

describe('a cabinet whose clock is moved', () => {
  it('accepts unchecked, at 17:00 of the second business day, what nobody looked at', async () => {
    const id = await initiative('MLIT');
    const [filed] = await cabinet.events(id, 'DossierFiled');
    expect(filed?.meta.occurredAt).toMatch(/^2026-06-01T06:1/);

    await cabinet.clockIs('2026-06-03 16:59');
    const [checked] = await cabinet.events(id, 'CompletenessChecked');
    expect(checked?.meta.occurredAt).toMatch(/^2026-06-01T06:1/);
    expect((await cabinet.reads('HQ', `/v1/dossiers/${id}`)).stage).toBe('FILED');

    await cabinet.clockIs('2026-06-03 17:01');
    const at = cabinet.instant('2026-06-03 17:00');
    expect(at).toBe('2026-06-03T08:00:00.000Z');
    const [accepted] = await cabinet.events(id, 'DossierAccepted');
    expect([accepted?.data.unchecked, accepted?.meta.occurredAt]).toEqual([true, at]);
    const { stage, stageSince } = await cabinet.reads('MLIT', `/v1/dossiers/${id}`);
    expect([stage, new Date(stageSince).toISOString()]).toEqual(['ACCEPTED', at]);
  });

  it('lets a returned dossier lapse after 60 days, warned on day 45, in one jump of 70 days', async () => {
    await cabinet.clockIs('2026-06-04 10:00');
    const id = await initiative('METI');
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'return-dossier', { reasons: ['予算の欄が空です'] });

    await cabinet.clockIs('2026-08-13 10:00');
    // Day 45 is Sunday 19 July, and Monday the 20th is 海の日; day 60 is Monday 3 August.
    const [warned, due] = [cabinet.instant('2026-07-21 17:00'), cabinet.instant('2026-08-03 17:00')];
    const events = await cabinet.events(id);
    expect(times(ofClock(events, 'resubmission'))).toEqual([
      ...[
        ['ClockWarned', warned],
        ['ClockDue', due],
      ],
      ...[
        ['DossierLapsed', due],
        ['ClockStopped', due],
      ],
    ]);
    const { items } = await cabinet.reads('METI', `/v1/dossiers/${id}/timeline?limit=200`);
    const told = (items as { type: string; at: string }[]).find(({ type }) => type === 'DossierLapsed');
    expect(new Date(told!.at).toISOString()).toBe(due);
  });

  it('does not go back', async () => {
    await expect(cabinet.clockIs('2026-06-01 15:10')).rejects.toThrow(/422.*only forward/);
    const { now } = (await cabinet.review.send('/operations/clock')).json;
    expect(now > cabinet.instant('2026-06-04 10:00')).toBe(true);
    const wrong = await cabinet.intake.send('/operations/clock', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"now":"tomorrow"}',
    });
    expect([wrong.status, wrong.json.type]).toEqual([400, 'https://kyogi.example/problems/invalid-request']);
  });

  it('is moved from the command line as well', async () => {
    process.env.KYOGI_REVIEW_URL = cabinet.review.url;
    process.env.KYOGI_INTAKE_URL = cabinet.intake.url;
    process.env.KYOGI_HEADQUARTERS_URL = cabinet.headquarters.url;
    const moved = await moveClocks('2026-09-01T00:00:00.000Z');
    const at = (name: string) => ({ name, now: expect.stringMatching(/^2026-09-01T00:00:0/) as string });
    expect(moved).toEqual(['review', 'intake', 'headquarters'].map(at));
    expect(await moveClocks(undefined)).toEqual(['review', 'intake', 'headquarters'].map(at));
    const back = moveClocks('2026-08-01T00:00:00.000Z');
    await expect(back).rejects.toThrow(/^review: The clock is at .*only forward/);
  });

  it('answers nobody at that address when it is not movable', async () => {
    const real = await CabinetAtWork.start({ KYOGI_MOVABLE_CLOCK: 'false' });
    try {
      for (const app of [real.intake, real.review, real.headquarters])
        expect((await app.send('/operations/clock')).status).toBe(404);
    } finally {
      await real.close();
    }
  });

  it('tells one person of an organ from another by their roles, and shows a refusal', async () => {
    const id = await cabinet.drafts('MIC', 'initiative');
    const roles: Role[] = ['DESK', 'MIN_APPROVER'];
    const [desk, approver] = roles.map((role) => cabinet.as('MIC', role));
    await desk!.does(id, 'request-approval');
    expect((await desk!.isRefused(id, 'approve-dossier')).type).toMatch(/not-permitted$/);
    await expect(desk!.does(id, 'approve-dossier')).rejects.toThrow(/mic-desk: approve-dossier: 403/);
    await approver!.does(id, 'approve-dossier');
    const refusal = cabinet.as('MIC', 'LIAISON').isRefused(id, 'file-dossier');
    await expect(refusal).rejects.toThrow(/file-dossier should have been refused: 200/);
    expect((await cabinet.isNotShown('MOF', `/v1/dossiers/${id}`)).type).toMatch(/not-found$/);
  });
});
