-- Words that must not be kept. An event's place, version, actor and time stay; what is erased are texts in its data, and the salt of its
-- leaf, so that nobody can guess the words back from the hash. The only way is an event that says so (PayloadErased, in the same stream):
-- fact and effect are one transaction.

-- refuse_rewrite(): as refuse_change, except that a trigger may do what its event says.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% on % is refused: the ledger is insert-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'KY405';
END $$;
REVOKE ALL ON FUNCTION refuse_rewrite() FROM PUBLIC;
DROP TRIGGER events_insert_only ON events;
CREATE TRIGGER events_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- When an erasure took place here: who holds copies of events, such as the read models, makes them anew.
CREATE TABLE erasures (
  position bigint PRIMARY KEY,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
GRANT DELETE ON review.filings, review.terms, review.postings TO kyogi_app;
GRANT SELECT ON erasures TO kyogi_app, kyogi_projector, kyogi_deliverer, kyogi_verifier;

-- delivery.tell_by_reference(p_event): what was announced of an event is told by its address from now on. Called with the erasure, and by
-- the announcer when it comes to it, since it may have read the event before and written its announcement after.
CREATE FUNCTION delivery.tell_by_reference(p_event uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE delivery.announcements SET event = ((event::jsonb - 'data') || jsonb_build_object('dataref', '/v1/events/' || event_id))::text
  WHERE event_id = p_event
$$;
REVOKE ALL ON FUNCTION delivery.tell_by_reference(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delivery.tell_by_reference(uuid) TO kyogi_deliverer;

-- record_erasure(): trigger; replaces the texts and forgets the salt.
-- errors: KY404 no such event in this stream | KY422 nothing to erase at a path | KY425 its leaf is not in the transparency log yet: the
--         log must commit to the words that were, before they go
CREATE FUNCTION record_erasure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_id bigint;
  v_data jsonb;
  v_path text[];
BEGIN
  SELECT e.id, e.data INTO v_id, v_data FROM events e JOIN event_log l ON l.event_id = e.id
  WHERE e.event_id = (NEW.data ->> 'eventId')::uuid AND e.stream_id = NEW.stream_id AND l.position = (NEW.data ->> 'position')::bigint;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such event in this stream' USING ERRCODE = 'KY404';
  END IF;
  FOR v_path IN SELECT ARRAY(SELECT jsonb_array_elements_text(p)) FROM jsonb_array_elements(NEW.data -> 'paths') AS p LOOP
    -- A copy (0080) may get an event when its words are gone already.
    CONTINUE WHEN v_data #> v_path IS NULL AND EXISTS (SELECT FROM mirror);
    IF jsonb_typeof(v_data #> v_path) IS DISTINCT FROM 'string' THEN
      RAISE EXCEPTION 'there is no text at %', v_path USING ERRCODE = 'KY422';
    END IF;
    IF NEW.data -> 'removed' @> jsonb_build_array(to_jsonb(v_path)) THEN
      v_data := v_data #- v_path;
    ELSE
      v_data := jsonb_set(v_data, v_path, to_jsonb('〔消去 erased〕'::text));
    END IF;
  END LOOP;
  UPDATE evidence.leaves SET salt = NULL WHERE position = (NEW.data ->> 'position')::bigint;
  IF NOT FOUND AND EXISTS (SELECT FROM evidence.leaves) THEN
    RAISE EXCEPTION 'its leaf is not in the log yet' USING ERRCODE = 'KY425';
  END IF;
  UPDATE events SET data = v_data WHERE id = v_id;
  PERFORM delivery.tell_by_reference((NEW.data ->> 'eventId')::uuid);
  INSERT INTO erasures (position) VALUES ((NEW.data ->> 'position')::bigint)
  ON CONFLICT (position) DO UPDATE SET applied_at = clock_timestamp();
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION record_erasure() FROM PUBLIC;
CREATE TRIGGER events_erasures AFTER INSERT ON events FOR EACH ROW WHEN (NEW.type = 'PayloadErased') EXECUTE FUNCTION record_erasure();
