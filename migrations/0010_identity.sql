-- Who is who: people, their accounts at identity providers, their roles in organs, and the organs themselves. Changed by kyogi_owner only
-- (the cabinet loader, an administrator); every other role reads. No row-level security on these tables, by intention: they are the
-- staff directory of the cabinet, the same for every ministry, and hold nothing of any dossier.
CREATE SCHEMA identity;

-- The cabinet file's organs, in force from valid_from until the day before valid_to.
CREATE TABLE identity.organs (
  slug text PRIMARY KEY,
  ja text NOT NULL,
  en text NOT NULL,
  protocol_order int,
  parent text,
  tier text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  successor text,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);

-- One row is one human being, however many accounts they have. home_organ is what recusal looks at, during a secondment too.
CREATE TABLE identity.persons (
  id text PRIMARY KEY,
  name text NOT NULL,
  home_organ text NOT NULL,
  seconded_to text,
  seconded_from date,
  CHECK (seconded_from IS NULL OR seconded_to IS NOT NULL)
);

CREATE TABLE identity.accounts (
  issuer text NOT NULL,
  subject text NOT NULL,
  person_id text NOT NULL REFERENCES identity.persons (id) ON DELETE CASCADE,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX accounts_person ON identity.accounts (person_id);

-- A role in an organ ('*': every organ) in force from valid_from until the day before valid_to; null is open.
CREATE TABLE identity.assignments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id text NOT NULL REFERENCES identity.persons (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role <> 'SYSTEM'),
  organ text NOT NULL,
  valid_from date,
  valid_to date,
  CONSTRAINT assignments_once UNIQUE NULLS NOT DISTINCT (person_id, role, organ, valid_from),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to)
);

-- A change of any of these makes every decision under way be made again (see bump_authority in 0002).
CREATE CONSTRAINT TRIGGER persons_authority AFTER INSERT OR UPDATE OR DELETE ON identity.persons
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_authority();
CREATE CONSTRAINT TRIGGER accounts_authority AFTER INSERT OR UPDATE OR DELETE ON identity.accounts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_authority();
CREATE CONSTRAINT TRIGGER assignments_authority AFTER INSERT OR UPDATE OR DELETE ON identity.assignments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_authority();

GRANT USAGE ON SCHEMA identity TO kyogi_app, kyogi_projector, kyogi_reader, kyogi_verifier;
GRANT SELECT ON ALL TABLES IN SCHEMA identity TO kyogi_app, kyogi_projector, kyogi_reader, kyogi_verifier;
GRANT SELECT ON authority TO kyogi_reader, kyogi_projector;
