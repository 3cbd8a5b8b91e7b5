import fc from 'fast-check';
import type { Kind, Member, Mode, Said, Weight, World } from './world';

/** One thing that somebody tries; organs and threads by number, so that a shrunk sequence still means something. */
export type Step =
  | { do: 'open'; kind?: Kind; by: 'lead' | 'approver'; days?: number; named?: [number, Mode] }
  | { do: 'say'; organ: number; position: Said }
  /** Not ours, or that other organ too. */
  | { do: 'object'; organ: number; also?: number }
  | { do: 'rule'; no: number; upheld: boolean }
  | { do: 'everybody'; position: Said }
  | { do: 'settle'; how: 'close' | 'withdraw' }
  | { do: 'raise'; organ: number; weight: Weight; question: boolean; clause?: string; proposed?: string }
  | { do: 'answer'; thread: number; disposition?: string; proof?: { clause: string; text?: string } }
  | { do: 'prove'; thread: number; proof: { clause: string; text?: string } }
  | { do: 'close'; thread: number; by: 'commenter' | 'lead' }
  | { do: 'withdraw'; thread: number; by: 'commenter' | 'lead' }
  | { do: 'reopen'; thread: number; by: 'commenter' | 'lead'; proposed?: string }
  | { do: 'escalate'; thread: number; by: 'commenter' | 'lead'; times: number }
  | { do: 'reserve'; thread: number; by: 'commenter' | 'lead' | 'secretariat' }
  | { do: 'suspend'; by: 'lead' | 'secretariat' }
  /** Most are lifted by the side that suspended. */
  | { do: 'resume'; right: number }
  | { do: 'extend'; by: 'lead' | 'approver'; days: number }
  | { do: 'revise'; clause: string; text?: string }
  | { do: 'mark'; clause: string }
  | { do: 'conclude' }
  /** Seldom meant. */
  | { do: 'abandon'; meant: number }
  /** Days pass. A worker that is away does what was due when it is back. */
  | { do: 'pass'; days: number; evening: boolean; away: boolean };

export interface Tried {
  wild: boolean;
  step: Step;
}

export const words = ['甲を確かめる。', '乙を確かめる。', '甲を確かめる。乙を確かめる。'] as const;
export const clauses = ['a', 'b', 'c', 'c.1', 'e'] as const;
/** What the dossier as a whole is tagged with, and what only a clause is. */
export const subjects = [
  'cyber',
  'copyright',
  'consumer',
  'children',
  'labour',
  'medical',
  'finance',
  'energy',
];
export const strange = [
  ...['security', 'education', 'mobility', 'budget', 'housing', 'science', 'space', 'records'],
];
const tags = {
  b: [subjects[0]!, subjects[1]!, strange[0]!, strange[2]!],
  c: [strange[1]!, subjects[3]!],
  'c.1': [subjects[2]!, strange[4]!],
};

const modes: Mode[] = ['DRAFT', 'CONCUR', 'INPUT', 'INFORM'];
const member = (i: number) =>
  fc
    .record({
      touched: fc.boolean(),
      voice: fc.boolean(),
      always: fc.boolean(),
      named: fc.option(fc.constantFrom(...modes), { nil: undefined }),
    })
    .map((said): Member => ({ slug: `O${i + 1}`, tag: (said.touched ? subjects : strange)[i]!, ...said }));

const world = fc
  .integer({ min: 3, max: 8 })
  .chain((n) =>
    fc.record({
      members: fc.tuple(...Array.from({ length: n }, (_, i) => member(i))),
      wholeDays: fc.constantFrom(10, 15),
    }),
  )
  .map((chosen): World => ({
    ...chosen,
    text: Object.fromEntries(clauses.map((clause) => [clause, '当初の案。'])),
    parent: { 'c.1': 'c' },
    tags,
  }));

const said: Said[] = [
  ...['CONCUR', 'CONCUR', 'CONCUR_WITH_COMMENTS', 'CONDITIONAL', 'OBJECT', 'NO_OPINION', 'NOT_COMPETENT'],
] as Said[];
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const seldom = <T>(one: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });
const word = fc.constantFrom(...words);
const adopting = fc.constantFrom('ADOPTED', 'PARTLY_ADOPTED');
const refusing = fc.constantFrom('NOT_ADOPTED', 'EXPLAINED');
const clause = fc.constantFrom(...clauses);
const number = fc.nat({ max: 11 });
const side = fc.oneof(
  { weight: 6, arbitrary: fc.constant('commenter' as const) },
  { weight: 1, arbitrary: fc.constant('lead' as const) },
);
const half = fc.constantFrom('lead' as const, 'secretariat' as const);
const proof = fc.record({ clause, text: seldom(word) });
const kinds = fc.constantFrom<(Kind | undefined)[]>(
  undefined,
  undefined,
  undefined,
  'EXPEDITED',
  'FULL',
  'DELTA',
);

const moves: [number, fc.Arbitrary<object>][] = [
  [
    8,
    fc.record({
      do: fc.constant('open'),
      kind: kinds,
      by: fc.constantFrom('lead', 'lead', 'approver'),
      days: seldom(fc.integer({ min: 1, max: 16 })),
      named: seldom(fc.tuple(number, fc.constantFrom(...modes))),
    }),
  ],
  [7, fc.record({ do: fc.constant('say'), organ: number, position: fc.constantFrom(...said) })],
  [
    4,
    fc.record({
      do: fc.constant('everybody'),
      position: fc.constantFrom('CONCUR', 'CONCUR', 'NO_OPINION', 'OBJECT'),
    }),
  ],
  [7, fc.record({ do: fc.constant('object'), organ: number, also: maybe(fc.nat({ max: 7 })) })],
  [
    6,
    fc.record({
      do: fc.constant('rule'),
      no: fc.nat({ max: 3 }),
      upheld: fc.constantFrom(true, true, false),
    }),
  ],
  [2, fc.record({ do: fc.constant('settle'), how: fc.constantFrom('close', 'withdraw') })],
  [
    9,
    fc.record({
      do: fc.constant('raise'),
      organ: number,
      weight: fc.constantFrom('MUST', 'MUST', 'SHOULD', 'NOTE'),
      question: fc.constantFrom(false, false, false, true),
      clause: maybe(clause),
      proposed: maybe(word),
    }),
  ],
  [6, fc.record({ do: fc.constant('answer'), thread: number, disposition: adopting, proof })],
  [4, fc.record({ do: fc.constant('answer'), thread: number, disposition: adopting })],
  [5, fc.record({ do: fc.constant('answer'), thread: number, disposition: seldom(refusing) })],
  [1, fc.record({ do: fc.constant('answer'), thread: number, disposition: refusing, proof })],
  [5, fc.record({ do: fc.constant('prove'), thread: number, proof })],
  [6, fc.record({ do: fc.constantFrom('close', 'close', 'withdraw'), thread: number, by: side })],
  [4, fc.record({ do: fc.constant('reopen'), thread: number, by: side, proposed: maybe(word) })],
  [4, fc.record({ do: fc.constant('escalate'), thread: number, by: side, times: fc.constantFrom(1, 2, 4) })],
  [
    3,
    fc.record({
      do: fc.constant('reserve'),
      thread: number,
      by: fc.constantFrom('commenter', 'commenter', 'lead', 'secretariat'),
    }),
  ],
  [1, fc.record({ do: fc.constant('suspend'), by: half })],
  [7, fc.record({ do: fc.constant('resume'), right: fc.nat({ max: 3 }) })],
  [
    1,
    fc.record({
      do: fc.constant('extend'),
      by: fc.constantFrom('lead', 'approver'),
      days: fc.integer({ min: 0, max: 7 }),
    }),
  ],
  [7, fc.record({ do: fc.constant('revise'), clause, text: maybe(word) })],
  [2, fc.record({ do: fc.constant('mark'), clause })],
  [6, fc.record({ do: fc.constant('conclude') })],
  [1, fc.record({ do: fc.constant('abandon'), meant: fc.nat({ max: 3 }) })],
  [
    9,
    fc.record({
      do: fc.constant('pass'),
      days: fc.constantFrom(0, 1, 2, 3, 5, 10, 16),
      evening: fc.constantFrom(false, false, false, true),
      away: fc.constantFrom(false, false, false, true),
    }),
  ],
];

const step = fc.record({
  /** One in six is tried also when it makes no sense. */
  wild: fc.constantFrom(false, false, false, false, false, true),
  step: fc.oneof(...moves.map(([weight, arbitrary]) => ({ weight, arbitrary }))),
}) as fc.Arbitrary<Tried>;

/** A cabinet, a day on which it begins, and what is tried on it. Nine in ten begin by opening a round. */
export const sequence = fc.record({
  world,
  start: fc.constantFrom('2026-04-13', '2026-06-01', '2026-09-07', '2026-12-14'),
  steps: fc
    .tuple(fc.nat({ max: 9 }), fc.array(step, { minLength: 6, maxLength: 120, size: 'max' }))
    .map(([unopened, steps]): Tried[] =>
      unopened === 0 ? steps : [{ wild: true, step: { do: 'open', kind: 'FULL', by: 'lead' } }, ...steps],
    ),
});
export interface Sequence {
  world: World;
  start: string;
  steps: Tried[];
}
