/** What a monitor raises, from the mildest to the worst; the place in the list plus 2 is the exit code. */
export const alarmKinds = ['unreachable', 'stale', 'unsound', 'bad-entry', 'fork'] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/** One thing that is not as it must be. `index` is the first bad entry, where there is one. */
export interface Alarm {
  kind: AlarmKind;
  what: string;
  index?: number;
}

/** A step of a round that ends in an alarm. */
export class Alarming extends Error {
  constructor(readonly alarm: Alarm) {
    super(alarm.what);
  }
}

/** 0 without alarms, else that of the worst one. */
export const exitCodeOf = (alarms: readonly Alarm[]): number =>
  Math.max(0, ...alarms.map(({ kind }) => alarmKinds.indexOf(kind) + 2));
