import { CabinetAtWork, type Recorded } from '../support/cabinet-at-work';

let cabinet: CabinetAtWork;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 10:00');
});
afterAll(() => cabinet?.close());

/** What a clock said, and when by the clocks of Tokyo. */
const told = (events: Recorded[], ...types: string[]) =>
  events
    .filter(({ type }) => types.includes(type))
    .map(({ type, data, meta }) => [
      ...[type, (data.clock ?? data.thread ?? `objection ${data.objectionNo}`) as string],
      new Date(Date.parse(meta.occurredAt!) + 9 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
      ...[data.to, data.level, data.ruling, data.rule].filter((said) => said !== undefined),
    ]);

it('one case climbs every rung there is: each is one event, at its own instant (WF-6)', async () => {
  const id = await cabinet.files('MLIT', 'initiative', { head: { coLeads: [] } });

  // Nobody looks at it, and nobody decides on it.
  await cabinet.clockIs('2026-06-04 10:00');
  await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'begin-review');
  await cabinet.clockIs('2026-07-03 10:00');
  const marks = ['ClockWarned', 'ClockDue', 'ClockOverdue', 'ClockEscalated'];
  const soFar = await cabinet.events(id);
  const ofClock = (clock: string) => told(soFar, ...marks).filter(([, name]) => name === clock);
  expect(ofClock('completeness-check')).toEqual([
    ['ClockWarned', 'completeness-check', '2026-06-01 17:00'],
    ['ClockDue', 'completeness-check', '2026-06-03 17:00'],
  ]);
  const toDirector = ['2026-06-25 17:00', 'SECR_DIRECTOR', 'initiative@2/review/1'];
  const toMinister = ['2026-07-02 17:00', 'HQ_MINISTER', 'initiative@2/review/2'];
  expect(ofClock('review')).toEqual([
    ['ClockWarned', 'review', '2026-06-23 17:00'],
    ['ClockDue', 'review', '2026-06-25 17:00'],
    ['ClockEscalated', 'review', ...toDirector],
    ['ClockOverdue', 'review', '2026-06-26 17:00'],
    ['ClockOverdue', 'review', '2026-06-30 17:00'],
    ['ClockEscalated', 'review', ...toMinister],
  ]);

  // A consultation in which nobody rules, answers or gives way. 20 July is Marine Day.
  const participants = ['METI', 'PPC'].map((organ) => ({ organ, mode: 'CONCUR' }));
  await cabinet.as('HQ', 'SECR_REVIEWER').does(id, 'open-round', { participants });
  const notOurs = { roundNo: 1, organ: 'METI', claim: 'NOT_OURS', reason: '所掌外' };
  await cabinet.as('METI', 'LIAISON').does(id, 'object-allocation', notOurs);
  const thread = { kind: 'OPINION', weight: 'MUST', body: '同意できない。' };
  await cabinet.as('PPC', 'LIAISON').does(id, 'raise-thread', { roundNo: 1, organ: 'PPC', thread });
  await cabinet.clockIs('2026-07-07 10:00');
  const up = { thread: 'PPC#1', organ: 'PPC', reason: '担当間で整わない' };
  await cabinet.as('PPC', 'LIAISON').does(id, 'escalate-thread', up);
  await cabinet.clockIs('2026-08-03 10:00');
  const events = await cabinet.events(id);
  expect(told(events, 'AllocationRuled', 'ThreadEscalated')).toEqual([
    ['AllocationRuled', 'objection 1', '2026-07-06 17:00', 'STANDS'],
    ['ThreadEscalated', 'PPC#1', '2026-07-07 10:00', 1, 'initiative@2/escalation/L1'],
    ['ThreadEscalated', 'PPC#1', '2026-07-10 17:00', 2, 'initiative@2/escalation/L2'],
    ['ThreadEscalated', 'PPC#1', '2026-07-15 17:00', 3, 'initiative@2/escalation/L3'],
    ['ThreadEscalated', 'PPC#1', '2026-07-17 17:00', 4, 'initiative@2/escalation/L4'],
  ]);

  // No mark of any clock is reached twice.
  const reached = events
    .filter(({ type }) => marks.includes(type))
    .map(({ type, data }) => [type, data.clock, data.epoch, data.markAt].join(' '));
  expect(new Set(reached).size).toBe(reached.length);
});
