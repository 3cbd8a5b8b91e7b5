import { CabinetAtWork, type Official } from '../support/cabinet-at-work';
import { procurementGuideline } from './texts';

/*
 * What officers look at while a guideline is consulted on: whose turn it is, who is late, how long each organ held it, whose desks
 * are full, and how the same was answered before.
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
const kinds = async (organ: string) => {
  const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}&limit=200`);
  return (items as { kind: string; notice: boolean }[])
    .filter(({ notice }) => !notice)
    .map(({ kind }) => kind);
};
const late = async (organ: string) =>
  ((await cabinet.reads('HQ', `/v1/late?organ=${organ}`)).late as { kind: string; threads: string[] }[]).map(
    ({ kind, threads }) => [kind, ...threads],
  );

describe('time and load of a consultation', () => {
  it('says before a round whom it would ask and why, and until when they must have time', async () => {
    await cabinet.clockIs('2026-06-01 15:10');
    id = await cabinet.files('DA', 'guideline', procurementGuideline);
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    const preview = await da.liaison.reads(`/v1/dossiers/${id}/round-preview`);
    expect(preview).toMatchObject({
      basis: 'more than 20 pages',
      minimumDays: 15,
      obstacle: null,
      warnings: [],
    });
    expect(preview.earliestDueAt).toBe(cabinet.instant('2026-06-22 17:00'));
    expect(preview.participants).toContainEqual(
      expect.objectContaining({ organ: 'PPC', mandatoryExplicit: true }),
    );
    const early = encodeURIComponent(cabinet.instant('2026-06-12 17:00'));
    const { warnings } = await da.liaison.reads(`/v1/dossiers/${id}/round-preview?dueAt=${early}`);
    expect(warnings).toEqual([expect.stringContaining('too early')]);
  });

  it('opens what the preview said, asks everybody, and counts the returns they owe', async () => {
    const preview = await da.liaison.reads(`/v1/dossiers/${id}/round-preview`);
    await da.liaison.does(id, 'open-round', {});
    const [opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data.participants).toEqual(preview.participants);
    expect(await kinds('PPC')).toEqual(['position-wanted']);
    const { organs } = await cabinet.reads('MAFF', '/v1/load?organs=PPC&from=2026-06-22&to=2026-06-22');
    expect(organs).toEqual([{ organ: 'PPC', days: [{ day: '2026-06-22', returns: 1, heavy: false }] }]);
  });

  it('warns of a day on which a ministry owes six returns already', async () => {
    for (let i = 0; i < 5; i++) {
      const other = await cabinet.files('MLIT', 'guideline', procurementGuideline);
      await cabinet.as('HQ', 'SECR_INTAKE').does(other, 'accept-dossier');
      await hub('MLIT').does(other, 'open-round', {});
    }
    const one = await cabinet.files('METI', 'guideline', procurementGuideline);
    await cabinet.as('HQ', 'SECR_INTAKE').does(one, 'accept-dossier');
    const { warnings } = await hub('METI').reads(`/v1/dossiers/${one}/round-preview`);
    expect(warnings).toContain('PPC already has 6 returns due on 2026-06-22.');
  }, 60_000);

  it('asks the lead for answers, and puts what is late on the right clocks', async () => {
    await cabinet.clockIs('2026-06-10 11:00');
    const body = '学習に個人情報を用いる場合は利用目的を特定されたい';
    await hub('PPC').does(id, 'raise-thread', {
      roundNo: 1,
      organ: 'PPC',
      thread: { kind: 'OPINION', weight: 'MUST', clauseId: 'c4.2', body },
    });
    expect(await kinds('DA')).toEqual(['answer-wanted']);
    await cabinet.clockIs('2026-06-30 10:00');
    expect(await late('PPC')).toContainEqual(['explicit-position']);
    // Five business days after 22 June the MUST has no answer.
    expect(await late('DA')).toContainEqual(['answers', 'PPC#1']);
    const { items } = await cabinet.reads('HQ', `/v1/inbox?organ=HQ&dossierId=${id}&limit=200`);
    expect((items as { kind: string }[]).map(({ kind }) => kind)).toContain('answers-overdue');
  }, 60_000);

  it('asks the commenter to look at the answer by its window, and finds the answer again', async () => {
    await da.desk.does(id, 'answer-thread', {
      thread: 'PPC#1',
      answer: '利用目的の特定は個人情報保護法に定めがある。',
      disposition: 'EXPLAINED',
    });
    const { items } = await cabinet.reads('PPC', `/v1/inbox?organ=PPC&dossierId=${id}&limit=200`);
    const [look] = (items as { kind: string; dueAt: string; about: object }[]).filter(
      ({ kind }) => kind === 'answer-received',
    );
    expect(look).toMatchObject({ dueAt: cabinet.instant('2026-07-03 17:00'), about: { thread: 'PPC#1' } });
    const q = encodeURIComponent('利用目的 個人情報保護法');
    for (const organ of ['DA', 'PPC', 'MOF', 'HQ']) {
      const found = await cabinet.reads(organ, `/v1/precedents?q=${q}`);
      expect(found.items).toEqual([expect.objectContaining({ ref: 'PPC#1', organ: 'PPC', lead: 'DA' })]);
    }
  });

  it('says how long each organ held it, on whose clock', async () => {
    const { rows } = await cabinet.reads('HQ', `/v1/dwell?dossier=${id}&by=organ`);
    const of = (organ: string) =>
      (rows as { organ: string; own: object; other: object }[]).find((row) => row.organ === organ);
    // 1 June to 22 June is 15 business days; PPC owes its position still.
    expect(of('MOF')?.other).toMatchObject({ businessDays: 21, openNow: 1 });
    expect(of('MOD')?.other).toMatchObject({ businessDays: 15, openNow: 0 });
    expect(of('DA')?.own).toMatchObject({ openNow: 1 });
    const [row] = (await cabinet.reads('DA', `/v1/dwell?dossier=${id}&by=dossier`)).rows;
    expect(row.number).toMatch(/^AI-R8-DA-GL-\d{4}$/);
    expect((await cabinet.reads('DA', `/v1/dossiers/${id}`)).openMusts).toBe(1);
  });
});
