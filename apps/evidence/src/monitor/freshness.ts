import type { Believed } from '#transparency';
import type { Alarm } from './alarm.js';
import type { MonitorSettings } from './settings.js';

/**
 * How old a checkpoint is: seconds since as many witnesses as are demanded (at least one) had cosigned it, so that fewer of them
 * cannot keep an old one young, whatever time they write. Undefined without witnesses. `seconds` since 1970.
 */
export function freshness(
  { witnesses }: Pick<Believed, 'witnesses'>,
  { trust, maxAge }: Pick<MonitorSettings, 'trust' | 'maxAge'>,
  seconds: number,
): { age?: number; alarm?: Alarm } {
  const times = witnesses.map(({ time }) => time).sort((a, b) => b - a);
  const time = times[Math.max(trust.witnesses, 1) - 1];
  if (time === undefined) return {};
  const age = seconds - time;
  if (Math.abs(age) <= maxAge) return { age };
  const what =
    age > 0
      ? `the last cosignature is ${age} s old, and ${maxAge} s are allowed`
      : `the cosignatures are of a time that comes in ${-age} s: a clock is wrong`;
  return { age, alarm: { kind: 'stale', what } };
}
