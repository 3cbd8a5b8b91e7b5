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

/** $1: its id. */
export const BY_ID = `SELECT ${FIELDS} FROM identity.delegations d WHERE d.id = $1`;

/** $1: a person, $2: an organ, $3: a day. Whether the person works there: one row if so. */
export const WORKS_IN = `SELECT FROM identity.assignments
  WHERE person_id = $1 AND organ = $2 AND role NOT IN ('OBSERVER', 'DOWNSTREAM', 'PUBLIC')
    AND coalesce(valid_from <= $3, true) AND coalesce($3 < valid_to, true) LIMIT 1`;
