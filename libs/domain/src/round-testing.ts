import type { Position } from '#contracts';
import { desk, exampleBody, filed, intake, liaison, setting, tick, Story, tokyo } from './testing.js';

/** DA's guideline of 48 pages, received on Monday 2026-06-01 at 10:00, unless the story needs another hour or text. */
export const received = (
  change: Record<string, unknown> = {},
  at = tokyo('2026-06-01'),
  head: Record<string, unknown> = {},
): Story => filed('guideline', change, head, at).when('AcceptDossier', {}, intake);

export const open = (story: Story, data: object = {}): Story => story.when('OpenRound', data, liaison('DA'));

/** The same in consultation. Due on 2026-06-22 at 17:00. */
export const opened = (data: object = {}): Story => open(received(), data);

/** The draft in an informal round with one ministry. */
export const informal = (data: object = {}): Story =>
  open(new Story().when('DraftDossier', exampleBody('guideline'), desk('DA')), {
    kind: 'INFORMAL',
    participants: [{ organ: 'METI', mode: 'INPUT' }],
    ...data,
  });

export const round = (story: Story, no = 1) => story.dossier!.rounds.find((one) => one.no === no)!;

export const stand = (story: Story, organ: string, no = 1) =>
  round(story, no).stands.find((one) => one.organ === organ);

export const participants = (story: Story) => story.of('RoundOpened')!.participants;

export const explicit = (story: Story): string[] =>
  participants(story)
    .filter(({ mandatoryExplicit }) => mandatoryExplicit)
    .map(({ organ }) => organ);

export const say = (story: Story, organ: string, position: Position = 'CONCUR', roundNo = 1): Story =>
  story.when('SetPosition', { roundNo, organ, position }, liaison(organ));

export const must = (story: Story, organ: string, clauseId = 'c4.2', roundNo = 1): Story =>
  story.when(
    'RaiseThread',
    {
      roundNo,
      organ,
      thread: { kind: 'OPINION', weight: 'MUST', clauseId, body: '契約で確かめるべきである。' },
    },
    liaison(organ),
  );

export const rewrite = (story: Story, clauseId: string, text: string): Story =>
  story.when(
    'ReviseDossier',
    { type: 'guideline', clauseEdits: [{ op: 'replace', clauseId, text }] },
    desk('DA'),
  );

/** The first round is over; of the explicit consultees all have concurred but those named. */
export const answering = (story: Story = opened(), silent: string[] = []): Story => {
  for (const organ of explicit(story)) if (!silent.includes(organ)) say(story, organ);
  return tick(story, 'round-1', 'due');
};

export const lead = liaison('DA');

/** A world in which returns are approved inside of the ministry. */
export const approvingReturns = {
  ...setting,
  cabinet: { ...setting.cabinet, policy: { ...setting.cabinet.policy, returnsNeedApproval: true } },
};
