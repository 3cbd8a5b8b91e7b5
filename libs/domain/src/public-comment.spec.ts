import * as fc from 'fast-check';
import {
  agreed,
  approvedAtLast,
  commented,
  digest,
  meetingOn,
  onAgenda,
  published,
  reviewed,
} from './guideline-testing.js';
import { addCalendarDays, localDate } from './clock/index.js';
import { react } from './react.js';
import { desk, director, kyogi, liaison, tick, type Story, tokyo } from './testing.js';

const order = { instrumentClass: 'REVIEW_STANDARD', citesLaw: false };
const lead = liaison('DA');
const open = (story: Story, data: object = {}) => story.when('OpenPublicComment', data, lead);

/** An order whose legal check its own jurists made. */
const reviewedOrder = () => {
  const story = reviewed();
  // The class alone makes it an order; the way through the legal check has its own spec.
  const { current } = story.dossier!;
  const content = { ...(current.body.content as object), ...order };
  story.dossier = { ...story.dossier!, current: { ...current, body: { ...current.body, content } as never } };
  return story;
};

const group = (groupNo: number, count: number, more: object = {}) => ({
  groupNo,
  count,
  gist: '経過措置を設けるべき',
  response: '原案のとおりとする。',
  changeMade: false,
  ...more,
});

describe('opening a public comment', () => {
  it('is voluntary for an agreement: 14 days, to the end of the last one, on exactly this text', () => {
    const story = open(reviewed());
    expect(story.of('PublicCommentOpened')).toMatchObject({
      stage: 'PUBLIC_COMMENT',
      kind: 'VOLUNTARY',
      derivedKind: 'VOLUNTARY',
      days: 14,
      closeAt: tokyo('2026-06-16', '00:00'),
      sha256: story.dossier!.current.sha256,
      warnings: [],
    });
    expect(story.dossier?.clocks['public-comment']).toMatchObject({
      holder: 'DA',
      dueAt: tokyo('2026-06-16', '00:00'),
      running: true,
    });
  });

  it('is refused for a text that is marked: it would be published', () => {
    const marked = (confidentiality: 1 | 2, handling: string[]) => {
      const story = reviewed();
      const { current } = story.dossier!;
      const head = { ...current.body.head, marking: { confidentiality, handling } };
      story.dossier = {
        ...story.dossier!,
        current: { ...current, body: { ...current.body, head } },
      };
      return story;
    };
    for (const story of [marked(2, []), marked(1, ['関係者限り'])])
      expect(story.refused('OpenPublicComment', {}, lead).extra).toEqual({ rule: 'comment-marking' });
    expect(open(marked(1, [])).dossier?.stage).toBe('PUBLIC_COMMENT');
  });

  it('warns of a short voluntary call with what industry said of one', () => {
    const story = open(reviewed(), { closeOn: '2026-06-08' });
    expect(story.of('PublicCommentOpened')).toMatchObject({
      days: 7,
      warnings: [expect.stringContaining('asked for one month')],
    });
    expect(open(reviewed(), { closeOn: '2026-06-11' }).of('PublicCommentOpened')?.warnings).toEqual([]);
  });

  it('is statutory for an order: 30 days at least, and the refusal says the earliest end', () => {
    const story = reviewedOrder();
    expect(story.refused('OpenPublicComment', { closeOn: '2026-06-30' }, lead)).toMatchObject({
      type: 'guard-refused',
      extra: { rule: 'statutory-period', earliest: '2026-07-01' },
    });
    expect(open(story).of('PublicCommentOpened')).toMatchObject({
      kind: 'STATUTORY_ART39',
      days: 30,
      closeAt: tokyo('2026-07-02', '00:00'),
    });
  });

  it('is shortened only with a published reason, and an order is never made voluntary', () => {
    const short = { kind: 'ART40_SHORT', closeOn: '2026-06-15' };
    const rule = (data: object, story = reviewedOrder()) =>
      story.refused('OpenPublicComment', data, lead).extra['rule'];
    expect(rule(short)).toBe('reason-if-short');
    expect(rule({ kind: 'VOLUNTARY', kindReason: 'x' })).toBe('statutory-comment');
    expect(rule({ ...short, reasonIfShort: 'x', closeOn: '2026-07-01' })).toBe('art-40');
    expect(rule({ ...short, reasonIfShort: 'x' }, reviewed())).toBe('art-40');
    expect(
      open(reviewedOrder(), { ...short, reasonIfShort: '国際約束' }).of('PublicCommentOpened'),
    ).toMatchObject({
      kind: 'ART40_SHORT',
      derivedKind: 'STATUTORY_ART39',
      reasonIfShort: '国際約束',
      days: 14,
    });
  });

  it('may be made statutory with a reason', () => {
    const data = { kind: 'STATUTORY_ART39' };
    expect(reviewed().refused('OpenPublicComment', data, lead).extra).toEqual({ rule: 'kind-reason' });
    expect(open(reviewed(), { ...data, kindReason: '影響が大きい' }).of('PublicCommentOpened')).toMatchObject(
      {
        kind: 'STATUTORY_ART39',
        days: 30,
        kindReason: '影響が大きい',
      },
    );
  });

  it('ends on a day to come', () => {
    expect(reviewed().refused('OpenPublicComment', { closeOn: '2026-06-01' }, lead).type).toBe(
      'invalid-content',
    );
  });

  it('grants a statutory comment 30 days whatever the day and the hour, and takes nothing shorter', () => {
    const day = 86_400;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 * day }),
        fc.integer({ min: 1, max: 60 }),
        (seconds, days) => {
          const story = reviewedOrder();
          story.at = new Date(Date.parse('2026-06-01T15:00:00Z') + seconds * 1_000).toISOString();
          const closeOn = addCalendarDays(localDate(story.at, 'Asia/Tokyo'), days);
          if (days < 30)
            return expect(story.refused('OpenPublicComment', { closeOn }, lead).type).toBe('guard-refused');
          const { openAt, closeAt } = open(story, { closeOn }).of('PublicCommentOpened')!;
          return expect(Date.parse(closeAt) - Date.parse(openAt)).toBeGreaterThanOrEqual(30 * day * 1_000);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('closing a public comment', () => {
  it('follows the due time by a step of the machine, never comes before it', () => {
    const story = open(reviewed());
    const none = { received: 0, unique: 0, digest };
    expect(story.refused('ClosePublicComment', none, kyogi).extra).toMatchObject({ rule: 'comment-open' });
    tick(story, 'public-comment', 'due');
    const [due] = story.last;
    expect(react(due!, story.dossier!)).toMatchObject([{ do: 'step', name: 'close-comments' }]);
    story.when('ClosePublicComment', none, kyogi);
    expect(story.dossier?.stage).toBe('REVISION');
    expect(story.dossier?.clocks['public-comment']?.running).toBe(false);
  });
});

describe('answering comments', () => {
  it('is done by groups, the latest answer of each, until all that were received are answered', () => {
    const story = commented(5);
    expect(story.refused('RequestFinalApproval', {}, lead).extra).toEqual({
      rule: 'comments-disposed',
      open: 5,
    });
    story.when('DisposeComments', group(1, 4), lead).when('DisposeComments', group(1, 3), lead);
    expect(story.refused('DisposeComments', group(2, 3), lead).extra).toEqual({
      rule: 'comments-received',
      received: 5,
      left: 2,
    });
    story.when('DisposeComments', group(2, 2, { changeMade: true, clauseId: 'c4.2' }), lead);
    story.when('RequestFinalApproval', {}, lead);
    expect(story.dossier?.stage).toBe('FINAL_APPROVAL');
  });

  it('names the clause that was changed, one of the present text', () => {
    const story = commented(1);
    expect(story.refused('DisposeComments', group(1, 1, { changeMade: true }), lead).detail).toContain(
      'clauseId',
    );
    expect(story.refused('DisposeComments', group(1, 1, { clauseId: 'c99' }), lead).detail).toContain('c99');
  });

  it('has nothing to do when there were none, and the result says so', () => {
    const story = commented(0);
    story.when('PublishCommentResult', { url: 'https://e-gov.go.jp/1', publishedOn: '2026-06-16' }, lead);
    expect(story.of('CommentResultPublished')).toMatchObject({
      received: 0,
      statement: expect.stringContaining('No comments were received'),
      abandoned: false,
    });
    expect(
      story.refused('PublishCommentResult', { url: 'https://e.jp', publishedOn: '2026-06-16' }, lead).extra,
    ).toEqual({ rule: 'comment-result-final' });
  });
});

describe('after the comment', () => {
  const result = { url: 'https://e-gov.go.jp/1', publishedOn: '2026-06-16' };

  it('a changed text is asked about again in a delta round before it is approved', () => {
    const story = commented(1).when('DisposeComments', group(1, 1), lead);
    story.when(
      'ReviseDossier',
      { type: 'guideline', clauseEdits: [{ op: 'replace', clauseId: 'c4.2', text: '学習利用を禁じる。' }] },
      desk('DA'),
    );
    expect(story.refused('RequestFinalApproval', {}, lead).extra).toMatchObject({
      rule: 'text-is-the-consulted-text',
    });
    agreed(story, 2, { kind: 'DELTA', participants: [{ organ: 'METI', mode: 'CONCUR' }] });
    expect(story.dossier?.stage).toBe('REVISION');
    expect(story.when('RequestFinalApproval', {}, lead).dossier?.stage).toBe('FINAL_APPROVAL');
  });

  it('an order cannot be approved without one, and nothing is opened twice', () => {
    expect(reviewedOrder().refused('RequestFinalApproval', {}, lead).extra).toEqual({
      rule: 'public-comment-not-required',
    });
    expect(commented(0).refused('OpenPublicComment', {}, lead).extra).toEqual({ rule: 'not-yet-commented' });
  });

  it('the dossier is published only with or after the result', () => {
    const story = approvedAtLast(commented(0));
    onAgenda(story, '2026-06-30');
    story.at = tokyo('2026-06-30');
    story.when('DecideDossier', { decidedOn: '2026-06-30', reference: '第4回' }, director);
    const publication = published('2026-06-30');
    expect(story.refused('PublishDossier', publication, lead).extra).toEqual({
      rule: 'comment-result-published',
    });
    story.when('PublishCommentResult', { ...result, publishedOn: '2026-06-30' }, lead);
    expect(story.when('PublishDossier', publication, lead).dossier?.stage).toBe('PUBLISHED');
  });

  it('giving up is published, with the number received; withdrawing without a word is not possible', () => {
    const story = commented(3);
    expect(story.refused('WithdrawDossier', { reason: 'x' }, lead).extra).toEqual({
      rule: 'not-yet-commented',
    });
    story.when('AbandonAfterComment', { reason: '再検討' }, lead);
    expect(story.of('ClockStarted')?.clock).toBe('abandonment-notice');
    story.when('PublishCommentResult', result, lead);
    expect(story.of('CommentResultPublished')).toMatchObject({
      stage: 'ABANDONED',
      abandoned: true,
      received: 3,
      statement: expect.stringMatching(/3 comments were received.*given up/),
    });
    expect(story.dossier?.stage).toBe('ABANDONED');
  });

  it('what came in until it was given up is counted before that is published', () => {
    const story = open(reviewed());
    story.at = tokyo('2026-06-05');
    story.when('AbandonAfterComment', { reason: '再検討' }, lead);
    expect(react(story.last[0]!, story.dossier!)).toMatchObject([{ do: 'step', name: 'close-comments' }]);
    const today = { ...result, publishedOn: '2026-06-05' };
    expect(story.refused('PublishCommentResult', today, lead).extra).toEqual({ rule: 'comment-counted' });
    story.when('ClosePublicComment', { received: 2, unique: 1, digest }, kyogi);
    story.when('PublishCommentResult', today, lead);
    expect(story.of('CommentResultPublished')).toMatchObject({ received: 2, unique: 1, abandoned: true });
  });

  it('a guideline that was never commented on may be withdrawn or decided without a result', () => {
    expect(reviewed().refused('AbandonAfterComment', { reason: 'x' }, lead).type).toBe(
      'not-allowed-in-stage',
    );
    expect(meetingOn).toBe('2026-06-10');
  });
});
