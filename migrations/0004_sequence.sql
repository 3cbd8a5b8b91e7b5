-- number_events(p_limit): gives committed events, and those of this transaction, their positions. The caller has locked the row of log_head,
-- in an earlier statement, and holds it until commit.
-- in:  at most how many events
-- out: (id, position) of each event numbered, in order of position; no row when nothing was waiting
-- errors: none of its own. Wakes listeners of kyogi_log, without content: a payload would reach any role that can LISTEN.
-- Under READ COMMITTED each statement of a VOLATILE function takes a snapshot of its own. So the DELETE, coming after the lock was won,
-- sees all that the former holder committed; in one statement with the lock it would not.
CREATE FUNCTION number_events(p_limit int) RETURNS TABLE (id bigint, "position" bigint) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  v_head bigint;
  v_count int;
BEGIN
  SELECT n INTO STRICT v_head FROM log_head WHERE k = 1;
  RETURN QUERY
    WITH taken AS (
      DELETE FROM unsequenced u USING (SELECT id FROM unsequenced ORDER BY id LIMIT p_limit) AS low WHERE u.id = low.id RETURNING u.id
    ), numbered AS (
      INSERT INTO event_log (position, event_id) SELECT v_head + row_number() OVER (ORDER BY t.id), t.id FROM taken t
      RETURNING event_id, position
    )
    SELECT n.event_id, n.position FROM numbered n ORDER BY n.position;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  IF v_count > 0 THEN
    UPDATE log_head SET n = v_head + v_count WHERE k = 1;
    PERFORM pg_notify('kyogi_log', '');
  END IF;
END $$;

-- sequence_events(p_limit): gives committed events their positions. Any number of processes may call it. in, out: as number_events.
CREATE FUNCTION sequence_events(p_limit int) RETURNS TABLE (id bigint, "position" bigint) LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM unsequenced) THEN
    RETURN;
  END IF;
  PERFORM FROM log_head WHERE k = 1 FOR UPDATE;
  RETURN QUERY SELECT n.id, n.position FROM number_events(p_limit) n;
END $$;

REVOKE ALL ON FUNCTION number_events(int), sequence_events(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sequence_events(int) TO kyogi_sequencer, kyogi_app;
