import { DwellView, LateView, LoadView, type Principal } from '#contracts';
import { EventStore } from '#event-store';
import { pool } from '#platform';
import type { Pool } from 'pg';
import { DwellQuery, LateQuery, LoadQuery } from '../../apps/headquarters/src/http/time-requests.js';
import { readDwell } from '../../apps/headquarters/src/queries/dwell.js';
import { readLate } from '../../apps/headquarters/src/queries/late.js';
import { readLoad } from '../../apps/headquarters/src/queries/load.js';

import { endorser, liaison, tick, tokyo } from '../../libs/domain/src/testing';
import { at, cabinet, Desk, secretariat } from './desk';
import { accepted, raise, type KeptStory } from './kept-story';

let desk: Desk;
let app: Pool;
let position = 0;
const story = accepted();

const tell = async (one: KeptStory, from = 0) => {
  await one.tell(new EventStore(app), from);
  position = await desk.given.number();
};

beforeAll(async () => {
  desk = await Desk.open();
  app = pool(desk.database.url, 'kyogi_app', { size: 2 });
  // Thursday 2026-06-04: opened; more than 20 pages, so 15 business days.
  story.then(tokyo('2026-06-04', '10:00')).when('OpenRound', { kind: 'FULL' }, liaison('DA'));
  story.then(tokyo('2026-06-10', '10:00'));
  raise(story, 'PPC', {
    kind: 'OPINION',
    weight: 'MUST',
    clauseId: 'c4.2',
    body: '本人の同意のない学習利用を禁じられたい。',
  });
  story
    .then(tokyo('2026-06-11', '10:00'))
    .when('SetPosition', { roundNo: 1, organ: 'MOF', position: 'NO_OPINION' }, liaison('MOF'));
  await tell(story);
});
afterAll(async () => {
  await app?.end();
  await desk?.close();
});

const dwell = async (principal: Principal, query: object, now: string) => {
  const wanted = DwellQuery.parse({ dossier: story.id, ...query });
  const read = await desk.read(
    principal,
    ['dwell', 'dossiers'],
    (rows) => readDwell(rows, wanted, cabinet, new Date(now)),
    position,
  );
  return DwellView.parse(read.answer);
};
const late = async (principal: Principal, asOf: string) => {
  const read = await desk.read(
    principal,
    ['dossiers'],
    (rows) => readLate(rows, LateQuery.parse({ asOf }), cabinet, new Date(asOf)),
    position,
  );
  return LateView.parse(read.answer);
};
const load = async (principal: Principal, query: Record<string, string>) => {
  const read = await desk.read(
    principal,
    ['dwell'],
    (rows) => readLoad(rows, LoadQuery.parse(query), cabinet, new Date(tokyo('2026-06-11', '12:00'))),
    position,
  );
  return LoadView.parse(read.answer);
};

const first = () => story.dossier!.rounds[0]!;

describe('time and load of a running round', () => {
  it('is on the clocks of those who have not answered', async () => {
    const { rows } = await dwell(secretariat, {}, tokyo('2026-06-12', '10:00'));
    const of = (organ: string) => rows.find((row) => row.organ === organ)!;
    // 4 June to 11 June: Friday, Monday to Thursday.
    expect(of('MOF').other).toMatchObject({ count: 1, businessDays: 5, openNow: 0 });
    expect(of('PPC').other).toMatchObject({ count: 1, businessDays: 6, openNow: 1 });
    expect(of('PPC').own.count).toBe(0);
    // Accepted on 1 June, the lead opened the round on the 4th.
    expect(of('DA').own).toMatchObject({ businessDays: 3, openNow: 0 });
  });

  it('counts what several hold at a time once for the dossier, on its own and on other clocks', async () => {
    const [row] = (await dwell(secretariat, { by: 'dossier' }, tokyo('2026-06-12', '10:00'))).rows;
    expect(row).toMatchObject({ dossierId: story.id, lead: 'DA' });
    expect([row!.own.businessDays, row!.other.businessDays]).toEqual([3, 6]);
    const { rows } = await dwell(secretariat, { by: 'stage' }, tokyo('2026-06-12', '10:00'));
    expect(rows.map(({ stage }) => stage)).toEqual(['ACCEPTED', 'CONSULTATION', 'FILED']);
  });

  it('cuts spans at the window that is asked about', async () => {
    const query = { organ: 'PPC', from: tokyo('2026-06-08', '00:00'), to: tokyo('2026-06-10', '00:00') };
    const [row] = (await dwell(secretariat, query, tokyo('2026-06-12', '10:00'))).rows;
    expect(row!.other).toMatchObject({ days: 2, businessDays: 2, openNow: 1 });
  });

  it('keeps from others how long the ministry drafted and approved, and the whole from who was not asked', async () => {
    const stages = async (principal: Principal) =>
      (await dwell(principal, { by: 'stage' }, tokyo('2026-06-12', '10:00'))).rows.map(({ stage }) => stage);
    expect(await stages(at('DA'))).toEqual([
      'ACCEPTED',
      'APPROVED',
      'CONSULTATION',
      'DRAFT',
      'FILED',
      'MIN_APPROVAL',
    ]);
    expect(await stages(at('PPC'))).toEqual(['ACCEPTED', 'CONSULTATION', 'FILED']);
    expect(await stages(at('NOBODY'))).toEqual([]);
  });

  it('shows the returns that an organ owes on a day to every ministry, as a number', async () => {
    const day = first().dueAt.slice(0, 10);
    const seen = await load(at('NOBODY'), { organs: 'PPC,MOF' });
    expect(seen.organs).toEqual([{ organ: 'PPC', days: [{ day, returns: 1, heavy: false }] }]);
    expect((await load({ ...at('MOF', 'DOWNSTREAM') }, {})).organs).toEqual([]);
  });

  it('lists before the due time everybody who is asked, and after it those whose silence never counts', async () => {
    const before = await late(secretariat, tokyo('2026-06-24', '10:00'));
    expect(before.late).toEqual([]);
    const upcoming = before.upcoming.filter(({ dossierId }) => dossierId === story.id);
    expect(upcoming.map(({ organ }) => organ)).toContain('PPC');
    expect(upcoming.map(({ organ }) => organ)).not.toContain('MOF');
    const told = story.acts.length;
    tick(story, 'round-1', 'due');
    await tell(story, told);
    const after = await late(secretariat, tokyo('2026-06-30', '10:00'));
    expect(after.late.map(({ organ, kind }) => [organ, kind])).toEqual(
      first()
        .stands.filter(({ mandatoryExplicit, position: said }) => mandatoryExplicit && !said)
        .map(({ organ }) => [organ, 'explicit-position']),
    );
    expect(after.late.every(({ businessDays }) => businessDays > 0)).toBe(true);
    expect((await late(at('NOBODY'), tokyo('2026-06-30', '10:00'))).late).toEqual([]);
  });

  it('puts the time after the deadline on the clock of the lead, who owes answers, and names the MUSTs', async () => {
    const [row] = (
      await dwell(secretariat, { organ: 'DA', stage: 'CONSULTATION' }, tokyo('2026-06-30', '10:00'))
    ).rows;
    expect(row!.own.openNow).toBe(1);
    const { late: items } = await late(secretariat, tokyo('2026-07-10', '10:00'));
    const answers = items.find(({ kind }) => kind === 'answers');
    expect(answers).toMatchObject({ organ: 'DA', threads: ['PPC#1'], roundNo: 1 });
  });

  it('shows a suspended round and counts it on nobody', async () => {
    const told = story.acts.length;
    story
      .then(tokyo('2026-07-01', '10:00'))
      .when('SuspendRound', { roundNo: 1, reason: '調整中' }, liaison('DA'));
    await tell(story, told);
    const { rows } = await dwell(secretariat, {}, tokyo('2026-07-03', '10:00'));
    const lead = rows.find(({ organ }) => organ === 'DA')!;
    expect(lead.suspendedDays).toBe(2);
    expect(rows.filter(({ own, other }) => own.openNow + other.openNow > 0)).toEqual([]);
    expect((await load(secretariat, {})).organs).toEqual([]);
  });
});

describe('the overtime report', () => {
  it('names rounds whose deadline left less than 24 working hours, and counts informal and expedited ones', async () => {
    const urgent = accepted();
    urgent
      .then(tokyo('2026-06-04', '15:50'))
      .when('OpenRound', { kind: 'EXPEDITED', reason: '緊急' }, endorser);
    await tell(urgent);
    const { rounds } = await dwell(secretariat, { dossier: urgent.id }, tokyo('2026-06-12', '10:00'));
    expect(rounds).toMatchObject({ informal: 0, expedited: 1 });
    expect(rounds.overtime).toEqual([
      expect.objectContaining({ dossierId: urgent.id, roundNo: 1, lead: 'DA', kind: 'EXPEDITED' }),
    ]);
    // Thursday 15:50 to Monday 17:00, working days of 8:30 to 17:15.
    expect(rounds.overtime[0]!.workingHours).toBe(18.7);
  });
});
