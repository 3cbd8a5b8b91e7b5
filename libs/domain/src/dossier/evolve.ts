import type { DomainEvent, Version } from '#contracts';
import { evolveRounds } from '../consultation/round.js';
import type { Dossier, RunningClock } from './state.js';

const withVersion = (dossier: Dossier, version: Version): Dossier => ({
  ...dossier,
  current: version,
  history: [...dossier.history, { no: version.no, sha256: version.sha256, person: version.person }],
});

const withClock = (
  dossier: Dossier,
  name: string,
  change: (clock: RunningClock) => RunningClock,
): Dossier => {
  const clock = dossier.clocks[name];
  return clock ? { ...dossier, clocks: { ...dossier.clocks, [name]: change(clock) } } : dossier;
};

const reached = (dossier: Dossier, name: string, mark: string) =>
  withClock(dossier, name, (clock) => ({ ...clock, reached: [...clock.reached, mark] }));

const evolveClocks = (dossier: Dossier, event: ClockEvent): Dossier => {
  switch (event.type) {
    case 'ClockStarted': {
      const { clock, epoch, holder, startedAt, dueAt } = event.data;
      const started = { epoch, holder, startedAt, dueAt, running: true, reached: [] };
      return { ...dossier, clocks: { ...dossier.clocks, [clock]: started } };
    }
    case 'ClockStopped':
      return withClock(dossier, event.data.clock, (clock) => ({ ...clock, running: false }));
    case 'ClockWarned':
      return reached(dossier, event.data.clock, 'warn');
    case 'ClockDue':
      return reached(dossier, event.data.clock, 'due');
    case 'ClockOverdue':
      return reached(dossier, event.data.clock, `overdue@${event.data.markAt}`);
  }
};
type ClockEvent = DomainEvent<'ClockStarted' | 'ClockStopped' | 'ClockWarned' | 'ClockDue' | 'ClockOverdue'>;

/** A dossier that is returned or ends takes its running round with it. */
const withoutRound = (dossier: Dossier): Dossier => ({
  ...dossier,
  rounds: dossier.rounds.map((round) =>
    round.state === 'CONCLUDED' ? round : { ...round, state: 'ABANDONED' as const },
  ),
});

const evolveDetail = (dossier: Dossier, event: DomainEvent): Dossier => {
  switch (event.type) {
    case 'DossierRevised':
      return withVersion(dossier, event.data.version);
    case 'DossierFiled':
      return { ...dossier, filedNo: event.data.versionNo };
    case 'RoundOpened':
    case 'PositionSet':
    case 'RoundDeadlinePassed':
    case 'SilenceRecorded':
    case 'RoundConcluded':
      return { ...dossier, rounds: evolveRounds(dossier.rounds, event) };
    case 'ClockStarted':
    case 'ClockStopped':
    case 'ClockWarned':
    case 'ClockDue':
    case 'ClockOverdue':
      return evolveClocks(dossier, event);
    case 'ProcedureMoved':
      return { ...dossier, procedure: event.data.to };
    case 'DossierReturned':
    case 'DossierWithdrawn':
    case 'DossierLapsed':
      return withoutRound(dossier);
    case 'DossierDrafted':
    case 'DossierApproved':
    case 'ApprovalRequested':
    case 'ApprovalRefused':
    case 'CompletenessChecked':
    case 'OverlapsFound':
    case 'DossierAccepted':
    case 'ReviewBegun':
    case 'DossierEndorsed':
    case 'EndorsementDeclined':
    case 'DossierDecided':
    case 'DossierActivated':
    case 'DossierPublished':
      return dossier;
  }
};

/** Folds one event; `person` is the actor of its row. Needs no procedure, since an event says the stage it led to. */
export const evolve = (state: Dossier | null, event: DomainEvent, person: string): Dossier => {
  if (event.type === 'DossierDrafted') {
    const { procedure, stage, version } = event.data;
    const begun = {
      type: version.body.type,
      procedure,
      stage,
      current: version,
      history: [],
      rounds: [],
      clocks: {},
    };
    return withVersion(begun, version);
  }
  if (!state) throw new Error(`a stream cannot begin with ${event.type}`);
  const detail = evolveDetail(state, event);
  const stage = 'stage' in event.data ? event.data.stage : detail.stage;
  return event.type === 'ReviewBegun' ? { ...detail, stage, reviewer: person } : { ...detail, stage };
};
