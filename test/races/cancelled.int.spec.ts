import { CabinetAtWork } from '../support/cabinet-at-work';
import { query } from '../support/database';

let cabinet: CabinetAtWork;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 10:00');
});
afterAll(() => cabinet?.close());

const consulted = async (): Promise<string> => {
  const id = await cabinet.files('DA', 'guideline');
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await cabinet.as('DA', 'LIAISON').does(id, 'open-round', {});
  const thread = { kind: 'OPINION', weight: 'MUST', clauseId: 'c4.2', body: '同意できない。' };
  await cabinet.as('PPC', 'LIAISON').does(id, 'raise-thread', { roundNo: 1, organ: 'PPC', thread });
  const notOurs = { roundNo: 1, organ: 'METI', claim: 'NOT_OURS', reason: '所掌外' };
  await cabinet.as('METI', 'LIAISON').does(id, 'object-allocation', notOurs);
  const up = { thread: 'PPC#1', organ: 'PPC', reason: '担当間で整わない' };
  await cabinet.as('PPC', 'LIAISON').does(id, 'escalate-thread', up);
  return id;
};

const dueWork = async (id: string) =>
  (
    await query(
      cabinet.intake.database.url,
      `SELECT item_key FROM work_items WHERE stream_id = $1 AND state = 'due'`,
      [id],
    )
  ).map(({ item_key: key }) => String(key).slice(id.length + 1));

/** Transactions in which events of a type were written, and in which work of the case was cancelled. */
const transactions = async (id: string, type: string) => {
  const [row] = await query(
    cabinet.intake.database.url,
    `SELECT (SELECT array_agg(DISTINCT xmin::text) FROM events WHERE stream_id = $1 AND type = $2) AS written,
       (SELECT array_agg(DISTINCT xmin::text) FROM work_items WHERE stream_id = $1 AND state = 'cancelled') AS cancelled
     FROM (SELECT) AS one`,
    [id, type],
  );
  return row as { written: string[]; cancelled: string[] | null };
};

const withdraw = { reason: '方針を改める' };
const drafted = () => cabinet.drafts('DA', 'guideline');
const asked = async () => {
  const id = await drafted();
  await cabinet.as('DA', 'DESK').does(id, 'request-approval');
  return id;
};
const filed = () => cabinet.files('DA', 'guideline');
const returned = async () => {
  const id = await filed();
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'return-dossier', { reasons: ['要旨がない'] });
  return id;
};
const suspended = async () => {
  const id = await consulted();
  await cabinet.as('HQ', 'SECR_APPROVER').does(id, 'suspend-round', { roundNo: 1, reason: '手続の瑕疵' });
  return id;
};
const reviewed = async () => {
  const id = await cabinet.files('MLIT', 'initiative', { head: { coLeads: [] } });
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'begin-review');
  return id;
};

describe('a case that is over (WF-10)', () => {
  it.each([
    ['a draft', drafted, 'DA'],
    ['what waits for approval', asked, 'DA'],
    ['a filing', filed, 'DA'],
    ['a returned filing', returned, 'DA'],
    ['a consultation with threads, objections and negotiations', consulted, 'DA'],
    ['a suspended consultation', suspended, 'DA'],
    ['a review with its ladder', reviewed, 'MLIT'],
  ])('leaves no work due when %s is withdrawn: cancelled in the same transaction', async (_, made, lead) => {
    const id = await made();
    const before = await dueWork(id);
    await cabinet.as(lead, 'LIAISON').does(id, 'withdraw-dossier', withdraw);
    expect(await dueWork(id)).toEqual([]);
    const { written, cancelled } = await transactions(id, 'DossierWithdrawn');
    if (before.some((key) => key.startsWith('clock:'))) expect(cancelled).toContain(written[0]);
    expect(written).toHaveLength(1);
  });

  it('leaves none of its round when the round is abandoned', async () => {
    const id = await consulted();
    expect((await dueWork(id)).filter((key) => /^clock:(round|allocation|escalation)/.test(key))).not.toEqual(
      [],
    );
    await cabinet.as('DA', 'LIAISON').does(id, 'abandon-round', { roundNo: 1, reason: '案文を作り直す' });
    expect(await dueWork(id)).toEqual([]);
    const { written, cancelled } = await transactions(id, 'RoundAbandoned');
    expect(cancelled).toContain(written[0]);
  });

  it('leaves none when it has lapsed by its clock', async () => {
    const id = await returned();
    await cabinet.clockIs('2026-09-01 10:00');
    expect(await cabinet.events(id, 'DossierLapsed')).toHaveLength(1);
    expect(await dueWork(id)).toEqual([]);
  });
});
