import { explicit, lead, opened, round, say, stand } from '../round-testing.js';
import { endorser, liaison, reviewer, tick, type Story, tokyo } from '../testing.js';

const object = (story: Story, organ: string, more: object = { claim: 'NOT_OURS' }) =>
  story.when('ObjectAllocation', { roundNo: 1, organ, reason: '所掌外', ...more }, liaison(organ));
const rule = (story: Story, ruling: 'UPHELD' | 'DISMISSED', objectionNo = 1) =>
  story.when('RuleOnAllocation', { roundNo: 1, objectionNo, ruling, reason: '設置法による' }, reviewer);
const refusal = (story: Story, organ: string, more: object) =>
  story.refused('ObjectAllocation', { roundNo: 1, organ, reason: 'x', ...more }, liaison(organ));
const others = (story: Story, ...left: string[]) =>
  round(story)
    .stands.map(({ organ }) => organ)
    .filter((organ) => !left.includes(organ));

describe('a desk', () => {
  it('is allocated by the ministry, and may be another later', () => {
    const allocate = { roundNo: 1, organ: 'METI', desk: '情報経済課' };
    const story = opened().when('AllocateDesk', allocate, liaison('METI'));
    expect(stand(story, 'METI')).toMatchObject({ desk: '情報経済課' });
    expect(story.when('AllocateDesk', allocate, liaison('METI')).types).toEqual([]);
    expect(story.refused('AllocateDesk', { ...allocate, organ: 'BOA' }, liaison('BOA')).type).toBe(
      'not-permitted',
    );
  });
});

describe('an objection to the allocation', () => {
  it('is made within one business day of the opening, and decided within one', () => {
    const story = opened();
    story.at = tokyo('2026-06-02', '17:00');
    object(story, 'MOD');
    expect(story.of('AllocationObjected')).toMatchObject({ objectionNo: 1, organ: 'MOD', claim: 'NOT_OURS' });
    expect(story.dossier!.clocks['allocation-1']).toMatchObject({
      ...{ holder: 'HQ', dueAt: tokyo('2026-06-04', '17:00') },
    });
    story.at = tokyo('2026-06-02', '17:01');
    expect(refusal(story, 'METI', { claim: 'NOT_OURS' }).extra).toMatchObject({
      ...{ rule: 'objection-window', until: tokyo('2026-06-02', '17:00') },
    });
  });

  it('has as much time after the round stood still as it had before', () => {
    const story = opened();
    const turn = (name: 'SuspendRound' | 'ResumeRound', date: string, time: string) => {
      story.at = tokyo(date, time);
      story.when(name, { roundNo: 1, reason: 'x' }, lead);
    };
    turn('SuspendRound', '2026-06-01', '10:05');
    turn('ResumeRound', '2026-06-03', '10:00');
    turn('SuspendRound', '2026-06-04', '11:00');
    turn('ResumeRound', '2026-06-09', '11:00');
    story.at = tokyo('2026-06-09', '17:00');
    object(story, 'MOD');
    turn('SuspendRound', '2026-06-10', '09:00');
    turn('ResumeRound', '2026-06-10', '10:00');
    expect(refusal(story, 'METI', { claim: 'NOT_OURS' }).extra).toMatchObject({
      ...{ rule: 'objection-window', until: tokyo('2026-06-09', '17:00') },
    });
  });

  it('stands when the secretariat does not decide', () => {
    const story = tick(object(opened(), 'MOD'), 'allocation-1', 'due');
    expect(story.of('AllocationRuled')).toEqual({
      roundNo: 1,
      objectionNo: 1,
      organ: 'MOD',
      ruling: 'STANDS',
    });
    expect(stand(story, 'MOD')!.released).toBeUndefined();
    expect(
      story.refused(
        'RuleOnAllocation',
        { roundNo: 1, objectionNo: 1, ruling: 'UPHELD', reason: 'x' },
        reviewer,
      ),
    ).toMatchObject({ detail: 'Objection 1 is decided: STANDS.' });
  });

  it('lets the organ go when it is upheld, an explicit one too, and nothing more is asked of it', () => {
    const story = rule(object(opened(), 'PPC'), 'UPHELD');
    expect(story.types).toEqual(['AllocationRuled', 'ClockStopped', 'ParticipantReleased']);
    expect(stand(story, 'PPC')).toMatchObject({ released: true, position: 'NOT_COMPETENT' });
    const speaking = { roundNo: 1, organ: 'PPC', position: 'CONCUR' };
    expect(story.refused('SetPosition', speaking, liaison('PPC')).detail).toContain('not competent');
    for (const organ of explicit(story)) if (organ !== 'PPC') say(story, organ);
    tick(story, 'round-1', 'due');
    expect(stand(story, 'PPC')!.silence).toBeUndefined();
    expect(story.when('ConcludeRound', { roundNo: 1 }, lead).dossier!.stage).toBe('CONSULTED');
  });

  it('leaves everything as it is when it is dismissed', () => {
    const story = rule(object(opened(), 'MOD'), 'DISMISSED');
    expect(story.types).toEqual(['AllocationRuled', 'ClockStopped']);
    expect(refusal(story, 'MOD', { claim: 'NOT_OURS' }).extra).toMatchObject({ rule: 'objected-once' });
  });

  it('brings in another organ when that is upheld, with the reason and who asked', () => {
    const story = rule(
      object(opened(), 'METI', { claim: 'ALSO', also: 'NPERS', reason: '公務員の研修' }),
      'UPHELD',
    );
    expect(story.types).toEqual(['AllocationRuled', 'ClockStopped', 'ParticipantAdded']);
    expect(stand(story, 'NPERS')).toEqual({
      ...{ organ: 'NPERS', mode: 'CONCUR', mandatoryExplicit: false },
      reasons: ['added at the request of METI: 公務員の研修'],
    });
    say(story, 'NPERS');
    expect(stand(story, 'NPERS')!.position).toBe('CONCUR');
  });

  it('brings in an organ that was only told, and says to whoever is too late what is left', () => {
    const story = opened({ participants: [{ organ: 'NPERS', mode: 'INFORM' }] });
    rule(object(story, 'METI', { claim: 'ALSO', also: 'NPERS' }), 'UPHELD');
    expect(stand(story, 'NPERS')!.mode).toBe('CONCUR');
    story.at = tokyo('2026-06-02', '17:01');
    expect(refusal(story, 'MOD', { claim: 'NOT_OURS' }).detail).toContain('say NOT_COMPETENT');
  });

  it('gives whom it brings in 24 working hours', () => {
    const story = opened({ dueAt: tokyo('2026-06-22', '17:00') });
    object(story, 'METI', { claim: 'ALSO', also: 'NPERS' });
    story.at = tokyo('2026-06-22', '11:00');
    rule(story, 'UPHELD');
    expect(story.of('RoundExtended')).toMatchObject({
      by: 'allocation',
      dueAt: tokyo('2026-06-25', '17:00'),
    });
    expect(round(story)).toMatchObject({ dueAt: tokyo('2026-06-25', '17:00'), extendedByLead: false });
    expect(story.dossier!.clocks['round-1']!.dueAt).toBe(round(story).dueAt);
  });

  it.each([
    [{ claim: 'ALSO' }, 'also: name the organ'],
    [{ claim: 'ALSO', also: 'XYZ' }, 'also: the cabinet has no organ XYZ'],
    [{ claim: 'ALSO', also: 'DA' }, 'also: DA leads this dossier'],
    [{ claim: 'ALSO', also: 'MOD' }, 'also: MOD is asked in round 1 already'],
    [{ claim: 'NOT_OURS', also: 'NPERS' }, 'also: is for the claim ALSO only'],
  ])('is refused when it says %j', (more, detail) => {
    expect(refusal(opened(), 'METI', more).detail).toContain(detail);
  });

  it('is waited for before the answers begin, and then they begin at once', () => {
    const story = object(opened(), 'MOD');
    for (const organ of others(story, 'MOD')) say(story, organ);
    expect(story.refused('ConcludeRound', { roundNo: 1 }, lead).extra['missing']).toEqual([
      { organ: 'MOD', why: 'may still speak until the due time' },
      { organ: 'MOD', why: 'objects to the allocation (no. 1), which is not decided' },
    ]);
    rule(story, 'UPHELD');
    expect(story.types.slice(-2)).toEqual(['RoundAnswered', 'ClockStopped']);
    expect(round(story).state).toBe('ANSWERING');
  });

  it('keeps all who have spoken waiting until it is dismissed or stands', () => {
    const story = object(opened(), 'METI', { claim: 'ALSO', also: 'NPERS' });
    for (const organ of others(story)) say(story, organ);
    expect(round(story).state).toBe('OPEN');
    expect(tick(story, 'allocation-1', 'due').types).toContain('RoundAnswered');
  });

  it('that nobody decided stands when the round ends', () => {
    const story = opened().when('AbandonRound', { roundNo: 1, reason: 'x' }, lead);
    story.when('OpenRound', { kind: 'EXPEDITED', reason: '急ぐ' }, endorser);
    story.at = tokyo('2026-06-02', '16:30');
    story.when(
      'ObjectAllocation',
      { roundNo: 2, organ: 'MOD', claim: 'NOT_OURS', reason: 'x' },
      liaison('MOD'),
    );
    tick(story, 'round-2', 'due');
    expect(story.of('AllocationRuled')).toMatchObject({ roundNo: 2, objectionNo: 1, ruling: 'STANDS' });
    expect(story.dossier!.clocks['allocation-1']!.running).toBe(false);
  });
});
