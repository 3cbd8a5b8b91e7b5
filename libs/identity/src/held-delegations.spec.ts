import type { DelegationRow } from './delegation-rows.js';
import { heldDelegations } from './held-delegations.js';
import { tiesOf } from './in-force.js';
import type { PersonRow } from './rows.js';

const today = '2026-06-10';
const row = (id: string, from: string, to: string, more: Partial<DelegationRow> = {}): DelegationRow => ({
  ...{ id, from, to, role: 'MIN_APPROVER', organ: 'METI', kind: 'STANDING', dossierTypes: null },
  ...{ validFrom: '2026-06-01', validTo: '2026-07-01', via: null, revoked: false },
  ...more,
});
const worker = (id: string, role = 'DESK', more: object = {}): PersonRow =>
  ({
    ...{ id, name: id, homeOrgan: 'METI', secondedTo: null, secondedFrom: null },
    assignments: [{ role, organ: 'METI', validFrom: null, validTo: null, ...more }],
  }) as unknown as PersonRow;
const people = [worker('a', 'MIN_APPROVER'), worker('b'), worker('c')];
const held = (person: string, rows: DelegationRow[], staff: PersonRow[] = people) =>
  heldDelegations(person, rows, new Map(staff.map((one) => [one.id, one])), today, () => ['METI']).map(
    ({ id, from, through }) => [id, from, ...through].join(' '),
  );

describe('what a person may do for others', () => {
  const first = row('1', 'a', 'b');
  const second = row('2', 'b', 'c', { via: '1' });

  it('is what is in force, with everybody it came through', () => {
    expect(held('b', [first])).toEqual(['1 a']);
    expect(held('c', [first, second])).toEqual(['2 a b']);
    expect(held('a', [first])).toEqual([]);
  });

  it.each([
    ['has not begun', { validFrom: '2026-06-11' }],
    ['ended yesterday', { validTo: '2026-06-10' }],
    ['is revoked', { revoked: true }],
  ])('is nothing when it, or what it passes on, %s', (_, more) => {
    expect(held('b', [{ ...first, ...more }])).toEqual([]);
    expect(held('c', [{ ...first, ...more }, second])).toEqual([]);
  });

  it('is nothing without the delegation that it passes on, or when it runs in a circle', () => {
    expect(held('c', [second])).toEqual([]);
    expect(held('c', [{ ...first, via: '2' }, second])).toEqual([]);
  });

  it.each([
    ['the delegator holds the role no more', [worker('a'), worker('b'), worker('c')]],
    [
      'somebody in between has left',
      [people[0]!, worker('b', 'DESK', { validTo: '2026-06-10' }), people[2]!],
    ],
    ['the delegate has left', [people[0]!, people[1]!, worker('c', 'DESK', { organ: 'MIC' })]],
    ['the delegate only looks on any more', [people[0]!, people[1]!, worker('c', 'OBSERVER')]],
    ['the delegator is not known any more', [people[1]!, people[2]!]],
  ])('is nothing when %s', (_, staff) => {
    expect(held('c', [first, second], staff)).toEqual([]);
  });
});

describe('the ties of an officer', () => {
  const seat = { headquarters: 'HQ', parent: 'CAO', recusalYears: 2 };
  const officer = (
    homeOrgan: string,
    secondedTo: string | null,
    ...worked: [organ: string, until: string | null][]
  ) => ({
    ...{ homeOrgan, secondedTo },
    assignments: worked.map(([organ, validTo]) => ({
      role: 'DESK',
      organ,
      validFrom: '2020-01-01',
      validTo,
    })),
  });
  const ties = (...one: Parameters<typeof officer>) => tiesOf(officer(...one), today, seat);

  it('are the home organ, and where they worked within two years', () => {
    expect(
      ties('METI', 'HQ', ['HQ', null], ['MIC', '2024-06-11'], ['MOF', '2024-06-10'], ['*', null]),
    ).toEqual([...['METI', 'MIC']]);
  });

  it('are not the house of the secretariat itself, except for those who are seconded from it', () => {
    expect(ties('CAO', null, ['HQ', null])).toEqual([]);
    expect(ties('CAO', null, ['CAO', null])).toEqual(['CAO']);
    expect(ties('CAO', 'HQ', ['HQ', null])).toEqual(['CAO']);
    expect(ties('HQ', null, ['HQ', null])).toEqual([]);
  });
});
