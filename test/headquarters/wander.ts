import type { DomainEvent } from '#contracts';
import { actor, participant, sha, Story } from './given-events';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};
export type Random = () => number;

export const pick = <One>(random: Random, from: readonly One[]): One =>
  from[Math.floor(random() * from.length)]!;

export const LEADS = ['METI', 'MLIT', 'MHLW', 'MOF', 'DA', 'MOE', 'HQ'] as const;
const PILLARS = ['P1', 'P2', 'P3', 'P4'] as const;

type Move = (story: Story, random: Random) => void;

const open: Move = (story, random) => {
  const organs = LEADS.filter((slug) => slug !== story.lead && random() < 0.4);
  story.consulted([...organs, 'PPC'].map((slug) => participant(slug, slug === 'PPC')));
};
const speak: Move = (story, random) => {
  if (story.waiting.length > 0) story.position(pick(random, story.waiting));
};
const ask: Move = (story, random) => {
  if (story.waiting.length === 0) return;
  const organ = pick(random, story.waiting);
  const asked = story.events.filter(
    ({ event }) => event.type === 'ThreadRaised' && event.data.organ === organ,
  ).length;
  const thread = `${organ}#${asked + 1}`;
  const { roundNo, versionNo } = story;
  const what = { kind: 'QUESTION', weight: 'NOTE', body: '点検の what and why?', late: false } as const;
  story.add({ type: 'ThreadRaised', data: { roundNo, thread, organ, versionNo, ...what } }, actor(organ));
  if (random() < 0.7) story.add({ type: 'ThreadAnswered', data: { thread, answer: 'because' } });
};
const deadline: Move = (story) => {
  const { roundNo } = story;
  story.add({ type: 'RoundDeadlinePassed', data: { roundNo } });
  for (const organ of story.waiting) {
    const as = organ === 'PPC' ? 'OVERDUE_EXPLICIT' : 'DEEMED_NO_OPINION';
    story.add({ type: 'SilenceRecorded', data: { roundNo, organ, as } });
  }
};
const to =
  (event: (story: Story) => DomainEvent): Move =>
  (story) =>
    story.add(event(story), actor('HQ', 'SECR_DIRECTOR'));
const clock: Move = (story, random) => {
  story.clock(
    pick(random, ['review', 'idle-draft', 'ministry-approval']),
    pick(random, [story.lead, 'HQ']),
    random() * 20 - 10,
  );
};
const tick: Move = (story) => {
  const last = [...story.events].reverse().find(({ event }) => event.type === 'ClockStarted')?.event;
  if (last?.type !== 'ClockStarted') return;
  const { clock: name, epoch, holder, dueAt } = last.data;
  story.add({ type: 'ClockOverdue', data: { clock: name, epoch, holder, dueAt, markAt: dueAt } });
  if (epoch % 2 === 0) story.add({ type: 'ClockStopped', data: { clock: name, epoch } });
};
const conclude: Move = (story) => story.concluded();
const withdraw: Move = (story) => story.withdrawn();
const lapse: Move = (story) => {
  story.add(
    { type: 'DossierLapsed', data: { stage: 'LAPSED', clock: 'resubmission' } },
    actor('HQ', 'SYSTEM'),
  );
};
const file: Move = (story) => story.filed();
const overlap: Move = (story) => {
  const similar = [
    { dossierId: others.get(story) ?? story.id, lead: 'METI', title: { en: 'x' }, score: 0.5 },
  ];
  story.add({ type: 'OverlapsFound', data: { versionNo: story.versionNo, similar } });
};
const others = new WeakMap<Story, string>();

const moves: Record<string, Move[]> = {
  DRAFT: [
    file,
    file,
    (story, random) => story.revised({ title: { en: `Renamed ${random()}` } }),
    clock,
    withdraw,
    lapse,
  ],
  FILED: [
    (story) => story.accepted(),
    (story) => story.accepted(),
    (story) => story.returned(),
    clock,
    overlap,
  ],
  RETURNED: [
    (story, random) => story.revised({ title: { en: `Renamed ${random()}` } }),
    (story) => story.revised(),
    withdraw,
    clock,
    lapse,
  ],
  ACCEPTED: [
    (story, random) => (story.type === 'guideline' ? open(story, random) : story.inReview()),
    overlap,
  ],
  IN_REVIEW: [
    (story) => story.endorsed(),
    open,
    (story) => story.returned(),
    clock,
    to(() => ({ type: 'EndorsementDeclined', data: { stage: 'DECLINED_TO_ENDORSE', reason: '所掌外' } })),
  ],
  CONSULTATION: [speak, speak, speak, ask, deadline, conclude, withdraw, (story) => story.returned()],
  CONSULTED: [to(() => ({ type: 'ReviewBegun', data: { stage: 'SECR_REVIEW' } }))],
  SECR_REVIEW: [
    to((story) => ({
      type: 'DossierDecided',
      data: {
        stage: 'DECIDED',
        body: 'HEADQUARTERS',
        decidedOn: '2026-04-01',
        reference: '1',
        sha256: sha(story.id),
      },
    })),
    (story) => story.returned(),
    withdraw,
  ],
  ENDORSED: [to(() => ({ type: 'DossierActivated', data: { stage: 'ACTIVE' } })), clock, tick],
  DECIDED: [
    to(() => ({
      type: 'DossierPublished',
      data: { stage: 'PUBLISHED', url: 'https://example.go.jp', language: 'ja', publishedOn: '2026-04-02' },
    })),
  ],
};

/** Stories that go on at random, each by moves its procedure allows. */
export const wander = (random: Random, count: number): Story[] => {
  const stories: Story[] = [];
  for (let i = 0; i < count; i++) {
    const lead = pick(random, LEADS);
    const coLeads = random() < 0.2 ? [pick(random, LEADS)] : [];
    const pillars = PILLARS.filter(() => random() < 0.4);
    const story = new Story(random() < 0.4 ? 'guideline' : 'initiative', {
      lead,
      coLeads,
      pillars,
      title: { en: `Dossier ${i}` },
    });
    others.set(story, stories.length > 0 ? pick(random, stories).id : story.id);
    story.drafted();
    for (let step = Math.floor(random() * 20); step > 0; step--) {
      const possible = moves[story.stage];
      if (!possible) break;
      pick(random, possible)(story, random);
    }
    if (random() < 0.5) tick(story, random);
    stories.push(story);
  }
  return stories;
};

/** Stories whose first version only the secretariat saw, and whose second goes further. */
export const secondTries = (random: Random, count: number): Story[] => {
  const stories: Story[] = [];
  for (let i = 0; i < count; i++) {
    const lead = pick(random, LEADS);
    const story = new Story('initiative', { lead, title: { en: `Dossier first ${i}` } }).filed().returned();
    story.revised({ title: { en: `Dossier second ${i}` } }).inReview();
    const further = pick<() => void>(random, [
      () => open(story, random),
      () => void story.endorsed(),
      () => {
        open(story, random);
        story.concluded().endorsed();
      },
    ]);
    further();
    others.set(story, story.id);
    stories.push(story);
  }
  return stories;
};
