import { z } from 'zod';
import { LocalDate, OrganSlug, Ulid, prose } from './common.js';
import { dossierTypes, type DossierType } from './dossier-types/index.js';
import { growing } from './growing.js';
import { event } from './message.js';
import { DelegationKind, Role } from './people.js';

/** Roles whose work another person of the same organ may be given. */
export const DelegableRole = Role.extract([
  'MIN_APPROVER',
  'LIAISON',
  'CAIO',
  'SECR_REVIEWER',
  'SECR_APPROVER',
]);
export type DelegableRole = z.infer<typeof DelegableRole>;

const PersonId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'an id such as meti-desk');

const typeNames = dossierTypes.map(({ type }) => type) as [DossierType, ...DossierType[]];

const terms = {
  to: PersonId,
  role: DelegableRole,
  organ: OrganSlug,
  kind: DelegationKind,
  /** Only dossiers of these types; absent: all. */
  dossierTypes: z
    .array(growing(z.enum(typeNames)))
    .min(1)
    .max(40)
    .optional(),
  /** First day in force. */
  validFrom: LocalDate,
  /** The day after the last. */
  validTo: LocalDate,
};
const reason = prose(2_000);

/** Body of POST /v1/delegations/{id}/grant-delegation; the delegator is who asks. */
export const GrantDelegation = z.strictObject({ ...terms, reason }).meta({ id: 'GrantDelegation' });
export type GrantDelegation = z.infer<typeof GrantDelegation>;

/** Body of POST /v1/delegations/{id}/revoke-delegation. */
export const RevokeDelegation = z.strictObject({ reason }).meta({ id: 'RevokeDelegation' });
export type RevokeDelegation = z.infer<typeof RevokeDelegation>;

/** Facts of a stream that is a delegation's own. `via`: the standing delegation that is passed on. */
export const delegationEvents = [
  event(
    'DelegationGranted',
    z.strictObject({ delegationId: Ulid, from: PersonId, ...terms, reason, via: Ulid.optional() }),
  ),
  event('DelegationRevoked', z.strictObject({ delegationId: Ulid, reason })),
] as const;

export const DelegationState = z.enum(['FUTURE', 'IN_FORCE', 'ENDED', 'REVOKED']);

/** A delegation as its organ sees it. */
export const DelegationView = z
  .strictObject({
    id: Ulid,
    from: PersonId,
    ...terms,
    via: Ulid.nullable().meta({ description: 'the standing delegation that it passes on' }),
    state: DelegationState.meta({ description: 'by its own dates and revocation' }),
  })
  .meta({ id: 'Delegation' });
export type DelegationView = z.infer<typeof DelegationView>;

export const DelegationList = z
  .strictObject({ items: z.array(DelegationView) })
  .meta({ id: 'DelegationList' });
export type DelegationList = z.infer<typeof DelegationList>;

/** What a change of a delegation led to. */
export const DelegationAnswer = z
  .strictObject({ delegationId: Ulid, version: z.int(), position: z.int().nullable() })
  .meta({ id: 'DelegationAnswer' });
export type DelegationAnswer = z.infer<typeof DelegationAnswer>;
