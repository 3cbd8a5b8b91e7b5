import fc from 'fast-check';
import type { Clause, DomainEvent, Participant } from '#contracts';
import { instantOf } from '../clock/index.js';
import { Story, approver, desk, exampleBody, intake, liaison, reviewer, setting, tick } from '../testing.js';
import { affectedParticipants, deltaOf } from './delta.js';

const clause = (id: string, children: Clause[] = [], tags?: Clause['tags']): Clause => ({
  ...{ id, text: `${id}の本文。`, children },
  ...(tags && { tags }),
});

const schools = [
  clause('c1'),
  clause('c3', [clause('c3.1'), clause('c3.2', [], ['personal-data'])]),
  clause('c5', [clause('c5.1', [], ['copyright']), clause('c5.2')]),
];

interface Draft {
  lead: string;
  clauses: Clause[];
  tags: string[];
  named?: { organ: string; mode: Participant['mode'] }[];
}

/** In consultation, the first round open. */
const circulated = ({ lead, clauses, tags, named = [] }: Draft): Story => {
  const story = new Story();
  story.at = instantOf('2026-06-01', '15:10', 'Asia/Tokyo');
  const body = { ...exampleBody('guideline', {}, { lead, competenceTags: tags }), clauses };
  return story
    .when('DraftDossier', body, desk(lead))
    .when('RequestApproval', {}, desk(lead))
    .when('ApproveDossier', {}, approver(lead))
    .when('FileDossier', {}, liaison(lead))
    .when('AcceptDossier', {}, intake)
    .when('OpenRound', { kind: 'FULL', participants: named }, liaison(lead));
};

const says = (story: Story, organ: string, clauseId?: string, kind = 'OPINION') =>
  story.when(
    'RaiseThread',
    {
      roundNo: 1,
      organ,
      thread: {
        kind,
        body: '意見',
        ...(kind === 'OPINION' && { weight: 'SHOULD' }),
        ...(clauseId && { clauseId }),
      },
    },
    desk(organ),
  );

const revise = (story: Story, lead: string, ids: string[], more: object = {}) =>
  story.when(
    'ReviseDossier',
    {
      type: 'guideline',
      clauseEdits: ids.map((clauseId) => ({
        ...{ op: 'replace', clauseId, text: `${clauseId}の本文、第${story.dossier!.current.no + 1}版。` },
      })),
      ...more,
    },
    desk(lead),
  );

const answering = (story: Story) => tick(story, 'round-1', 'due');
const affected = (story: Story, named: Draft['named'] = []) =>
  affectedParticipants(story.dossier!, setting, '2026-06-24', named);
const asked = (participants: Participant[]) =>
  participants.filter(({ mode }) => mode !== 'INFORM').map(({ organ }) => organ);
const reasons = (participants: Participant[], organ: string) =>
  participants.find((participant) => participant.organ === organ)?.reasons;

/** MEXT's guideline for schools after its first round. */
const g5 = () => {
  const story = circulated({
    lead: 'MEXT',
    clauses: schools,
    tags: ['education', 'children', 'copyright', 'personal-data'],
    named: [
      { organ: 'NPERS', mode: 'INPUT' },
      { organ: 'NCO', mode: 'INFORM' },
    ],
  });
  says(story, 'CFA', 'c3.2');
  says(story, 'MIC', 'c3.2');
  says(story, 'METI', 'c1', 'QUESTION');
  says(story, 'MOF', undefined, 'QUESTION');
  return answering(story);
};

describe('who must look again', () => {
  it('is asked of commenters and of those whose subject changed, each with the reason; 19 others are told (G5)', () => {
    const participants = affected(revise(g5(), 'MEXT', ['c3.2', 'c5.1']));
    expect(asked(participants)).toEqual(['PPC', 'CFA', 'MIC', 'ACA']);
    expect(participants.filter(({ mode }) => mode === 'INFORM')).toHaveLength(19);
    expect(reasons(participants, 'CFA')).toEqual(['commented on c3.2 (CFA#1), which changed']);
    expect(reasons(participants, 'PPC')).toEqual(['mandatory on personal-data, which c3.2 touches']);
    expect(reasons(participants, 'ACA')).toEqual(['mandatory on copyright, which c5.1 touches']);
    expect(reasons(participants, 'METI')).toEqual(['takes part; told of the change']);
    expect(participants.filter((p) => p.mandatoryExplicit).map(({ organ }) => organ)).toEqual(['PPC', 'ACA']);
  });

  it('is in the order of the cabinet, without the lead', () => {
    const order = setting.cabinet.organs.map(({ slug }) => slug);
    const organs = affected(revise(g5(), 'MEXT', ['c3.2'])).map(({ organ }) => organ);
    expect(organs).toEqual(order.filter((slug) => organs.includes(slug)));
    expect(organs).not.toContain('MEXT');
  });

  it('includes an organ whose opinion is satisfied elsewhere, not one with a question on another clause (G1)', () => {
    const story = circulated({
      lead: 'DA',
      clauses: [
        clause('c1', [clause('c1.3')]),
        clause('c4', [clause('c4.2', [], ['personal-data'])]),
        clause('c5'),
        clause('c6'),
      ],
      tags: ['procurement', 'personal-data', 'cyber', 'local-government'],
    });
    says(story, 'PPC', 'c4.2');
    says(story, 'MOF', 'c6', 'QUESTION');
    says(story, 'MOD', 'c1.3');
    says(story, 'METI', 'c5');
    says(story, 'MIC');
    answering(story);
    const annex = { op: 'insert', parent: null, after: 'c6', clause: clause('annex-1') };
    const edits = ['c1.3', 'c4.2', 'c5'].map((id) => ({ op: 'replace', clauseId: id, text: `${id}、改。` }));
    revise(story, 'DA', [], { clauseEdits: [...edits, annex] });
    const proof = { versionNo: 2, clauseId: 'annex-1', text: 'annex-1の本文。' };
    story.when(
      'AnswerThread',
      { thread: 'MIC#1', answer: '採用', disposition: 'ADOPTED', proof },
      desk('DA'),
    );
    expect(deltaOf(story.dossier!).changes).toHaveLength(4);
    expect(asked(affected(story))).toEqual(['PPC', 'MIC', 'METI', 'MOD']);
    expect(reasons(affected(story), 'MIC')).toEqual(['its opinion MIC#1 is satisfied in annex-1']);
  });

  it('goes by the place in the text: a comment on the clause around a change, and on one within it', () => {
    const story = g5();
    revise(story, 'MEXT', ['c3.1']);
    expect(asked(affected(story))).toEqual([]);
    const around = circulated({ lead: 'MEXT', clauses: schools, tags: [] });
    says(says(around, 'CFA', 'c3'), 'METI', 'c5.2');
    revise(answering(around), 'MEXT', ['c3.1', 'c5']);
    expect(reasons(affected(around), 'CFA')).toEqual(['commented on c3 (CFA#1), in which c3.1 changed']);
    expect(reasons(affected(around), 'METI')).toEqual(['commented on c5.2 (METI#1), in c5, which changed']);
  });

  it('includes whoever is competent on a subject the old or the new clause has, a child only by its own voice', () => {
    const story = circulated({ lead: 'MEXT', clauses: schools, tags: ['education'] });
    answering(story);
    const tagged = { op: 'replace', clauseId: 'c5.1', text: '改める。', tags: ['justice'] };
    revise(story, 'MEXT', [], { clauseEdits: [tagged] });
    expect(asked(affected(story))).toEqual(['MOJ', 'ACA']);
    expect(reasons(affected(story), 'MOJ')).toEqual(['competent on justice, which c5.1 touches']);
  });

  it('counts no comment that was withdrawn, and says of a removed clause that it was', () => {
    const story = g5();
    story.when('WithdrawThread', { thread: 'CFA#1' }, desk('CFA'));
    revise(story, 'MEXT', [], { clauseEdits: [{ op: 'remove', clauseId: 'c3.2' }] });
    expect(asked(affected(story))).toEqual(['PPC', 'MIC']);
    expect(reasons(affected(story), 'MIC')).toEqual(['commented on c3.2 (MIC#1), which was removed']);
  });

  it('asks whoever is concerned by a subject added to the head, and whoever is named; nobody affected is lessened', () => {
    const story = revise(g5(), 'MEXT', ['c3.2'], {
      head: { ...g5().dossier!.current.body.head, competenceTags: ['education', 'labour'] },
    });
    const participants = affected(story, [
      { organ: 'CFA', mode: 'INFORM' },
      { organ: 'NPERS', mode: 'INPUT' },
    ]);
    expect(asked(participants)).toEqual(['PPC', 'CFA', 'MIC', 'MHLW', 'NPERS']);
    expect(reasons(participants, 'MHLW')).toEqual(['competent on labour, a subject added since']);
    expect(participants.find(({ organ }) => organ === 'NPERS')).toMatchObject({
      mode: 'INPUT',
      reasons: ['named at opening'],
    });
  });

  it('asks all who were asked when something outside of the clauses changed', () => {
    const story = g5();
    revise(story, 'MEXT', [], { content: { ...story.dossier!.current.body.content, scope: '全ての学校' } });
    expect(asked(affected(story))).toHaveLength(22);
    expect(reasons(affected(story), 'MOE')).toEqual([
      'content.scope changed, which concerns all who were asked',
    ]);
  });

  it('is the same set when the events are read again, cut anywhere', () => {
    const story = revise(revise(g5(), 'MEXT', ['c3.2', 'c5.1']), 'MEXT', ['c3.1']);
    const expected = affected(story);
    const events = JSON.parse(JSON.stringify(story.events)) as DomainEvent[];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: events.length }), (cut) => {
        const early = new Story().resume(events.slice(0, cut));
        const again = new Story();
        again.dossier = JSON.parse(JSON.stringify(early.dossier)) as typeof again.dossier;
        expect(affected(again.resume(events.slice(cut)))).toEqual(expected);
      }),
    );
  });
});

type Rule = typeof affectedParticipants;

/** Every commenter on a clause that changed is asked, and nobody who takes part is forgotten. */
const asksCommenters = (rule: Rule) =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('CFA', 'METI', 'MOE', 'RA'),
          fc.constantFrom('c1', 'c3.1', 'c3.2', 'c5.1', 'c5.2'),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      fc.uniqueArray(fc.constantFrom('c1', 'c3.1', 'c3.2', 'c5.1', 'c5.2'), { minLength: 1 }),
      (comments, changed) => {
        const story = circulated({ lead: 'MEXT', clauses: schools, tags: [] });
        for (const [organ, id] of comments) says(story, organ, id);
        revise(answering(story), 'MEXT', changed);
        const participants = rule(story.dossier!, setting, '2026-06-24', []);
        const again = new Set(asked(participants));
        for (const [organ, id] of comments.filter(([, id]) => changed.includes(id)))
          expect([organ, id, again.has(organ)]).toEqual([organ, id, true]);
        const told = new Set(participants.map(({ organ }) => organ));
        for (const { organ } of story.dossier!.rounds[0]!.stands) expect(told).toContain(organ);
      },
    ),
    { numRuns: 40 },
  );

describe('commenters', () => {
  it('on a changed clause are always asked again', () => asksCommenters(affectedParticipants));

  it('are noticed when a variant forgets them', () => {
    const forgetful: Rule = (dossier, ...rest) => affectedParticipants({ ...dossier, threads: [] }, ...rest);
    expect(() => asksCommenters(forgetful)).toThrow();
  });

  it('on nothing that changed are not asked', () => {
    const story = circulated({ lead: 'MEXT', clauses: schools, tags: [] });
    revise(answering(says(story, 'RA', 'c3.1')), 'MEXT', ['c5.2']);
    expect(asked(affected(story))).toEqual([]);
  });
});

/** Concluded on the text of the first round. */
const concluded = () => {
  const story = g5();
  for (const { organ, mandatoryExplicit } of story.dossier!.rounds[0]!.stands)
    if (mandatoryExplicit)
      story.when('SetPosition', { roundNo: 1, organ, position: 'CONCUR' }, liaison(organ));
  for (const { ref, organ, kind } of story.dossier!.threads) {
    const disposition = kind === 'OPINION' && { disposition: 'EXPLAINED' };
    story.when('AnswerThread', { thread: ref, answer: '説明する。', ...disposition }, desk('MEXT'));
    story.when('CloseThread', { thread: ref }, desk(organ));
  }
  return story.when('ConcludeRound', { roundNo: 1 }, liaison('MEXT'));
};

const mark = (story: Story, clauseIds: string[], versionNo = story.dossier!.current.no) =>
  story.when('MarkEditorial', { versionNo, clauseIds, reason: '字句整理' }, reviewer);
const goOn = (story: Story) => story.when('BeginReview', {}, reviewer);

describe('changes of wording (字句整理)', () => {
  it('ask nobody again but tell everybody, and the text goes on as agreed (G5)', () => {
    const story = revise(concluded(), 'MEXT', ['c1']);
    expect(story.refused('BeginReview', {}, reviewer).extra).toMatchObject({
      rule: 'text-is-the-consulted-text',
    });
    mark(story, ['c1']);
    const { notified } = story.of('EditorialMarked')!;
    expect(notified).toEqual(expect.arrayContaining(['MEXT', 'PPC', 'NPERS', 'MOD']));
    expect(notified).toHaveLength(24);
    expect(deltaOf(story.dossier!).changes).toEqual([]);
    expect(goOn(story).dossier).toMatchObject({ stage: 'SECR_REVIEW' });
  });

  it('cover what the clause has become, not a later edit of it, nor another clause', () => {
    const story = mark(revise(concluded(), 'MEXT', ['c1', 'c5.1']), ['c1']);
    expect(deltaOf(story.dossier!)).toEqual({
      fromVersionNo: 1,
      changes: [{ clauseId: 'c5.1', change: 'changed' }],
    });
    revise(story, 'MEXT', ['c3.1']);
    mark(story, ['c5.1', 'c3.1']);
    expect(deltaOf(story.dossier!).changes).toEqual([]);
    revise(story, 'MEXT', ['c1']);
    expect(deltaOf(story.dossier!).changes.map(({ clauseId }) => clauseId)).toEqual(['c1']);
    expect(story.refused('BeginReview', {}, reviewer).type).toBe('guard-refused');
  });

  it('are marked on the present version, and on clauses that changed since the round', () => {
    const story = revise(concluded(), 'MEXT', ['c1']);
    const refusal = (data: object) =>
      story.refused('MarkEditorial', { reason: 'x', ...data }, reviewer).detail;
    expect(refusal({ versionNo: 1, clauseIds: ['c1'] })).toBe('versionNo: the present version is 2');
    expect(refusal({ versionNo: 2, clauseIds: ['c1', 'c5.1'] })).toBe(
      'clauseIds.1: c5.1 has not changed since the last formal round',
    );
  });

  it('do not cover a title that changed', () => {
    const story = concluded();
    const { head } = story.dossier!.current.body;
    revise(story, 'MEXT', ['c1'], { head: { ...head, title: { ja: '別の題名' } } });
    mark(story, ['c1']);
    expect(story.refused('BeginReview', {}, reviewer).extra).toMatchObject({
      rule: 'text-is-the-consulted-text',
    });
  });
});

describe('a revision while answers are given', () => {
  it('leaves the clocks of the round and of its threads alone', () => {
    const story = g5();
    const clocks = (of: Story) => Object.entries(of.dossier!.clocks).filter(([, clock]) => clock.running);
    const before = clocks(story);
    expect(before.map(([name]) => name)).toContain('answers-1');
    story.at = instantOf('2026-06-24', '11:00', 'Asia/Tokyo');
    revise(story, 'MEXT', ['c3.2']);
    expect(story.types).toEqual(['DossierRevised']);
    expect(clocks(story)).toEqual(before);
  });

  it('is refused while the round is open, since its text is being read', () => {
    const open = circulated({ lead: 'MEXT', clauses: schools, tags: [] });
    const edit = { type: 'guideline', clauseEdits: [{ op: 'remove', clauseId: 'c1' }] };
    expect(open.refused('ReviseDossier', edit, desk('MEXT')).extra).toMatchObject({ rule: 'round-not-open' });
  });
});
