import { CabinetAtWork } from '../support/cabinet-at-work';
import { businessGuideline } from './texts';

/* Joint drafting: the AI guidelines for business of METI and MIC, both of which sign the same text; MIC leaves in mid-round. */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-09-14 10:00');
});
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const desk = () => cabinet.as('METI', 'DESK');
const present = async () => {
  const drafted = (await cabinet.events(id)).filter(({ data }) => data.version);
  return drafted.at(-1)!.data.version.sha256 as string;
};
const kinds = async (organ: string) => {
  const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}&limit=200`);
  return (items as { kind: string; notice: boolean }[])
    .filter(({ notice }) => !notice)
    .map(({ kind }) => kind);
};
const approves = async () => {
  await desk().does(id, 'request-approval');
  await cabinet.as('METI', 'MIN_APPROVER').does(id, 'approve-dossier');
};

describe('the AI guidelines for business of METI and MIC', () => {
  it('are filed when MIC has signed the very text that METI approved', async () => {
    id = await cabinet.drafts('METI', 'guideline', businessGuideline);
    const first = await present();
    await hub('MIC').does(id, 'sign-version', { organ: 'MIC', sha256: first });
    await cabinet.as('MIC', 'DESK').does(id, 'revise-dossier', {
      type: 'guideline',
      clauseEdits: [
        { op: 'replace', clauseId: 'c2', text: 'AI開発者は、学習データの適正な取得に留意する。' },
      ],
    });
    expect((await cabinet.events(id, 'SignaturesVoided'))[0]!.data).toMatchObject({ organs: ['MIC'] });
    expect(await kinds('MIC')).toEqual(['signature-wanted']);
    await approves();
    const unsigned = await hub('METI').isRefused(id, 'file-dossier');
    expect([unsigned.rule, unsigned.missing]).toEqual([
      'all-leads-signed',
      [{ organ: 'MIC', why: 'has not signed version 2' }],
    ]);
    const stale = await hub('MIC').isRefused(id, 'sign-version', { organ: 'MIC', sha256: first });
    expect([stale.rule, stale.sha256]).toEqual(['same-text', await present()]);
    await hub('MIC').does(id, 'sign-version', { organ: 'MIC', sha256: await present() });
    expect([await kinds('MIC'), await kinds('METI')]).toEqual([[], ['filing-wanted']]);
    await hub('METI').does(id, 'file-dossier');
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  });

  it('are circulated to all but the two: 30 pages have 15 business days, over the holidays of September', async () => {
    await cabinet.clockIs('2026-09-15 10:00');
    await hub('METI').does(id, 'open-round', {});
    const [opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data.dueAt).toBe(cabinet.instant('2026-10-09 17:00'));
    const organs = (opened!.data.participants as { organ: string }[]).map(({ organ }) => organ);
    expect(organs).not.toEqual(expect.arrayContaining(['MIC']));
    await hub('PPC').does(id, 'raise-thread', {
      roundNo: 1,
      organ: 'PPC',
      thread: { kind: 'QUESTION', clauseId: 'c2', body: '個人情報の扱いは' },
    });
    await cabinet
      .as('MIC', 'DESK')
      .does(id, 'answer-thread', { thread: 'PPC#1', answer: '個人情報保護法による。' });
  });

  it('stand still when MIC leaves on the Friday before the holidays, and every clock with them', async () => {
    await cabinet.clockIs('2026-09-18 11:00');
    await hub('MIC').does(id, 'withdraw-co-lead', {
      organ: 'MIC',
      reason: '電気通信事業者に関する記載で一致しない。',
    });
    const [suspended] = await cabinet.events(id, 'RoundSuspended');
    expect(suspended!.data.ground).toBe('CO_LEAD_WITHDRAWN');
    await cabinet.clockIs('2026-10-05 10:00');
    expect(await cabinet.events(id, 'RoundDeadlinePassed')).toEqual([]);
    expect(await cabinet.events(id, 'ThreadClosed')).toEqual([]);
    const still = await hub('MOF').isRefused(id, 'set-position', {
      roundNo: 1,
      organ: 'MOF',
      position: 'CONCUR',
    });
    expect([still.status, still.detail]).toEqual([409, expect.stringContaining('suspended')]);
    expect(await kinds('METI')).toEqual(['resumption-wanted']);
    const { clocks, round } = await cabinet.reads('METI', `/v1/dossiers/${id}`);
    expect([clocks, round.state]).toEqual([[], 'SUSPENDED']);
  });

  it('go on with the twelve business days that were left, once METI has taken MIC out of the head', async () => {
    const refused = await hub('METI').isRefused(id, 'resume-round', { roundNo: 1, reason: '再開' });
    expect([refused.rule, refused.detail]).toEqual([
      'leads-settled',
      expect.stringContaining('ReviseDossier'),
    ]);
    const { head } = await cabinet.reads('METI', `/v1/dossiers/${id}`);
    await desk().does(id, 'revise-dossier', {
      type: 'guideline',
      head: { ...head, coLeads: [] },
      clauseEdits: [],
    });
    await hub('METI').does(id, 'resume-round', { roundNo: 1, reason: '単独主管として続ける。' });
    const [resumed] = await cabinet.events(id, 'RoundResumed');
    expect(resumed!.data.dueAt).toBe(cabinet.instant('2026-10-22 17:00'));
    expect(await kinds('METI')).toEqual([]);
    // PPC had until the evening of the 18th to ask again; the day that was left is today.
    const clocks = await cabinet.events(id, 'ClockStarted');
    const again = clocks.filter(({ data }) => data.clock === 'reopen PPC#1').map(({ data }) => data.dueAt);
    expect(again).toEqual([cabinet.instant('2026-09-18 17:00'), cabinet.instant('2026-10-05 17:00')]);
  });

  it('must ask MIC, which is a ministry like any other now, before they are concluded', async () => {
    await hub('PPC').does(id, 'set-position', { roundNo: 1, organ: 'PPC', position: 'CONCUR' });
    await cabinet.clockIs('2026-10-23 10:00');
    const changed = await hub('METI').isRefused(id, 'conclude-round', { roundNo: 1 });
    expect([changed.rule, changed.changed]).toEqual(['delta-round', ['head.coLeads']]);
    await hub('METI').does(id, 'open-round', { kind: 'DELTA' });
    const [, delta] = await cabinet.events(id, 'RoundOpened');
    const asked = (delta!.data.participants as { organ: string; mode: string; reasons: string[] }[]).filter(
      ({ mode }) => mode !== 'INFORM',
    );
    expect(asked).toMatchObject([
      { organ: 'MIC', reasons: ['led the text jointly when it was asked about'] },
    ]);
    await hub('MIC').does(id, 'set-position', { roundNo: 2, organ: 'MIC', position: 'CONCUR' });
    await hub('METI').does(id, 'conclude-round', { roundNo: 2 });
    expect((await cabinet.events(id, 'RoundConcluded'))[0]!.data.outcome).toBe('AGREED');
  });
});
