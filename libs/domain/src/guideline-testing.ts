import {
  approver,
  director,
  endorser,
  filed,
  intake,
  kyogi,
  liaison,
  reviewer,
  tick,
  type Story,
  tokyo,
} from './testing.js';

/** A round on the present text with which everybody concurs. */
export const agreed = (story: Story, roundNo: number, data: object = {}): Story => {
  story.when('OpenRound', data, liaison('DA'));
  for (const { organ, mode } of story.of('RoundOpened')!.participants)
    if (mode !== 'INFORM') story.when('SetPosition', { roundNo, organ, position: 'CONCUR' }, liaison(organ));
  return story.when('ConcludeRound', { roundNo }, liaison('DA'));
};

type Change = Record<string, unknown>;

/** A guideline of DA on Monday 2026-06-01 with which every organ has concurred. */
export const consulted = (change: Change = {}): Story =>
  agreed(filed('guideline', change).when('AcceptDossier', {}, intake), 1);

export const reviewed = (change: Change = {}): Story =>
  consulted(change)
    .when('BeginReview', {}, reviewer)
    .when('ReportReview', { findings: '基本計画と整合する。' }, reviewer);

export const digest = 'a'.repeat(64);

/** Public comment from 2026-06-01 on, closed with what came in. */
export const commented = (received: number, change: Change = {}, unique = received): Story => {
  const story = reviewed(change).when('OpenPublicComment', {}, liaison('DA'));
  tick(story, 'public-comment', 'due');
  return story.when('ClosePublicComment', { received, unique, digest }, kyogi);
};

/** Sent to final approval and approved by the lead. */
export const approvedAtLast = (story: Story): Story =>
  story.when('RequestFinalApproval', {}, liaison('DA')).when('ApproveDossier', {}, approver('DA'));

/** On the final agenda of a meeting. */
export const onAgenda = (story: Story, meetingOn: string): Story =>
  story
    .when('LodgeItem', { meetingOn }, liaison('DA'))
    .when('PlaceOnAgenda', { agenda: 'DRAFT' }, endorser)
    .when('PlaceOnAgenda', { agenda: 'FINAL' }, endorser);

export const meetingOn = '2026-06-10';

/** Decided by the headquarters on that day, without a public comment. */
export const decided = (change: Change = {}): Story => {
  const story = onAgenda(approvedAtLast(reviewed(change)), meetingOn);
  story.at = tokyo(meetingOn);
  return story.when('DecideDossier', { decidedOn: meetingOn, reference: '第4回人工知能戦略本部' }, director);
};

export const published = (publishedOn: string) => ({
  url: 'https://www.digital.go.jp/ai',
  language: 'ja',
  publishedOn,
});

export const inForce = (change: Change = {}): Story =>
  decided(change)
    .when('PublishDossier', published(meetingOn), liaison('DA'))
    .when('ActivateDossier', {}, liaison('DA'));
