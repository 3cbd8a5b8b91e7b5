-- Who may do what to the ledger. Roles are NOLOGIN: a pool connects as DATABASE_URL's login and takes one on with the start-up option
-- `-c role=...`. In production every process has a login of its own, member of only its role.
--   kyogi_owner     owns every object; migrations only
--   kyogi_app       intake and review: append_events, read the ledger, work items
--   kyogi_sequencer gives positions
--   kyogi_projector headquarters, writing: reads the ledger, owns its read models
--   kyogi_reader    headquarters, answering: row-level security applies
--   kyogi_verifier  reads everything, writes nothing
--
-- Roles belong to the cluster, and several databases of one cluster may migrate at the same moment (the tests do). An advisory lock is
-- local to a database, so the losers of the race are caught here instead.
DO $$
DECLARE
  v_role text;
  v_try int;
BEGIN
  FOREACH v_role IN ARRAY ARRAY['kyogi_owner', 'kyogi_app', 'kyogi_sequencer', 'kyogi_projector', 'kyogi_reader', 'kyogi_verifier'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = v_role) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', v_role);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    -- A superuser may take on any role; who made a role is its admin, but may take it on only after a grant.
    FOR v_try IN 1..50 LOOP
      BEGIN
        EXECUTE format('SET LOCAL ROLE %I', v_role);
        RESET ROLE;
        EXIT;
      EXCEPTION WHEN insufficient_privilege THEN
        BEGIN
          EXECUTE format('GRANT %I TO %I', v_role, session_user);
        EXCEPTION WHEN internal_error OR unique_violation THEN -- "tuple concurrently updated"
          PERFORM pg_sleep(0.02);
        END;
      END;
    END LOOP;
  END LOOP;
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Functions pin their search_path to public, so nobody but the owner may put anything there.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO kyogi_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
-- Rights on the database itself are given at every run (libs/platform/src/migrate.ts): neither a dump nor a template carries them.
