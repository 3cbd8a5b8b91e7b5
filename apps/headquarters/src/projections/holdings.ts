import type { Cabinet, LedgerEvent, RoundKind } from '#contracts';
import { ownersOf, stageOf, type Case } from '#sight';
import { isAsked } from './inbox-case.js';

/** As what an organ holds a dossier. A round that stands still is nobody's time: it is shown, not counted. */
export type HoldingKind =
  'stage' | 'consultation' | 'pre-consultation' | 'answer' | 'conclusion' | 'legal-check' | 'suspended';

export interface Holding {
  organ: string;
  stage: string;
  kind: HoldingKind;
  /** On the clock of the dossier's own leads, or on that of another organ. */
  clock: 'own' | 'other';
  /** Nobody outside of the ministry was shown anything yet. */
  internal: boolean;
  roundNo: number | null;
  /** Until when a return is wanted. */
  dueAt: string | null;
}

export interface HeldCase extends Case {
  round: {
    no: number;
    kind: RoundKind;
    dueAt: string;
    state: 'OPEN' | 'SUSPENDED' | 'ANSWERING';
    /** What a suspended round goes back to, and who holds it meanwhile. */
    from: 'OPEN' | 'ANSWERING';
    suspendedBy: 'lead' | 'headquarters';
    awaited: string[];
  } | null;
  /** Threads of formal rounds that wait for the lead's answer. */
  unanswered: string[];
  /** The one bureau that was asked to check the text. */
  checker?: string | undefined;
}

type Held = NonNullable<HeldCase['round']>;

const opened = ({ data }: LedgerEvent<'RoundOpened'>): Held => ({
  ...{
    no: data.roundNo,
    kind: data.kind,
    dueAt: data.dueAt,
    state: 'OPEN',
    from: 'OPEN',
    suspendedBy: 'lead',
  },
  awaited: data.participants.filter(isAsked).map(({ organ }) => organ),
});

const without = (round: Held, organ: string): Held => ({
  ...round,
  awaited: round.awaited.filter((one) => one !== organ),
});

/** How far a running round has come after an event. */
const moved = (round: Held, event: LedgerEvent): Held => {
  switch (event.type) {
    case 'RoundExtended':
      return { ...round, dueAt: event.data.dueAt };
    case 'RoundSuspended': {
      const suspendedBy = event.data.ground === 'PROCEDURAL_FAULT' ? 'headquarters' : 'lead';
      return {
        ...round,
        state: 'SUSPENDED',
        from: round.state === 'ANSWERING' ? 'ANSWERING' : 'OPEN',
        suspendedBy,
      };
    }
    case 'RoundResumed':
      return { ...round, state: round.from, dueAt: event.data.dueAt };
    case 'RoundAnswered':
    case 'RoundDeadlinePassed':
      return { ...round, state: 'ANSWERING' };
    case 'ParticipantAdded': {
      const { participant } = event.data;
      const rest = without(round, participant.organ);
      return isAsked(participant) ? { ...rest, awaited: [...rest.awaited, participant.organ] } : rest;
    }
    case 'PositionSet':
    case 'ParticipantReleased':
      return without(round, event.data.organ);
    case 'SilenceRecorded':
      return event.data.as === 'OVERDUE_EXPLICIT' ? round : without(round, event.data.organ);
    default:
      return round;
  }
};

const ends: ReadonlySet<LedgerEvent['type']> = new Set([
  ...(['RoundConcluded', 'RoundAbandoned', 'DossierReturned'] as const),
]);

const roundAfter = (before: Held | null, after: Case, event: LedgerEvent): Held | null => {
  if (event.type === 'RoundOpened') return opened(event);
  if (!before || ends.has(event.type) || stageOf(after).final) return null;
  return moved(before, event);
};

const unansweredAfter = (before: string[], round: Held | null, event: LedgerEvent): string[] => {
  if (!('thread' in event.data)) return before;
  const { thread } = event.data;
  const others = before.filter((one) => one !== thread);
  const waits =
    event.type === 'ThreadReopened' || (event.type === 'ThreadRaised' && round?.kind !== 'INFORMAL');
  if (waits) return [...others, thread];
  return event.type === 'DispositionProved' || event.type.startsWith('Escalation') ? before : others;
};

const onlyOne = (organs: readonly string[]): string | undefined =>
  organs.length === 1 ? organs[0] : undefined;

/** What must be remembered of a dossier to say who holds it. */
export const heldAfter = (before: HeldCase | undefined, followed: Case, event: LedgerEvent): HeldCase => {
  const round = roundAfter(before?.round ?? null, followed, event);
  return {
    ...before,
    ...followed,
    ...(event.type === 'LegalCheckRequested' && { checker: onlyOne(event.data.asked) }),
    round,
    unanswered: unansweredAfter(before?.unanswered ?? [], round, event),
  };
};

/** Stages in which nothing is asked of anybody, though a lead is named for them. */
const resting: ReadonlySet<string> = new Set(['ACTIVE', 'IN_FORCE']);

interface Hand {
  organ: string;
  kind: HoldingKind;
}

const inRound = ({ round, lead, unanswered, checker }: HeldCase, headquarters: string): Hand[] => {
  if (!round) return [{ organ: checker ?? lead, kind: 'legal-check' }];
  const { state, awaited, suspendedBy } = round;
  if (state === 'SUSPENDED')
    return [{ organ: suspendedBy === 'lead' ? lead : headquarters, kind: 'suspended' }];
  const kind = round.kind === 'INFORMAL' ? 'pre-consultation' : 'consultation';
  const asked = awaited.map((organ): Hand => ({ organ, kind }));
  if (state === 'OPEN' && asked.length > 0) return asked;
  return [...asked, { organ: lead, kind: unanswered.length > 0 ? 'answer' : 'conclusion' }];
};

const handsOf = (dossier: HeldCase, headquarters: string): Hand[] => {
  const { holder, final } = stageOf(dossier);
  if (final || resting.has(dossier.stage)) return [];
  switch (holder) {
    case 'lead':
      return [{ organ: dossier.lead, kind: 'stage' }];
    case 'secretariat':
      return [{ organ: headquarters, kind: 'stage' }];
    case 'participants':
      return inRound(dossier, headquarters);
    case 'nobody':
      return [];
  }
};

/** Who holds a dossier now, and as what. Pure. */
export const holdingsOf = (dossier: HeldCase, { headquarters }: Cabinet): Holding[] => {
  const owners = ownersOf(dossier);
  const internal = stageOf(dossier).open === 'lead';
  const { round, stage } = dossier;
  return handsOf(dossier, headquarters).map(({ organ, kind }) => ({
    ...{ organ, stage, kind, internal },
    clock: owners.includes(organ) ? 'own' : 'other',
    roundNo: round?.no ?? null,
    dueAt: kind === 'consultation' || kind === 'pre-consultation' ? (round?.dueAt ?? null) : null,
  }));
};
