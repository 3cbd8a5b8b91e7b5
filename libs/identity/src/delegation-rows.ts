/** A row of identity.delegations, dates 'YYYY-MM-DD'. In force from validFrom until the day before validTo. */
export interface DelegationRow {
  id: string;
  from: string;
  to: string;
  role: string;
  organ: string;
  kind: 'STANDING' | 'ACTING';
  dossierTypes: string[] | null;
  validFrom: string;
  validTo: string;
  via: string | null;
  revoked: boolean;
}

/** Columns of identity.delegations `d` as the fields of DelegationRow. */
const FIELDS = `d.id, d.from_person AS "from", d.to_person AS "to", d.role, d.organ, d.kind, d.dossier_types AS "dossierTypes",
  d.valid_from::text AS "validFrom", d.valid_to::text AS "validTo", d.via, d.revoked_at IS NOT NULL AS revoked`;

/** $1: a person. The delegations they hold, each with those it was passed on from. */
export const CHAINS_TO = `
  WITH RECURSIVE chain AS (
    SELECT d.id FROM identity.delegations d WHERE d.to_person = $1 AND d.revoked_at IS NULL
    UNION
    SELECT p.via FROM chain JOIN identity.delegations p ON p.id = chain.id WHERE p.via IS NOT NULL
  )
  SELECT ${FIELDS} FROM chain JOIN identity.delegations d ON d.id = chain.id`;

/** $1: organs. Every delegation in them. */
export const OF_ORGANS = `SELECT ${FIELDS} FROM identity.delegations d WHERE d.organ = ANY ($1) ORDER BY d.id`;
