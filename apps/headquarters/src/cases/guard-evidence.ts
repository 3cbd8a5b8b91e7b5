import { factsOf } from '#contracts';
import type { Dossier } from '#domain';

type Facts = Record<string, unknown>;

const agreed = ({ rounds, current }: Dossier): Facts => {
  const round = rounds.findLast(({ concludedSha256 }) => concludedSha256 === current.sha256);
  return { versionNo: current.no, sha256: current.sha256, concludedRound: round?.no ?? null };
};

const comment = ({ outcome }: Dossier): Facts => {
  const { kind, received, unique, groups, resultPublished } = outcome.comment ?? {};
  return { kind: kind ?? null, received, unique, groupsDisposed: groups?.length ?? 0, resultPublished };
};

const approved = ({ outcome, current }: Dossier): Facts => ({
  sha256: current.sha256,
  finallyApprovedSha256: outcome.finallyApprovedSha256 ?? null,
});

const item = ({ outcome }: Dossier): Facts => {
  const { body, form, meetingOn, agenda, sha256 } = outcome.item ?? {};
  return { body: body ?? null, form, meetingOn, agenda: agenda ?? null, sha256 };
};

const legal = ({ outcome, current }: Dossier): Facts => ({
  sha256: current.sha256,
  legallyCheckedSha256: outcome.legallyCheckedSha256 ?? null,
});

const facts = ({ current }: Dossier): Facts => ({ ...factsOf(current.body) });

const byGuard: Record<string, (before: Dossier) => Facts> = {
  'text-is-the-consulted-text': agreed,
  'consulted-if-required': (before) => ({ ...agreed(before), ...facts(before) }),
  'level-of-endorser': facts,
  started: facts,
  'all-leads-signed': ({ current, signatures }) => ({
    ...{ versionNo: current.no, sha256: current.sha256 },
    ...{ coLeads: current.body.head.coLeads, signed: signatures },
  }),
  'round-not-open': ({ rounds }) => ({
    round: rounds.at(-1)?.no ?? null,
    state: rounds.at(-1)?.state ?? null,
  }),
  'legal-check-passed': legal,
  'legal-check-not-needed': legal,
  'finally-approved': approved,
  'item-lodged': item,
  'on-the-final-agenda': item,
  'comments-disposed': comment,
  commented: comment,
  'not-yet-commented': comment,
  'public-comment-not-required': comment,
  'comment-result-published': comment,
};

const textOf = ({ current: { no, sha256 } }: Dossier): Facts => ({ versionNo: no, sha256 });

/** What a guard looked at in the state before the command. */
export const guardEvidence = (guard: string, before: Dossier) => ({
  guard,
  facts: (byGuard[guard] ?? textOf)(before),
});
