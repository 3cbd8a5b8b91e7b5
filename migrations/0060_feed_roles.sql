-- Two roles more (see 0001; made in the same way, since several databases of one cluster may migrate at the same moment).
--   kyogi_deliverer the feed: reads the ledger, owns what is delivered, alone reads the secrets of webhooks
--   kyogi_notary    the transparency log: reads the ledger, writes leaves, salts and what was signed
DO $$
DECLARE
  v_role text;
  v_try int;
BEGIN
  FOREACH v_role IN ARRAY ARRAY['kyogi_deliverer', 'kyogi_notary'] LOOP
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
