import type { EventData } from '#contracts';
import type { Folds } from '../dossier/fold.js';
import type { Dossier } from '../dossier/state.js';
import { returnOf } from './returns.js';
import type { Round, Stand } from './round.js';
import { withoutRound } from './without-round.js';

type RoundEvent =
  | 'RoundOpened'
  | 'RoundExtended'
  | 'RoundSuspended'
  | 'RoundResumed'
  | 'RoundAbandoned'
  | 'DeskAllocated'
  | 'AllocationObjected'
  | 'AllocationRuled'
  | 'ParticipantAdded'
  | 'ParticipantReleased'
  | 'ReturnApproved'
  | 'PositionSet'
  | 'StatementAttached'
  | 'RoundAnswered'
  | 'RoundDeadlinePassed'
  | 'SilenceRecorded'
  | 'RoundConcluded';

const inRound = (dossier: Dossier, no: number, change: (round: Round) => Partial<Round>): Dossier => ({
  ...dossier,
  rounds: dossier.rounds.map((round) => (round.no === no ? { ...round, ...change(round) } : round)),
});

const withStand = (dossier: Dossier, no: number, organ: string, stand: Partial<Stand>): Dossier =>
  inRound(dossier, no, ({ stands }) => ({
    stands: stands.map((old) => (old.organ === organ ? { ...old, ...stand } : old)),
  }));

const opened = (dossier: Dossier, data: EventData<'RoundOpened'>): Round => ({
  no: data.roundNo,
  kind: data.kind,
  version: dossier.current,
  openedAt: data.openedAt,
  dueAt: data.dueAt,
  state: 'OPEN',
  hideNames: data.hideNames ?? false,
  ...(data.delta && { delta: data.delta }),
  extendedByLead: false,
  objections: [],
  stands: data.participants,
});

/** The round before a new one goes on in it; a settled one stays as it is. */
const continued = (round: Round): Round =>
  round.state === 'ANSWERING' ? { ...round, state: 'CONTINUED' } : round;

export const roundFolds: Folds<RoundEvent> = {
  // What was stated on another text than the whole one that is asked about now is of no use any more.
  RoundOpened: (dossier, data) => ({
    ...dossier,
    rounds: [...dossier.rounds.map(continued), opened(dossier, data)],
    statements: data.delta ? dossier.statements : [],
  }),
  RoundExtended: (dossier, { roundNo, dueAt, by }) =>
    inRound(dossier, roundNo, (round) => ({
      dueAt,
      extendedByLead: round.extendedByLead || by === 'lead',
    })),
  RoundSuspended: (dossier, { roundNo, ground }, { at }) =>
    inRound(dossier, roundNo, ({ state }) => ({
      state: 'SUSPENDED',
      suspended: { from: state === 'ANSWERING' ? 'ANSWERING' : 'OPEN', ground, ...(at && { at }) },
    })),
  RoundResumed: (dossier, { roundNo, dueAt }, { at }) =>
    inRound(dossier, roundNo, ({ suspended, pauses = [] }) => ({
      state: suspended?.from ?? 'OPEN',
      dueAt,
      ...(at && suspended?.at && { pauses: [...pauses, { from: suspended.at, to: at }] }),
    })),
  RoundAbandoned: withoutRound,
  DeskAllocated: (dossier, { roundNo, organ, desk }) => withStand(dossier, roundNo, organ, { desk }),
  AllocationObjected: (dossier, data) =>
    inRound(dossier, data.roundNo, ({ objections }) => ({ objections: [...objections, data] })),
  AllocationRuled: (dossier, { roundNo, objectionNo, ruling }) =>
    inRound(dossier, roundNo, ({ objections }) => ({
      objections: objections.map((one) => (one.objectionNo === objectionNo ? { ...one, ruling } : one)),
    })),
  ParticipantAdded: (dossier, { roundNo, participant }) =>
    inRound(dossier, roundNo, ({ stands }) => ({
      stands: [...stands.filter(({ organ }) => organ !== participant.organ), participant],
    })),
  ParticipantReleased: (dossier, { roundNo, organ }) =>
    withStand(dossier, roundNo, organ, { released: true, position: 'NOT_COMPETENT' }),
  ReturnApproved: (dossier, { roundNo, organ, position }) =>
    withStand(dossier, roundNo, organ, { approvedReturn: returnOf(dossier, organ, position) }),
  PositionSet: (dossier, { roundNo, organ, position, late, settledBefore = [] }) =>
    withStand(dossier, roundNo, organ, { position, late, approvedReturn: '', settledBefore }),
  StatementAttached: (dossier, { organ, text }, { at }) => ({
    ...dossier,
    statements: [
      ...dossier.statements.filter((statement) => statement.organ !== organ),
      { organ, text, ...(at && { at }) },
    ],
  }),
  RoundAnswered: (dossier, { roundNo }) => inRound(dossier, roundNo, () => ({ state: 'ANSWERING' })),
  RoundDeadlinePassed: (dossier, { roundNo }) => inRound(dossier, roundNo, () => ({ state: 'ANSWERING' })),
  SilenceRecorded: (dossier, { roundNo, organ, as }) => withStand(dossier, roundNo, organ, { silence: as }),
  // An informal round settles no text.
  RoundConcluded: (dossier, { roundNo, outcome, sha256 }) =>
    inRound(dossier, roundNo, () => ({
      state: 'CONCLUDED',
      ...(outcome !== 'INFORMAL' && { concludedSha256: sha256 }),
    })),
};
