import { factsOf, type Cabinet, type DossierBody, type LedgerEvent, type Participant } from '#contracts';
import type { Case } from './case.js';

/** What the inbox must know of a dossier besides the case. */
export interface InboxCase extends Case {
  /** Kinds of tasks open now. */
  tasks: string[];
  /** Organs whose position is awaited. */
  awaited: string[];
  published: boolean;
  /** Whether it is endorsed is for the director: high-risk, or above the cabinet's large budget. */
  heavy: boolean;
}

/** 参考送付 asks for no answer. */
export const isAsked = ({ mode }: Participant) => mode !== 'INFORM';

const isHeavy = (body: DossierBody, { policy }: Cabinet): boolean => {
  const { highRisk = false, budgetYen = 0 } = factsOf(body);
  return highRisk || budgetYen > policy.largeBudgetYen;
};

/** The case after an event, before its tasks are looked at. */
export const inboxCase = (
  before: InboxCase | undefined,
  followed: Case,
  event: LedgerEvent,
  cabinet: Cabinet,
): InboxCase => {
  const { tasks = [], published = false, heavy = false } = before ?? {};
  return {
    ...followed,
    tasks,
    published: published || event.type === 'DossierPublished',
    heavy: 'version' in event.data ? isHeavy(event.data.version.body, cabinet) : heavy,
    awaited: awaitedAfter(before?.awaited ?? [], event),
  };
};

const awaitedAfter = (awaited: string[], event: LedgerEvent): string[] => {
  switch (event.type) {
    case 'RoundOpened':
      return event.data.participants.filter(isAsked).map(({ organ }) => organ);
    case 'PositionSet':
      return awaited.filter((organ) => organ !== event.data.organ);
    case 'SilenceRecorded':
      return awaited.filter((organ) => organ !== event.data.organ || event.data.as === 'OVERDUE_EXPLICIT');
    case 'RoundConcluded':
    case 'DossierReturned':
    case 'DossierWithdrawn':
      return [];
    default:
      return awaited;
  }
};
