import {
  factsOf,
  occurredAt,
  type Cabinet,
  type DossierBody,
  type LedgerEvent,
  type Participant,
} from '#contracts';
import { reasonsToConsult } from '#domain';
import type { Case } from '#sight';
import { noOutcome, withOutcome, type InboxOutcome } from './inbox-outcome.js';

/** What the inbox must know of a dossier besides the case. */
export interface InboxCase extends Case {
  /** Kinds of tasks open now. */
  tasks: string[];
  /** Organs whose position is awaited. */
  awaited: string[];
  /** The round that was opened last. */
  round: { no: number; kind: LedgerEvent<'RoundOpened'>['data']['kind']; dueAt: string } | null;
  /** Threads that have open items; each keeps them in a row of its own. */
  openThreads: string[];
  outcome: InboxOutcome;
  published: boolean;
  /** Whether it is endorsed is for the director: high-risk, or above the cabinet's large budget. */
  heavy: boolean;
  /** An initiative that cannot be endorsed before the ministries were asked (E.2). */
  mustConsult: boolean;
}

/** 参考送付 asks for no answer. */
export const isAsked = ({ mode }: Participant) => mode !== 'INFORM';

const isHeavy = (body: DossierBody, { policy }: Cabinet): boolean => {
  const { highRisk = false, budgetYen = 0 } = factsOf(body);
  return highRisk || budgetYen > policy.largeBudgetYen;
};

const ofBody = (body: DossierBody, cabinet: Cabinet, event: LedgerEvent) => ({
  heavy: isHeavy(body, cabinet),
  mustConsult: reasonsToConsult(body, cabinet, occurredAt(event).slice(0, 10)).length > 0,
});

const fresh = {
  ...{ tasks: [], awaited: [], round: null, openThreads: [] },
  ...{ outcome: noOutcome, published: false, heavy: false, mustConsult: false },
};

/** The case after an event, before its tasks are looked at. */
export const inboxCase = (
  before: InboxCase | undefined,
  followed: Case,
  event: LedgerEvent,
  cabinet: Cabinet,
): InboxCase => {
  const { published, heavy, mustConsult, ...rest } = before ?? { ...fresh };
  return {
    ...rest,
    ...followed,
    tasks: rest.tasks,
    openThreads: rest.openThreads,
    published: published || event.type === 'DossierPublished',
    ...('version' in event.data ? ofBody(event.data.version.body, cabinet, event) : { heavy, mustConsult }),
    awaited: awaitedAfter(rest.awaited, event),
    round: roundAfter(rest.round, event),
    outcome: withOutcome(rest.outcome, event),
  };
};

const roundAfter = (round: InboxCase['round'], event: LedgerEvent): InboxCase['round'] => {
  switch (event.type) {
    case 'RoundOpened':
      return { no: event.data.roundNo, kind: event.data.kind, dueAt: event.data.dueAt };
    case 'RoundExtended':
    case 'RoundResumed':
      return round && { ...round, dueAt: event.data.dueAt };
    default:
      return round;
  }
};

const awaitedAfter = (awaited: string[], event: LedgerEvent): string[] => {
  switch (event.type) {
    case 'RoundOpened':
      return event.data.participants.filter(isAsked).map(({ organ }) => organ);
    case 'ParticipantAdded': {
      const { participant } = event.data;
      const others = awaited.filter((organ) => organ !== participant.organ);
      return isAsked(participant) ? [...others, participant.organ] : others;
    }
    case 'PositionSet':
    case 'ParticipantReleased':
      return awaited.filter((organ) => organ !== event.data.organ);
    case 'SilenceRecorded':
      return awaited.filter((organ) => organ !== event.data.organ || event.data.as === 'OVERDUE_EXPLICIT');
    case 'RoundConcluded':
    case 'RoundAbandoned':
    case 'DossierReturned':
    case 'DossierWithdrawn':
      return [];
    default:
      return awaited;
  }
};
