import { CabinetAtWork } from '../support/cabinet-at-work';

/*
 * An initiative whose review stands still while the ministries are asked, and goes to the director and the minister when it is overdue:
 * time never approves anything.
 */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
});
afterAll(() => cabinet?.close());

const meti = () => cabinet.as('METI', 'LIAISON');
const review = async () =>
  (await cabinet.events(id))
    .filter(({ type, data }) => type.startsWith('Clock') && data.clock === 'review')
    .map(({ type, data }) => [type, data.dueAt ?? data.remainingDays]);
const tasks = async (role: 'SECR_DIRECTOR' | 'HQ_MINISTER' | 'SECR_REVIEWER' | 'SECR_APPROVER') => {
  const { items } = await cabinet.as('HQ', role).reads(`/v1/inbox?dossierId=${id}&role=${role}&limit=200`);
  return (items as { kind: string }[]).map(({ kind }) => kind);
};

const asked = async (organ: string) =>
  (await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}`)).items.map(
    ({ kind }: { kind: string }) => kind,
  );

describe('an initiative of METI that uses personal data', () => {
  it('has fifteen business days of review, which stop while the ministries are asked', async () => {
    await cabinet.clockIs('2026-06-01 10:00');
    id = await cabinet.files('METI', 'initiative', {
      head: { coLeads: [], competenceTags: ['industry'] },
      content: { personalData: { used: true, basis: '個人情報保護法' }, start: '2027-04-01' },
    });
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'begin-review');
    const early = await cabinet.as('HQ', 'SECR_APPROVER').isRefused(id, 'endorse-dossier');
    expect([early.rule, early.detail]).toEqual([
      'consulted-if-required',
      'Consult first (OpenRound): it uses personal data; PPC must be asked on personal-data.',
    ]);
    expect([await asked('METI'), await tasks('SECR_APPROVER')]).toEqual([['round-wanted'], []]);
    await cabinet.clockIs('2026-06-03 10:00');
    await meti().does(id, 'open-round', {});
    const [opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data).toMatchObject({
      dueAt: cabinet.instant('2026-06-17 17:00'),
      participants: [{ organ: 'PPC' }],
    });
    await cabinet.clockIs('2026-06-17 17:01');
    await cabinet
      .as('PPC', 'LIAISON')
      .does(id, 'set-position', { roundNo: 1, organ: 'PPC', position: 'CONCUR' });
    await cabinet.clockIs('2026-06-18 10:00');
    await meti().does(id, 'conclude-round', { roundNo: 1 });
    // Fifteen business days from 1 June would end on the 22nd; thirteen were left on the 3rd, and count from the 18th.
    expect(await review()).toEqual([
      ['ClockStarted', cabinet.instant('2026-06-22 17:00')],
      ['ClockStopped', 13],
      ['ClockStarted', cabinet.instant('2026-07-07 17:00')],
    ]);
    expect(await tasks('SECR_APPROVER')).toEqual(['endorsement-wanted']);
  });

  it('goes to the director when it is overdue and to the minister five business days later', async () => {
    await cabinet.clockIs('2026-07-07 17:01');
    expect([await tasks('SECR_DIRECTOR'), await tasks('HQ_MINISTER')]).toEqual([['clock-escalated'], []]);
    await cabinet.clockIs('2026-07-14 16:59');
    expect(await tasks('HQ_MINISTER')).toEqual([]);
    await cabinet.clockIs('2026-07-14 17:01');
    expect(await tasks('HQ_MINISTER')).toEqual(['clock-escalated']);
    const escalated = await cabinet.events(id, 'ClockEscalated');
    expect(escalated.map(({ data, meta }) => [data.to, data.rule, meta.occurredAt])).toEqual([
      ['SECR_DIRECTOR', 'initiative@2/review/1', cabinet.instant('2026-07-07 17:00')],
      ['HQ_MINISTER', 'initiative@2/review/2', cabinet.instant('2026-07-14 17:00')],
    ]);
  });

  it('is not approved by time: in December it is under review still, and endorsed by the director', async () => {
    await cabinet.clockIs('2026-12-01 10:00');
    expect((await cabinet.reads('METI', `/v1/dossiers/${id}`)).stage).toBe('IN_REVIEW');
    const { late } = await cabinet.reads('HQ', '/v1/late?organ=HQ');
    expect(late).toMatchObject([{ organ: 'HQ', clock: 'review', mark: 'overdue', businessDays: 97 }]);
    await cabinet.as('HQ', 'SECR_DIRECTOR').does(id, 'endorse-dossier', {});
    expect([await tasks('SECR_DIRECTOR'), await tasks('HQ_MINISTER')]).toEqual([[], []]);
  });
});
