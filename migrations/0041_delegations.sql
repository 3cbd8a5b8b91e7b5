-- Who stands in for whom (専決, 代決). The facts are events of a stream per delegation; this table follows from them in the same
-- transaction, so that ledger and table cannot differ.
CREATE TABLE identity.delegations (
  id text PRIMARY KEY,
  from_person text NOT NULL,
  to_person text NOT NULL CHECK (to_person <> from_person),
  role text NOT NULL,
  organ text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('STANDING', 'ACTING')),
  -- null: dossiers of every type
  dossier_types text[],
  -- In force from valid_from until the day before valid_to.
  valid_from date NOT NULL,
  valid_to date NOT NULL CHECK (valid_to > valid_from),
  -- The standing delegation that this one passes on.
  via text REFERENCES identity.delegations (id),
  revoked_at timestamptz
);
CREATE INDEX delegations_to ON identity.delegations (to_person);
CREATE INDEX delegations_organ ON identity.delegations (organ);

-- record_delegation(): trigger; writes an event of a delegation's stream into the table.
CREATE FUNCTION record_delegation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d jsonb := NEW.data;
BEGIN
  IF NEW.type = 'DelegationGranted' THEN
    INSERT INTO identity.delegations
      (id, from_person, to_person, role, organ, kind, dossier_types, valid_from, valid_to, via)
    VALUES
      (d ->> 'delegationId', d ->> 'from', d ->> 'to', d ->> 'role', d ->> 'organ', d ->> 'kind',
       CASE WHEN d ? 'dossierTypes' THEN ARRAY(SELECT jsonb_array_elements_text(d -> 'dossierTypes')) END,
       (d ->> 'validFrom')::date, (d ->> 'validTo')::date, d ->> 'via');
  ELSE
    UPDATE identity.delegations SET revoked_at = NEW.recorded_at WHERE id = d ->> 'delegationId' AND revoked_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION record_delegation() FROM PUBLIC;
CREATE TRIGGER events_delegations AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.type IN ('DelegationGranted', 'DelegationRevoked')) EXECUTE FUNCTION record_delegation();

-- A grant or a revocation bites in commit order, as an assignment does (see bump_authority in 0002).
CREATE CONSTRAINT TRIGGER delegations_authority AFTER INSERT OR UPDATE OR DELETE ON identity.delegations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_authority();

GRANT SELECT ON identity.delegations TO kyogi_app, kyogi_projector, kyogi_reader, kyogi_verifier;
