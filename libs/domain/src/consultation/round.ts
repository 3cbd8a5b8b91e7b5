import type { EventData, Participant, Position, Silence, Version } from '#contracts';

export interface Stand extends Participant {
  position?: Position;
  silence?: Silence;
  late?: boolean;
  /** Of an objection or a condition: the organ's MUSTs that were settled before, so that it stands on something else. */
  settledBefore?: readonly string[];
  desk?: string;
  /** What was approved inside of the organ as its return, as `returnOf` says; a later change voids it. */
  approvedReturn?: string;
  /** Found not competent by the secretariat: nothing is asked of it any more. */
  released?: boolean;
}

export type Objection = EventData<'AllocationObjected'> & {
  ruling?: EventData<'AllocationRuled'>['ruling'];
};

/** One circulation of one version. A delta round CONTINUES the one before it: the threads are of the consultation. */
export interface Round {
  no: number;
  kind: EventData<'RoundOpened'>['kind'];
  version: Version;
  openedAt: string;
  dueAt: string;
  state: 'OPEN' | 'SUSPENDED' | 'ANSWERING' | 'CONTINUED' | 'CONCLUDED' | 'ABANDONED';
  /** What it goes back to when it is resumed, and why it stands still. */
  suspended?: { from: 'OPEN' | 'ANSWERING'; ground: EventData<'RoundSuspended'>['ground']; at?: string };
  /** When it stood still and went on again, ISO. */
  pauses?: readonly { from: string; to: string }[];
  hideNames: boolean;
  /** What it asks about again; absent when the round begins a consultation. */
  delta?: EventData<'RoundOpened'>['delta'];
  /** The lead has used its free extension. */
  extendedByLead: boolean;
  objections: readonly Objection[];
  stands: readonly Stand[];
  /** What the round was concluded on. */
  concludedSha256?: string;
}

export const roundClock = (no: number): string => `round-${no}`;

/** Runs while the secretariat has to decide an objection to an allocation. */
export const allocationClock = (objectionNo: number): string => `allocation-${objectionNo}`;

/** Objections to the allocation that nobody has decided. */
export const pendingIn = ({ objections }: Round): Objection[] => objections.filter(({ ruling }) => !ruling);

const consultationClocks = /^(round|answers|allocation)-\d|^(answer|reopen|escalation) /;

/** Clocks of rounds and threads, which end with the stage of the round and stand still with the round. */
export const isRoundClock = (clock: string): boolean => consultationClocks.test(clock);

const running: ReadonlySet<Round['state']> = new Set(['OPEN', 'SUSPENDED', 'ANSWERING'] as const);

/**
 * The formal rounds of the present consultation, oldest first. It begins with the last round that asked about a whole text; a delta
 * round goes on in it, also after a conclusion, and an abandoned one counts no more.
 */
export const consultationOf = (rounds: readonly Round[]): readonly Round[] => {
  const formal = rounds.filter(({ kind, state }) => kind !== 'INFORMAL' && state !== 'ABANDONED');
  return formal.slice(
    Math.max(
      formal.findLastIndex(({ delta }) => !delta),
      0,
    ),
  );
};

/** With a round that is given up goes the consultation since its last conclusion, which stands with all that led to it. */
export const givenUp = (rounds: readonly Round[]): Round[] => {
  const last = rounds.findLastIndex(({ state }) => state === 'CONCLUDED');
  return rounds.map((round, i) => (i > last ? { ...round, state: 'ABANDONED' } : round));
};

/** Whether a participant owes a position, or has given one; whoever is only told may still be asked. */
export const isAskedIn = ({ mode, position }: Stand): boolean => mode !== 'INFORM' || position !== undefined;

/** A round that asks nobody only tells of a change; whoever is told may still speak until its due time. */
export const asksSomebody = ({ stands }: Round): boolean =>
  stands.some(({ mode, released }) => mode !== 'INFORM' && !released);

/** The round that still runs, if any. */
export const runningRound = (rounds: readonly Round[]): Round | undefined =>
  rounds.findLast(({ state }) => running.has(state));
