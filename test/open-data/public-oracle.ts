import type { DomainEvent, DossierBody } from '#contracts';
import { actor, participant, Story } from '../headquarters/given-events';
import { LEADS, pick, wander, type Random } from '../headquarters/wander';

const on = '2026-04-02';
const url = 'https://example.go.jp/x';

/** What follows a decision, or a notice of public comment, at random. */
const further = (story: Story, random: Random, others: Story[]): void => {
  const director = actor('HQ', 'SECR_DIRECTOR');
  const add = (event: DomainEvent) => void story.add(event, director);
  const publish = (stage: string) =>
    add({
      type: 'DossierPublished',
      data: { stage, url, language: pick(random, ['ja', 'en']), publishedOn: on },
    });
  if (story.stage === 'CONSULTED' && random() < 0.7) comment(story, random);
  if (['ENDORSED', 'ACTIVE'].includes(story.stage))
    for (let n = random() * 3; n > 1; n--) publish(story.stage);
  if (story.stage === 'DECIDED' && random() < 0.8) publish('PUBLISHED');
  if (story.stage !== 'PUBLISHED' || random() < 0.3) return;
  add({ type: 'DossierActivated', data: { stage: 'IN_FORCE' } });
  if (random() < 0.5)
    add({ type: 'DossierAmending', data: { stage: 'AMENDING', successorId: pick(random, others).id } });
  if (random() < 0.6) add({ type: 'DossierRepealed', data: { stage: 'REPEALED', reason: 'secret-reason' } });
};

const comment = (story: Story, random: Random): void => {
  const at = '2026-06-01T00:00:00.000Z';
  const sha256 = story.hash();
  const kind = {
    kind: 'VOLUNTARY',
    derivedKind: 'VOLUNTARY',
    days: 14,
    versionNo: story.versionNo,
    sha256,
  } as const;
  const rest = { openAt: at, closeAt: at, materials: [], warnings: [] };
  story.add({ type: 'PublicCommentOpened', data: { stage: 'PUBLIC_COMMENT', ...kind, ...rest } });
  const counted = { received: 3, unique: 2 };
  story.add({ type: 'PublicCommentClosed', data: { stage: 'REVISION', ...counted, digest: sha256 } });
  for (const groupNo of [1, 2])
    story.add({
      type: 'CommentGroupDisposed',
      data: { groupNo, gist: 'gist', count: groupNo, response: 'response', changeMade: false },
    });
  const abandoned = random() < 0.4;
  if (abandoned)
    story.add({ type: 'CommentAbandoned', data: { stage: 'ABANDONED_AFTER_COMMENT', reason: '再検討' } });
  if (random() < 0.3) return;
  const stage = abandoned ? 'ABANDONED' : 'REVISION';
  const result = { ...counted, statement: 'three', abandoned, url, publishedOn: on };
  story.add({ type: 'CommentResultPublished', data: { stage, ...result } });
};

const withReservation = (event: DomainEvent): void => {
  if (event.type !== 'DossierDecided') return;
  const said = { body: 'kept words', reason: 'because', level: 2 };
  event.data.reservations = [{ thread: 'PPC#1', organ: 'PPC', ...said }];
  event.data.statements = [{ organ: 'PPC', text: 'secret-statement' }];
};

/** A story that comes at least to the end of its consultation, or to its endorsement. */
const advanced = (random: Random, no: number): Story => {
  const type = random() < 0.7 ? 'guideline' : 'initiative';
  const story = new Story(type, { lead: pick(random, LEADS), title: { en: `Later ${no}` } }).accepted();
  if (random() < 0.3)
    story
      .returned()
      .revised({ title: { en: `Later ${no} again` } })
      .filed()
      .accepted();
  if (type === 'initiative') return story.endorsed();
  story
    .consulted([participant('PPC')])
    .position('PPC')
    .concluded();
  if (random() < 0.5) return story;
  const decision = {
    stage: 'DECIDED',
    body: 'HEADQUARTERS',
    decidedOn: on,
    reference: '1',
    sha256: story.hash(),
  };
  return story.add({ type: 'DossierDecided', data: decision }, actor('HQ', 'SECR_DIRECTOR'));
};

/** Stories at random to every end, some versions of which are marked 機密性2 or restricted in their handling. */
export const publicStories = (random: Random, count: number): Story[] => {
  const stories = [
    ...wander(random, count),
    ...Array.from({ length: 2 * count }, (_, no) => advanced(random, no)),
  ];
  for (const story of stories) {
    further(story, random, stories);
    const marked = random() < 0.3;
    for (const { event } of story.events) {
      withReservation(event);
      if (!('version' in event.data) || !marked || random() < 0.3) continue;
      const { head } = event.data.version.body;
      const handling = random() < 0.5 ? [] : ['関係者限り'];
      event.data.version.body = {
        ...event.data.version.body,
        head: { ...head, marking: { confidentiality: handling.length > 0 ? 1 : 2, handling } },
      };
    }
  }
  return stories;
};

const isMarked = ({ head: { marking } }: DossierBody) =>
  marking.confidentiality !== 1 || marking.handling.length > 0;

/** The text as it was before an event of the story. */
const textBefore = ({ events }: Story, nth: number): DossierBody =>
  events
    .slice(0, nth)
    .flatMap(({ event }) => ('version' in event.data ? [event.data.version.body] : []))
    .at(-1)!;

const isPublic = (story: Story): boolean =>
  story.events.some(
    ({ event }, nth) => event.type === 'DossierPublished' && !isMarked(textBefore(story, nth)),
  );

const has = ({ events }: Story, type: string): boolean => events.some(({ event }) => event.type === type);

/** Whether a text was marked before the first event of a type. */
const markedBefore = ({ events }: Story, type: string): boolean =>
  events
    .slice(
      0,
      events.findIndex(({ event }) => event.type === type),
    )
    .some(({ event }) => 'version' in event.data && isMarked(event.data.version.body));

const statusOf = (story: Story, stories: readonly Story[]): string => {
  if (has(story, 'DossierRepealed')) {
    const amending = story.events.flatMap(({ event }) =>
      event.type === 'DossierAmending' ? [event.data.successorId] : [],
    );
    return stories.some((one) => amending.includes(one.id) && isPublic(one)) ? 'REVISED' : 'ABOLISHED';
  }
  if (!has(story, 'DossierActivated')) return 'PUBLISHED';
  return story.type === 'guideline' ? 'IN_FORCE' : 'UNDER_WAY';
};

/** What the public may know of a story, told once more in plain words: names of entries, of a dossier with its status. */
export const publicly = (story: Story, stories: readonly Story[]): string[] => {
  const { id } = story;
  const found: string[] = [];
  if (isPublic(story)) {
    found.push(`dossier ${id} ${statusOf(story, stories)}`);
    if (has(story, 'DossierDecided') || has(story, 'DossierEndorsed')) found.push(`decision of ${id}`);
    if (has(story, 'DossierDecided') && !markedBefore(story, 'DossierDecided'))
      found.push(`reservation ${id}`);
  }
  if (has(story, 'CommentResultPublished') && !markedBefore(story, 'CommentResultPublished')) {
    found.push(`comment ${id}`, `comment ${id} 1`, `comment ${id} 2`);
    if (has(story, 'CommentAbandoned')) found.push(`dossier ${id} GIVEN_UP`, `decision of ${id}`);
  }
  return found;
};
