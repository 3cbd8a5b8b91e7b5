import type { Role } from '#contracts';
import { approver, desk, director, exampleBody, filed, intake, liaison, reviewer, Story } from './testing.js';

const officer = (role: Role, person: string) => ({ person, organ: 'HQ', role });
const seconded = officer('SECR_REVIEWER', 'hq-seconded');

/** An initiative of MLIT that the secretariat has received; a reviewer is tied to MLIT, another to nobody. */
const received = (coLeads: string[] = []): Story => {
  const story = new Story().when('DraftDossier', exampleBody('initiative', {}, { coLeads }), desk('MLIT'));
  story.when('RequestApproval', {}, desk('MLIT')).when('ApproveDossier', {}, approver('MLIT'));
  const { sha256 } = story.dossier!.current;
  for (const organ of coLeads) story.when('SignVersion', { organ, sha256 }, liaison(organ));
  story.when('FileDossier', {}, liaison('MLIT')).when('AcceptDossier', {}, intake);
  story.ties['hq-seconded'] = ['MLIT', 'MOF'];
  return story;
};
const refusal = (story: Story, by = seconded) => story.refused('BeginReview', {}, by);

describe('recusal (回避)', () => {
  it('keeps an officer tied to the lead from judging, and says how to go on', () => {
    const refused = refusal(received());
    expect(refused).toMatchObject({ type: 'recused', extra: { rule: 'recusal', ties: ['MLIT'] } });
    expect(refused.detail).toContain('the director may override it');
    expect(received().when('BeginReview', {}, reviewer).dossier?.stage).toBe('IN_REVIEW');
  });

  it('looks at co-leads too, and at nobody else', () => {
    const tied = (organs: string[], coLeads: string[] = []) => {
      const story = received(coLeads);
      story.ties['hq-seconded'] = organs;
      return story;
    };
    expect(refusal(tied(['MHLW'], ['MHLW'])).extra.ties).toEqual(['MHLW']);
    expect(tied(['MHLW']).when('BeginReview', {}, seconded).dossier?.stage).toBe('IN_REVIEW');
  });

  it('is of every judgement, and of nothing else', () => {
    const reviewed = received().when('BeginReview', {}, reviewer);
    const chief = officer('SECR_APPROVER', 'hq-seconded');
    const types = [filed('initiative'), filed('initiative'), reviewed, reviewed].map((story, i) => {
      story.ties['hq-seconded'] = ['MLIT'];
      const [name, data, by] = (
        [
          ['AcceptDossier', {}, officer('SECR_INTAKE', 'hq-seconded')],
          ['ReturnDossier', { reasons: ['x'] }, officer('SECR_INTAKE', 'hq-seconded')],
          ['EndorseDossier', {}, chief],
          ['DeclineToEndorse', { reason: 'x' }, chief],
        ] as const
      )[i]!;
      return story.refused(name, data, by).type;
    });
    expect(new Set(types)).toEqual(new Set(['recused']));
    const round = { participants: [{ organ: 'MIC', mode: 'CONCUR' }] };
    expect(reviewed.when('OpenRound', round, seconded).types).toContain('RoundOpened');
  });

  it('holds for who acts in the place of a tied officer', () => {
    const story = received();
    const delegate = { ...reviewer, person: 'hq-free', onBehalfOf: 'hq-seconded' };
    story.ties['hq-free'] = ['MLIT'];
    expect(refusal(story, delegate).type).toBe('recused');
  });

  it('remembers who worked on this dossier for its lead, for two years', () => {
    const story = filed('initiative').when('AcceptDossier', {}, intake);
    const former = officer('SECR_REVIEWER', liaison('MLIT').person);
    expect(story.refused('BeginReview', {}, former)).toMatchObject({
      type: 'recused',
      extra: { ties: ['MLIT'] },
    });
    story.at = '2028-06-02T01:00:00.000Z';
    expect(story.when('BeginReview', {}, former).types).toContain('ReviewBegun');
  });

  it('by hand is for an officer themself, and for the director', () => {
    const free = officer('SECR_REVIEWER', 'hq-free');
    const data = { person: 'hq-free', reason: '親族が受託事業者に在籍' };
    expect(received().refused('RecuseOfficer', data, reviewer)).toMatchObject({
      type: 'not-permitted',
      extra: { rule: 'recusal-of-another' },
    });
    for (const [by, as] of [
      [free, 'self'],
      [director, 'director'],
    ] as const) {
      const story = received().when('RecuseOfficer', data, by);
      expect(story.of('OfficerRecused')).toEqual({ ...data, by: as });
      const refused = refusal(story, free);
      expect(refused).toMatchObject({ type: 'recused', extra: { ties: [] } });
    }
  });

  it('is overridden by the director, for others only, until the officer is recused again', () => {
    const story = received();
    const data = { person: 'hq-seconded', reason: '他に専門の審査官がいない' };
    story.when('OverrideRecusal', data, director);
    const own = { person: director.person, reason: 'x' };
    expect(story.refused('OverrideRecusal', own, director).extra.rule).toBe('own-recusal');
    story.when('RecuseOfficer', { ...data, reason: '本人の申出' }, seconded);
    expect(refusal(story).type).toBe('recused');
    story.when('OverrideRecusal', data, director);
    expect(story.when('BeginReview', {}, seconded).types).toContain('ReviewBegun');
  });

  it('that was overridden for a delegate still holds for whoever they act for', () => {
    const story = received().when('OverrideRecusal', { person: 'hq-free', reason: 'x' }, director);
    const chief = officer('SECR_REVIEWER', 'hq-chief');
    story.when('RecuseOfficer', { person: 'hq-chief', reason: '親族が受託事業者に在籍' }, chief);
    const delegate = { ...reviewer, person: 'hq-free', onBehalfOf: 'hq-chief' };
    expect(refusal(story, delegate).type).toBe('recused');
    story.when('OverrideRecusal', { person: 'hq-chief', reason: 'x' }, director);
    expect(story.when('BeginReview', {}, delegate).types).toContain('ReviewBegun');
  });

  it('holds for moving the case to other rules and for reserving a MUST of another ministry', () => {
    const moved = received();
    moved.ties['hq-head'] = ['MLIT'];
    const head = officer('SECR_DIRECTOR', 'hq-head');
    expect(moved.refused('MoveProcedure', { version: 1, reason: 'x' }, head).type).toBe('recused');
    const chief = officer('SECR_APPROVER', 'hq-seconded');
    expect(received().refused('ReserveThread', { thread: 'METI#1', reason: 'x' }, chief).type).toBe(
      'recused',
    );
  });

  it('does not make the secretariat a stranger to what it leads itself', () => {
    const own = new Story().when('DraftDossier', exampleBody('initiative', {}, { lead: 'HQ' }), desk('HQ'));
    own.when('RequestApproval', {}, desk('HQ')).when('ApproveDossier', {}, approver('HQ'));
    own.when('FileDossier', {}, liaison('HQ')).when('AcceptDossier', {}, intake);
    expect(own.when('BeginReview', {}, reviewer).types).toContain('ReviewBegun');
  });
});
