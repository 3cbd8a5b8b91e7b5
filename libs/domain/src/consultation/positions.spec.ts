import fc from 'fast-check';
import type { DomainEvent, Position } from '#contracts';
import {
  answering,
  approvingReturns,
  explicit,
  informal,
  must,
  open,
  opened,
  received,
  rewrite,
  round,
  say,
  stand,
} from '../round-testing.js';
import { approver, desk, liaison, tick, type Story, tokyo } from '../testing.js';

const asked = (story: Story) =>
  round(story)
    .stands.filter(({ mode }) => mode !== 'INFORM')
    .map(({ organ }) => organ);

describe('a position', () => {
  it.each(['CONCUR', 'CONCUR_WITH_COMMENTS', 'NO_OPINION'] as const)(
    '%s is refused while an own MUST is open, and names it',
    (position) => {
      const story = must(opened(), 'METI');
      const problem = story.refused('SetPosition', { roundNo: 1, organ: 'METI', position }, liaison('METI'));
      expect(problem).toMatchObject({ extra: { rule: 'own-must-open', threads: ['METI#1'] } });
      expect(problem.detail).toContain('METI#1 waits for an answer');
      say(story, 'METI', 'CONDITIONAL');
      say(story, 'MOD', position);
      story.when('WithdrawThread', { thread: 'METI#1' }, liaison('METI'));
      say(story, 'METI', position);
    },
  );

  it('is possible once the text proves that the MUST was adopted', () => {
    const story = answering(must(opened(), 'PPC'), ['PPC']);
    rewrite(story, 'c4.2', '要配慮個人情報を除く。');
    const proof = { versionNo: 2, clauseId: 'c4.2', text: '要配慮個人情報を除く' };
    const answer = { thread: 'PPC#1', answer: '採用する。', disposition: 'ADOPTED', proof };
    story.when('AnswerThread', answer, desk('DA'));
    story.when('CloseThread', { thread: 'PPC#1' }, liaison('PPC'));
    say(story, 'PPC');
    expect(stand(story, 'PPC')).toMatchObject({ position: 'CONCUR', late: false });
    story.at = tokyo('2026-06-25');
    say(story, 'PPC', 'CONCUR_WITH_COMMENTS');
    expect(stand(story, 'PPC')).toMatchObject({ late: true });
  });

  it('is approved inside of the ministry first where the cabinet asks for it, after the last change', () => {
    const story = opened();
    story.world = approvingReturns;
    const data = { roundNo: 1, organ: 'METI', position: 'CONDITIONAL' };
    const approve = (position?: string) =>
      story.when('ApproveReturn', { roundNo: 1, organ: 'METI', position }, approver('METI'));
    const refused = () => {
      const { extra, detail } = story.refused('SetPosition', data, liaison('METI'));
      expect(extra).toMatchObject({ rule: 'return-approved' });
      expect(detail).toContain('ApproveReturn with the position CONDITIONAL');
    };
    refused();
    approve();
    refused();
    approve('OBJECT');
    refused();
    approve('CONDITIONAL');
    must(story, 'METI');
    refused();
    approve('CONDITIONAL');
    story.when('WithdrawThread', { thread: 'METI#1' }, liaison('METI'));
    refused();
    approve('CONDITIONAL');
    const answer = { thread: 'MOD#1', answer: 'x', disposition: 'EXPLAINED' };
    must(story, 'MOD').when('AnswerThread', answer, desk('DA'));
    say(story, 'METI', 'CONDITIONAL');
    refused();
  });
});

describe('the last answer', () => {
  it('ends the waiting at once, and begins the days of the lead', () => {
    const story = must(opened({ participants: [{ organ: 'NPERS', mode: 'INFORM' }] }), 'METI');
    const [last, ...first] = asked(story);
    for (const organ of first) say(story, organ, organ === 'METI' ? 'OBJECT' : 'CONCUR');
    expect(round(story).state).toBe('OPEN');
    story.at = tokyo('2026-06-10');
    say(story, last!);
    expect(story.types).toEqual(['PositionSet', 'RoundAnswered', 'ClockStopped', 'ClockStarted']);
    expect(round(story).state).toBe('ANSWERING');
    expect(story.dossier!.clocks['answers-1']!.dueAt).toBe(tokyo('2026-06-17', '17:00'));
    expect(say(story, last!, 'NO_OPINION').types).toEqual(['PositionSet']);
  });

  it('comes once, in whatever order they answer and however often they change their mind', () => {
    const organs = asked(opened());
    const order = fc.shuffledSubarray(organs, { minLength: organs.length });
    fc.assert(
      fc.property(order, fc.array(fc.constantFrom(...organs), { maxLength: 10 }), (all, again) => {
        const story = opened();
        for (const organ of [...again, ...all, ...again]) say(story, organ);
        expect(story.events.filter(({ type }) => type === 'RoundAnswered')).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  it('after the due time leaves the rest to the clock', () => {
    const story = opened();
    const organs = asked(story);
    for (const organ of organs.slice(1)) say(story, organ);
    story.at = tokyo('2026-06-22', '17:01');
    expect(say(story, organs[0]!).types).toEqual(['PositionSet']);
  });
});

describe('silence', () => {
  const silences = (events: readonly DomainEvent[]) =>
    events.flatMap((event) => (event.type === 'SilenceRecorded' ? [event.data] : []));

  it('in an informal round is nobody’s opinion', () => {
    const story = tick(informal({ participants: [{ organ: 'PPC', mode: 'CONCUR' }] }), 'round-1', 'due');
    expect(silences(story.events)).toEqual([{ roundNo: 1, organ: 'PPC', as: 'DONE' }]);
    expect(story.dossier!.clocks['answers-1']).toBeUndefined();
  });

  /** Breaks when an explicit consultee is taken to have agreed, or when any silent one is forgotten. */
  const never = (recorded: (events: readonly DomainEvent[]) => ReturnType<typeof silences>) =>
    fc.property(
      fc.subarray([
        'personal-data',
        'cyber',
        'procurement',
        'local-government',
        'international',
        'copyright',
      ]),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom<Position>('CONCUR', 'OBJECT', 'NO_OPINION')), {
        maxLength: 12,
      }),
      fc.boolean(),
      (competenceTags, said, again) => {
        const story = open(received({}, undefined, { competenceTags }));
        const organs = asked(story);
        for (const [n, position] of said) say(story, organs[n % organs.length]!, position);
        const bound = explicit(story);
        tick(story, 'round-1', 'due');
        if (again) {
          rewrite(story, 'c4.2', '学習利用の有無と範囲を確認する。');
          const named = bound.map((organ) => ({ organ, mode: 'INPUT' }));
          open(story, { kind: 'DELTA', participants: [...named, { organ: 'MOD', mode: 'CONCUR' }] });
          tick(story, 'round-2', 'due');
        }
        const told = recorded(story.events);
        expect(
          told.filter(({ organ }) => bound.includes(organ)).every(({ as }) => as === 'OVERDUE_EXPLICIT'),
        ).toBe(true);
        const spoken = story.dossier!.rounds.flatMap(({ stands }) =>
          stands.filter(({ position }) => position),
        );
        const seats = story.dossier!.rounds.flatMap(({ stands }) => stands);
        expect(told).toHaveLength(seats.length - spoken.length);
      },
    );

  it('never is consent of an explicit consultee, also not when it is asked twice', () => {
    fc.assert(never(silences), { numRuns: 40 });
    const deeming = (events: readonly DomainEvent[]) =>
      silences(events).map((one) => ({ ...one, as: 'DEEMED_NO_OPINION' as const }));
    expect(() => fc.assert(never(deeming), { numRuns: 40 })).toThrow('Property failed');
  });
});
