import type { LedgerEvent, RoundView } from '#contracts';

type Stand = RoundView['participants'][number];

const stand = (round: RoundView, organ: string, change: Partial<Stand>): RoundView => ({
  ...round,
  participants: round.participants.map((one) => (one.organ === organ ? { ...one, ...change } : one)),
});

const opened = ({ data }: LedgerEvent<'RoundOpened'>): RoundView => ({
  no: data.roundNo,
  kind: data.kind,
  versionNo: data.versionNo,
  openedAt: data.openedAt,
  dueAt: data.dueAt,
  deadlinePassed: false,
  state: 'OPEN',
  participants: data.participants.map(({ organ, mode, mandatoryExplicit }) => ({
    ...{ organ, mode, mandatoryExplicit },
    ...{ position: null, late: false, silence: null },
  })),
});

/** The last round. A later position stands beside what the silence before it was taken for. */
export const withRound = (round: RoundView | null, event: LedgerEvent): RoundView | null => {
  if (event.type === 'RoundOpened') return opened(event);
  if (!round) return null;
  switch (event.type) {
    case 'PositionSet':
      return stand(round, event.data.organ, { position: event.data.position, late: event.data.late });
    case 'RoundDeadlinePassed':
      return { ...round, deadlinePassed: true };
    case 'SilenceRecorded':
      return stand(round, event.data.organ, { silence: event.data.as });
    case 'RoundConcluded':
      return { ...round, state: 'CONCLUDED' };
    case 'DossierReturned':
    case 'DossierWithdrawn':
    case 'DossierLapsed':
      return round.state === 'OPEN' ? { ...round, state: 'ABANDONED' } : round;
    default:
      return round;
  }
};
