import type { DomainEvent, EventData, Participant, Position, Silence } from '#contracts';

export interface Stand extends Participant {
  position?: Position;
  silence?: Silence;
  late?: boolean;
}

/** One circulation of one version. Threads, escalations and memoranda will be further fields of it. */
export interface Round {
  no: number;
  kind: EventData<'RoundOpened'>['kind'];
  versionNo: number;
  sha256: string;
  openedAt: string;
  dueAt: string;
  state: 'OPEN' | 'ANSWERING' | 'CONCLUDED' | 'ABANDONED';
  stands: readonly Stand[];
}

export const roundClock = (no: number): string => `round-${no}`;

export const isRoundClock = (clock: string): boolean => clock.startsWith('round-');

/** The round that still runs, if any. */
export const runningRound = (rounds: readonly Round[]): Round | undefined =>
  rounds.find((round) => round.state === 'OPEN' || round.state === 'ANSWERING');

const inRound = (rounds: readonly Round[], no: number, change: (round: Round) => Round) =>
  rounds.map((round) => (round.no === no ? change(round) : round));

const withStand = (round: Round, organ: string, stand: Partial<Stand>): Round => ({
  ...round,
  stands: round.stands.map((old) => (old.organ === organ ? { ...old, ...stand } : old)),
});

export type RoundEvent = DomainEvent<
  'RoundOpened' | 'PositionSet' | 'RoundDeadlinePassed' | 'SilenceRecorded' | 'RoundConcluded'
>;

/** Folds one event of the consultation slice. */
export const evolveRounds = (rounds: readonly Round[], event: RoundEvent): readonly Round[] => {
  switch (event.type) {
    case 'RoundOpened': {
      const { roundNo: no, kind, versionNo, sha256, openedAt, dueAt, participants } = event.data;
      return [
        ...rounds,
        { no, kind, versionNo, sha256, openedAt, dueAt, state: 'OPEN', stands: participants },
      ];
    }
    case 'PositionSet': {
      const { roundNo, organ, position, late } = event.data;
      return inRound(rounds, roundNo, (round) => withStand(round, organ, { position, late }));
    }
    case 'RoundDeadlinePassed':
      return inRound(rounds, event.data.roundNo, (round) => ({ ...round, state: 'ANSWERING' }));
    case 'SilenceRecorded': {
      const { roundNo, organ, as } = event.data;
      return inRound(rounds, roundNo, (round) => withStand(round, organ, { silence: as }));
    }
    case 'RoundConcluded':
      return inRound(rounds, event.data.roundNo, (round) => ({ ...round, state: 'CONCLUDED' }));
  }
};
