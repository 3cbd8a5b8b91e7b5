import { CabinetAtWork } from '../support/cabinet-at-work';
import { newDossierId } from '../support/app';
import { query } from '../support/database';
import { dossierType } from '#contracts';

/*
 * Four eyes and no interest of one's own, along an initiative of METI: nobody approves what they drafted, an absent approver is
 * represented, and an officer who was seconded from METI keeps off unless the director says otherwise.
 */

const people = [
  ['meti-writer', 'DESK', 'METI'],
  ['meti-writer', 'MIN_APPROVER', 'METI'],
  ['meti-chief', 'MIN_APPROVER', 'METI'],
  ['meti-deputy', 'DESK', 'METI'],
  ['meti-division', 'DESK', 'METI'],
  ['meti-hub', 'LIAISON', 'METI'],
  ['hq-seconded', 'SECR_REVIEWER', 'HQ'],
  ['hq-neutral', 'SECR_REVIEWER', 'HQ'],
  ['hq-neutral', 'SECR_APPROVER', 'HQ'],
  ['hq-cousin', 'SECR_APPROVER', 'HQ'],
  ['hq-head', 'SECR_DIRECTOR', 'HQ'],
  ['hq-counter', 'SECR_INTAKE', 'HQ'],
] as const;

let cabinet: CabinetAtWork;
const id = newDossierId();
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 10:00');
  for (const [person, role, organ] of people) await cabinet.intake.register(person, role, organ);
  const home = `UPDATE identity.persons SET home_organ = 'METI' WHERE id = 'hq-seconded'`;
  await query(cabinet.intake.database.url, home);
});
afterAll(() => cabinet?.close());

const does = async (person: string, command: string, data: object = {}) => {
  const { status, text } = await cabinet.intake.command(person, id, command, data);
  if (status >= 300) throw new Error(`${person}: ${command}: ${text}`);
};
const isRefused = async (person: string, command: string, data: object = {}) => {
  const { status, json } = await cabinet.intake.command(person, id, command, data);
  return [status, json.rule, json.detail];
};
const kinds = async (organ: string) => {
  const { items } = await cabinet.reads(organ, `/v1/inbox?organ=${organ}&dossierId=${id}`);
  return (items as { kind: string }[]).map(({ kind }) => kind).sort();
};

describe('inside of METI', () => {
  it('nobody approves what they drafted, nor before the divisions that were named have concurred', async () => {
    const { example } = dossierType('initiative');
    const head = { ...example.head, lead: 'METI', competenceTags: ['industry'] };
    await does('meti-writer', 'draft-dossier', { type: 'initiative', ...example, head });
    const concurrence = [{ division: '情報産業課', person: 'meti-division' }];
    await does('meti-writer', 'request-approval', { concurrence });
    expect(await kinds('METI')).toEqual(['approval-wanted', 'concurrence-wanted']);
    expect(await isRefused('meti-writer', 'approve-dossier')).toEqual([
      403,
      'four-eyes-filing',
      expect.stringContaining('another person'),
    ]);
    expect(await isRefused('meti-chief', 'approve-dossier')).toEqual([
      409,
      'internal-concurrence',
      'Still to concur: 情報産業課 (meti-division).',
    ]);
    await does('meti-division', 'concur-internally');
  });

  it('the deputy approves for the absent chief, in whose name and by which delegation is recorded', async () => {
    expect((await isRefused('meti-deputy', 'approve-dossier'))[0]).toBe(403);
    const delegationId = await cabinet.intake.standIn(
      ...(['meti-chief', 'meti-deputy', 'MIN_APPROVER', 'METI', 'ACTING'] as const),
    );
    await does('meti-deputy', 'approve-dossier');
    const [approved] = await cabinet.events(id, 'DossierApproved');
    expect(approved!.meta.actor).toMatchObject({
      ...{ person: 'meti-deputy', onBehalfOf: 'meti-chief', delegationId, acting: true },
    });
    await does('meti-hub', 'file-dossier');
  });

  it('keeps its approvals to itself', async () => {
    const { items } = await cabinet.reads('HQ', `/v1/dossiers/${id}/timeline?limit=100`);
    expect((items as { type: string }[])[0]!.type).toBe('DossierFiled');
    const { transitions } = await cabinet.reads('HQ', `/v1/dossiers/${id}/explain`);
    expect(JSON.stringify(transitions)).not.toMatch(/ApproveDossier|ConcurInternally|meti-chief/);
    const own = await cabinet.reads('METI', `/v1/dossiers/${id}/explain`);
    expect(own.transitions).toContainEqual(
      expect.objectContaining({ command: 'ApproveDossier', onBehalfOf: 'meti-chief' }),
    );
  });
});

describe('in the secretariat', () => {
  it('an officer seconded from METI keeps off, until the director says otherwise with a reason', async () => {
    await does('hq-counter', 'accept-dossier');
    expect(await isRefused('hq-seconded', 'begin-review')).toEqual([
      403,
      'recusal',
      expect.stringMatching(/METI leads this dossier.*OverrideRecusal/),
    ]);
    const override = { person: 'hq-seconded', reason: '担当できる者が他にいない。' };
    expect((await isRefused('hq-neutral', 'override-recusal', override))[0]).toBe(403);
    await does('hq-head', 'override-recusal', override);
    await does('hq-seconded', 'begin-review');
  });

  it('an officer who was taken off does not decide, and another who had no part in the review does', async () => {
    await does('hq-head', 'recuse-officer', { person: 'hq-cousin', reason: '親族が受託者に勤務する。' });
    expect((await isRefused('hq-cousin', 'endorse-dossier'))[1]).toBe('recusal');
    expect(await kinds('HQ')).toEqual(['endorsement-wanted']);
    await does('hq-neutral', 'endorse-dossier', { conditions: ['半年ごとに報告すること。'] });
    expect(await kinds('METI')).toEqual(expect.arrayContaining(['endorsed', 'activation-wanted']));
  });

  it('does not tell METI whom it took off, and why', async () => {
    const seen = [
      await cabinet.readsText('METI', `/v1/dossiers/${id}/timeline?limit=200`),
      await cabinet.readsText('METI', `/v1/dossiers/${id}/explain`),
    ];
    expect(seen.join()).not.toMatch(/親族|hq-cousin|OfficerRecused|RecusalOverridden/);
  });
});
