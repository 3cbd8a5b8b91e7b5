import type { z } from 'zod';
import type { DelegationKind, Role } from './people.js';

/**
 * Where an actor's role must be held for a command: in the lead ministry, in it or a co-lead (`leads`), in the organ that the
 * command names (`participant`), in the secretariat, or (`machine`) nowhere: only Kyogi itself issues the command.
 */
export type Scope = 'lead' | 'leads' | 'participant' | 'secretariat' | 'machine';

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

/** `DossierFiled` as `dossier-filed`. */
export const kebab = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

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
  /** Whose authority it is, when the person acts by delegation (専決, 代決). */
  onBehalfOf?: string;
  delegationId?: string;
  /** Persons between `onBehalfOf` and `person`, when the delegation was passed on. */
  through?: readonly string[];
  /** 代決: the delegate stands in for someone who is away. */
  acting?: true;
}

/** All who count as having acted: for four-eyes a delegate and the represented are the same pair of eyes. */
export const eyesOf = ({ person, onBehalfOf, through = [] }: Omit<Actor, 'organ' | 'role'>): string[] => [
  person,
  ...(onBehalfOf === undefined ? [] : [onBehalfOf]),
  ...through,
];

/** What an event's row says besides its data. */
export interface Meta {
  actor: Actor;
  command: string;
  commandId: string;
  correlationId: string;
  /** ISO instant at which it was decided. Events of older releases have none. */
  occurredAt?: string;
  causationId?: string;
  traceparent?: string;
}

/** When a fact came about, ISO: what its decision took for now, else when the database recorded it. */
export const occurredAt = ({ meta, recordedAt }: { meta: Meta; recordedAt: string }): string =>
  meta.occurredAt ?? recordedAt;

/** A role that a person may exercise for another, in force now. */
export interface HeldDelegation {
  id: string;
  /** Whose authority it is. */
  from: string;
  /** Persons it was passed on by, after `from`. */
  through: readonly string[];
  role: Role;
  organ: string;
  kind: DelegationKind;
  /** Only dossiers of these types; absent: all. */
  dossierTypes?: readonly string[];
  /** Organs that whoever it comes from is tied to. */
  ties: readonly string[];
}

/** A signed-in person with everything the database says they may be; looked up, never read from a token's claims. */
export interface Principal {
  person: string;
  homeOrgan: string;
  /** `organ` '*' is every organ. Only assignments in force now. */
  assignments: readonly { role: Role; organ: string }[];
  delegations?: readonly HeldDelegation[];
  /** Organs for which the person is not impartial: of their home, and of the last two years. */
  ties?: readonly string[];
  /** Counter of changes of authority when this was read; an append under an older one is refused. Absent for the machine. */
  authorityEpoch?: string;
}
