import type { Trust } from '#transparency';

/** What a monitor is told. Addresses have no slash at their end. */
export interface MonitorSettings {
  log: string;
  trust: Trust;
  /** Addresses of witnesses, which say what the log showed to them. */
  witnesses: readonly string[];
  /** Seconds after which a cosignature is too old. */
  maxAge: number;
}
