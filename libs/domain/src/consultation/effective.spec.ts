import { opened, round } from '../round-testing.js';
import { effectiveStands } from './effective.js';
import { consultationOf, type Round, type Stand } from './round.js';

const seat = (more: Partial<Stand> = {}): Stand => ({
  ...{ organ: 'METI', mode: 'CONCUR', mandatoryExplicit: false, reasons: ['named at opening'], ...more },
});
const base = round(opened());
const of = (no: number, stand: Partial<Stand>, more: Partial<Round> = {}): Round => ({
  ...{ ...base, no, stands: [seat(stand)], ...more },
});
const stands = (...seats: Partial<Stand>[]) => effectiveStands(seats.map((one, i) => of(i + 1, one)));

describe('where an organ stands in the whole consultation', () => {
  it('is its latest position, whichever round it was set in', () => {
    expect(stands({ position: 'OBJECT' }, { silence: 'DEEMED_NO_OPINION' })).toEqual([
      {
        organ: 'METI',
        roundNo: 2,
        asked: true,
        mandatoryExplicit: false,
        position: 'OBJECT',
        silence: 'DEEMED_NO_OPINION',
      },
    ]);
    expect(stands({ position: 'OBJECT' }, { position: 'CONCUR' })).toMatchObject([{ position: 'CONCUR' }]);
    expect(stands({}, { position: 'CONCUR', mode: 'INFORM' })).toMatchObject([
      { position: 'CONCUR', roundNo: 1 },
    ]);
  });

  it('of an explicit consultee is what it said since it was asked last', () => {
    const explicit = { mandatoryExplicit: true };
    expect(stands({ ...explicit, position: 'CONCUR' }, explicit)[0]).not.toHaveProperty('position');
    const told = { mode: 'INFORM' } as const;
    expect(stands({ ...explicit, position: 'CONCUR' }, told)).toMatchObject([{ position: 'CONCUR' }]);
    expect(stands(explicit, {})).toMatchObject([{ mandatoryExplicit: true }]);
  });

  it('asks nothing of who was let go or only told', () => {
    expect(stands({ released: true, position: 'NOT_COMPETENT' })).toEqual([]);
    expect(stands({ mode: 'INFORM' })).toMatchObject([{ asked: false }]);
  });
});

describe('the present consultation', () => {
  const delta = { delta: { fromVersionNo: 1, changes: [] } };
  const numbers = (...rounds: Round[]) => consultationOf(rounds).map(({ no }) => no);

  it('begins with the last whole text and goes on through delta rounds, also after a conclusion', () => {
    expect(numbers(of(1, {}, { state: 'CONTINUED' }), of(2, {}, delta))).toEqual([1, 2]);
    expect(numbers(of(1, {}, { state: 'CONCLUDED' }), of(2, {}, delta))).toEqual([1, 2]);
    expect(numbers(of(1, {}, { state: 'CONCLUDED' }), of(2, {}), of(3, {}, delta))).toEqual([2, 3]);
  });

  it('has no informal and no abandoned rounds', () => {
    const informal = of(1, {}, { kind: 'INFORMAL', state: 'CONCLUDED' });
    expect(numbers(informal)).toEqual([]);
    expect(numbers(informal, of(2, {}, { state: 'ABANDONED' }), of(3, {}))).toEqual([3]);
    expect(numbers(of(1, {}, { state: 'CONCLUDED' }), of(2, {}, { ...delta, state: 'ABANDONED' }))).toEqual([
      1,
    ]);
  });
});
