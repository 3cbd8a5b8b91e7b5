import type { z } from 'zod';
import type { Role } from './cabinet.js';

/**
 * Where an actor's role must be held for a command: in the lead ministry, in a ministry that takes part
 * in the open round, in the secretariat, or (`machine`) nowhere: only Kyogi itself issues the command.
 */
export type Scope = 'lead' | 'participant' | 'secretariat' | 'machine';

export interface CommandSpec<Name extends string = string, Data extends z.ZodType = z.ZodType> {
  name: Name;
  /** Last part of the command's address: POST /v1/dossiers/{id}/{path}. */
  path: string;
  /** One sentence for the API's readers. */
  summary: string;
  /** Roles that may issue it, and where each must be held. */
  by: Partial<Record<Role, Scope>>;
  /** Makes the dossier; all others need an existing one. */
  creates: boolean;
  data: Data;
}

const kebab = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Declares a command once; the address, validation, OpenAPI and the permission table follow from it. */
export const command = <const Name extends string, Data extends z.ZodType>(
  name: Name,
  summary: string,
  by: Partial<Record<Role, Scope>>,
  data: Data,
  creates = false,
): CommandSpec<Name, Data> => ({
  name,
  path: kebab(name),
  summary,
  by,
  data: data.meta({ id: name }),
  creates,
});

export interface EventSpec<Name extends string = string, Data extends z.ZodType = z.ZodType> {
  name: Name;
  /** Schema version; a breaking change of `data` takes the next one and an upcast from the last. */
  v: number;
  data: Data;
}

/** Declares an event once. */
export const event = <const Name extends string, Data extends z.ZodType>(
  name: Name,
  data: Data,
): EventSpec<Name, Data> => ({ name, v: 1, data: data.meta({ id: name }) });

/** Who acts, in which role and for which organ. `person` is one human being, however many accounts they have. */
export interface Actor {
  person: string;
  organ: string;
  role: Role;
}

/** What an event's row says besides its data. */
export interface Meta {
  actor: Actor;
  command: string;
  commandId: string;
  correlationId: string;
  causationId?: string;
  traceparent?: string;
}

/** A signed-in person with everything the database says they may be; looked up, never read from a token's claims. */
export interface Principal {
  person: string;
  homeOrgan: string;
  /** `organ` '*' is every organ. Only assignments in force now. */
  assignments: readonly { role: Role; organ: string }[];
  /** Counter of changes of authority when this was read; an append under an older one is refused. Absent for the machine. */
  authorityEpoch?: string;
}
