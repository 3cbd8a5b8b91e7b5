import type { Cabinet, Calendar, Command, CommandName, DomainEvent } from '#contracts';
import type { Dossier } from './dossier/state.js';

/** The world a decision is made in; plain data and one pure function, so that a decision can be repeated. */
export interface Setting {
  cabinet: Cabinet;
  calendar: Calendar;
  /** SHA-256 of a value's RFC 8785 canonical JSON, lower-case hex. */
  digest: (value: unknown) => string;
}

/** What follows from one command for a dossier that exists. */
export type Decision<Name extends CommandName> = (
  dossier: Dossier,
  command: Command<Name>,
  setting: Setting,
) => DomainEvent[];
