import { alarmKinds } from './alarm.js';
import type { Report } from './monitor.js';

/** A round for people: a line, and one more for each alarm. */
export function readable({ size, added, age, witnesses, alarms }: Report): string {
  const seen = witnesses.map((shown) => `${shown.address} ${shown.problem ?? shown.size}`);
  const parts = [
    alarms.length === 0 ? 'OK' : 'ALARM',
    `${size} entries (+${added})`,
    ...(age === undefined ? [] : [`cosigned ${age} s ago`]),
    ...seen,
  ];
  return [parts.join(' | '), ...alarms.map(({ kind, what }) => `  ${kind}: ${what}`)].join('\n');
}

/** A round as metrics, for a collector of text files. `seconds` since 1970. */
export function metricsOf({ size, age, alarms }: Report, seconds: number): string {
  const lines = [
    `kyogi_monitor_round_timestamp_seconds ${seconds}`,
    `kyogi_monitor_entries ${size}`,
    ...(age === undefined ? [] : [`kyogi_monitor_cosignature_age_seconds ${age}`]),
    ...alarmKinds.map(
      (kind) =>
        `kyogi_monitor_alarms{kind="${kind}"} ${alarms.filter((alarm) => alarm.kind === kind).length}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
