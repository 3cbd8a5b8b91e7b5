import type { LedgerEvent, RoundView } from '#contracts';

type Stand = RoundView['participants'][number];

/** A round as it is kept: `held` is what was said while names are hidden, and stays inside until the due time. */
export type KeptRound = RoundView & { held: Record<string, Pick<Stand, 'position' | 'late'>> };

const stand = (round: KeptRound, organ: string, change: Partial<Stand>): KeptRound => ({
  ...round,
  participants: round.participants.map((one) => (one.organ === organ ? { ...one, ...change } : one)),
});

const silent = { position: null, late: false, silence: null };

const opened = ({ data }: LedgerEvent<'RoundOpened'>): KeptRound => ({
  no: data.roundNo,
  kind: data.kind,
  versionNo: data.versionNo,
  openedAt: data.openedAt,
  dueAt: data.dueAt,
  deadlinePassed: false,
  state: 'OPEN',
  outcome: null,
  namesHidden: data.hideNames ?? false,
  held: {},
  participants: data.participants.map(({ organ, mode, mandatoryExplicit }) => ({
    ...{ organ, mode, mandatoryExplicit },
    ...silent,
  })),
});

const added = (round: KeptRound, { organ, mode, mandatoryExplicit }: Stand | Participant): KeptRound => ({
  ...round,
  participants: [
    ...round.participants.filter((one) => one.organ !== organ),
    { organ, mode, mandatoryExplicit, ...silent },
  ],
});
type Participant = LedgerEvent<'ParticipantAdded'>['data']['participant'];

/** Who said what is shown when the due time has passed or everybody has spoken. */
const unveiled = (round: KeptRound): KeptRound =>
  Object.entries(round.held).reduce<KeptRound>((shown, [organ, said]) => stand(shown, organ, said), {
    ...round,
    namesHidden: false,
    held: {},
  });

const spoken = (round: KeptRound, { data }: LedgerEvent<'PositionSet'>): KeptRound => {
  const said = { position: data.position, late: data.late };
  return round.namesHidden
    ? { ...round, held: { ...round.held, [data.organ]: said } }
    : stand(round, data.organ, said);
};

const runs = ({ state }: KeptRound) => state === 'OPEN' || state === 'SUSPENDED' || state === 'ANSWERING';

/** How far a round has come after an event; undefined for those that do not move it. */
const movedOn = (round: KeptRound, event: LedgerEvent): KeptRound | undefined => {
  switch (event.type) {
    case 'RoundExtended':
      return { ...round, dueAt: event.data.dueAt };
    case 'RoundSuspended':
      return { ...round, state: 'SUSPENDED' };
    case 'RoundResumed':
      return { ...round, state: round.deadlinePassed ? 'ANSWERING' : 'OPEN', dueAt: event.data.dueAt };
    case 'RoundAnswered':
      return { ...unveiled(round), state: 'ANSWERING' };
    case 'RoundDeadlinePassed':
      return { ...unveiled(round), state: 'ANSWERING', deadlinePassed: true };
    case 'RoundConcluded':
      return { ...unveiled(round), state: 'CONCLUDED', outcome: event.data.outcome };
    case 'RoundAbandoned':
    case 'DossierReturned':
    case 'DossierWithdrawn':
    case 'DossierLapsed':
      return runs(round) ? { ...unveiled(round), state: 'ABANDONED' } : round;
    default:
      return undefined;
  }
};

/** The last round. A later position stands beside what the silence before it was taken for. */
export const withRound = (round: KeptRound | null, event: LedgerEvent): KeptRound | null => {
  if (event.type === 'RoundOpened') return opened(event);
  if (!round) return null;
  switch (event.type) {
    case 'ParticipantAdded':
      return added(round, event.data.participant);
    case 'ParticipantReleased':
      return stand(round, event.data.organ, { position: 'NOT_COMPETENT' });
    case 'PositionSet':
      return spoken(round, event);
    case 'SilenceRecorded':
      return stand(round, event.data.organ, { silence: event.data.as });
    default:
      return movedOn(round, event) ?? round;
  }
};
