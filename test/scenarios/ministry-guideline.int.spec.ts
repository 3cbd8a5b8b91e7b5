import { CabinetAtWork } from '../support/cabinet-at-work';
import { drivingGuideline } from './texts';

/*
 * A guideline that its own minister decides: returned in mid-consultation and asked about anew, refused once at the final approval, in
 * force, and merged into another in the end. An objection made at the last moment is not passed over.
 */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
});
afterAll(() => cabinet?.close());

const hub = (organ: string) => cabinet.as(organ, 'LIAISON');
const mlit = () => hub('MLIT');
const kinds = async (organ: string) => {
  const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}&limit=200`);
  return (items as { kind: string; notice: boolean }[])
    .filter(({ notice }) => !notice)
    .map(({ kind }) => kind);
};
const row = () => cabinet.reads('MLIT', `/v1/dossiers/${id}`);
const says = (organ: string, position: string, roundNo = 2) =>
  hub(organ).does(id, 'set-position', { roundNo, organ, position });

describe('a guideline on automated driving that the minister decides', () => {
  it('is circulated a minute after 16:00, which counts from the next morning, over the holidays of September', async () => {
    await cabinet.clockIs('2026-09-17 16:01');
    id = await cabinet.files('MLIT', 'guideline', drivingGuideline);
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    await mlit().does(id, 'open-round', {});
    const [opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data.dueAt).toBe(cabinet.instant('2026-10-07 17:00'));
    const thread = { kind: 'OPINION', weight: 'MUST', clauseId: 'c3', body: '夜間の条件を加えられたい。' };
    await hub('NPA').does(id, 'raise-thread', { roundNo: 1, organ: 'NPA', thread });
  });

  it('is returned for correction; nobody is asked for anything about the old round any more', async () => {
    await cabinet.clockIs('2026-09-24 16:59');
    await hub('RA').does(id, 'object-allocation', {
      ...{ roundNo: 1, organ: 'RA', claim: 'NOT_OURS', reason: '所掌外' },
    });
    const reasons = ['概要が本文と合わない。'];
    const counter = await cabinet.as('HQ', 'SECR_INTAKE').isRefused(id, 'return-dossier', { reasons });
    expect([counter.status, counter.detail]).toEqual([403, expect.stringContaining('SECR_APPROVER')]);
    await cabinet.as('HQ', 'SECR_APPROVER').does(id, 'return-dossier', { reasons });
    expect([await kinds('MLIT'), await kinds('NPA'), await kinds('RA'), await kinds('HQ')]).toEqual([
      ['correction-wanted'],
      [],
      [],
      [],
    ]);
    const { stage, openMusts } = await row();
    expect([stage, openMusts]).toEqual(['RETURNED', 0]);
  });

  it('is corrected, approved, filed and asked about anew; NPA says again what it wants', async () => {
    await cabinet.as('MLIT', 'DESK').does(id, 'revise-dossier', {
      type: 'guideline',
      clauseEdits: [{ op: 'replace', clauseId: 'c1', text: '自動運転に用いるAIの安全な導入と利用を図る。' }],
    });
    await cabinet.as('MLIT', 'DESK').does(id, 'request-approval');
    await cabinet.as('MLIT', 'MIN_APPROVER').does(id, 'approve-dossier');
    await mlit().does(id, 'file-dossier');
    await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
    await mlit().does(id, 'open-round', {});
    const [, opened] = await cabinet.events(id, 'RoundOpened');
    expect(opened!.data).toMatchObject({ roundNo: 2, kind: 'FULL', versionNo: 2 });
    const thread = { kind: 'OPINION', weight: 'MUST', clauseId: 'c3', body: '夜間の条件を加えられたい。' };
    await hub('NPA').does(id, 'raise-thread', { roundNo: 2, organ: 'NPA', thread });
    const answer = { thread: 'NPA#2', answer: '悪天候に含まれる。', disposition: 'EXPLAINED' };
    await cabinet.as('MLIT', 'DESK').does(id, 'answer-thread', answer);
    await hub('NPA').does(id, 'close-thread', { thread: 'NPA#2' });
  });

  it('is not concluded over an objection that NPA makes after its opinion was settled', async () => {
    await says('NPA', 'OBJECT');
    await says('PPC', 'CONCUR');
    await cabinet.clockIs('2026-10-13 10:00');
    const objected = await mlit().isRefused(id, 'conclude-round', { roundNo: 2 });
    expect([objected.missing, objected.threads]).toEqual([[{ organ: 'NPA', why: 'objects' }], []]);
    await says('NPA', 'CONCUR_WITH_COMMENTS');
    await mlit().does(id, 'conclude-round', { roundNo: 2 });
    await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'begin-review');
    await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'report-review', { findings: '特になし。' });
  });

  it('is refused once at the final approval, and decided without a meeting', async () => {
    await mlit().does(id, 'request-final-approval');
    await cabinet.as('MLIT', 'MIN_APPROVER').does(id, 'refuse-approval', { reason: '時期を改める。' });
    expect([(await row()).stage, await kinds('MLIT')]).toEqual(['REVISION', ['redraft-wanted']]);
    await mlit().does(id, 'request-final-approval');
    await cabinet.as('MLIT', 'MIN_APPROVER').does(id, 'approve-dossier');
    expect([await kinds('MLIT'), await kinds('HQ')]).toEqual([[], ['decision-wanted']]);
    const decision = { decidedOn: '2026-10-13', reference: '国土交通大臣決定' };
    await cabinet.as('HQ', 'SECR_DIRECTOR').does(id, 'decide-dossier', decision);
    expect((await row()).clocks).toMatchObject([
      { clock: 'publication', dueAt: cabinet.instant('2026-10-20 17:00') },
    ]);
    const where = { url: 'https://www.mlit.go.jp/ai', language: 'ja' };
    const ahead = await mlit().isRefused(id, 'publish-dossier', { ...where, publishedOn: '2026-10-14' });
    expect(ahead.detail).toContain('in the future');
    await mlit().does(id, 'publish-dossier', { ...where, publishedOn: '2026-10-13' });
    await mlit().does(id, 'activate-dossier');
  });

  it('is amended by another, and ends when that replaces it', async () => {
    const successorId = await cabinet.drafts('MLIT', 'guideline', drivingGuideline);
    await mlit().does(id, 'amend-dossier', { successorId });
    expect((await row()).stage).toBe('AMENDING');
    await mlit().does(id, 'repeal-dossier', { reason: '後継の指針に統合した。' });
    const { stage, clocks } = await cabinet.reads('MOF', `/v1/dossiers/${id}`);
    expect([stage, clocks]).toEqual(['REPEALED', []]);
    expect(await kinds('MLIT')).toEqual([]);
  });
});
