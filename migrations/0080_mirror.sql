-- Headquarters at a distance: a database whose ledger is a copy of another one's, event by event, at the same positions. And what finds
-- out whether copies and read models still say what the ledger says.

-- One row: this database is a mirror. Nothing is recorded here of its own.
CREATE TABLE mirror (k smallint PRIMARY KEY CHECK (k = 1), since timestamptz NOT NULL DEFAULT clock_timestamp());
GRANT SELECT ON mirror TO kyogi_projector, kyogi_app, kyogi_verifier;

CREATE FUNCTION refuse_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this database is a mirror: nothing is recorded here, only where it is copied from' USING ERRCODE = 'KY423';
END $$;

-- become_mirror(): errors: KY423 when anything was ever recorded here.
-- append_events is refused from then on by triggers that are made only now: where there is no mirror, an append pays nothing for it.
CREATE FUNCTION become_mirror() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_table text;
BEGIN
  -- First the triggers: they wait for appends under way, and the look comes after these.
  FOREACH v_table IN ARRAY ARRAY['receipts', 'unsequenced', 'work_items', 'duties'] LOOP
    EXECUTE format('CREATE TRIGGER %I_of_a_mirror BEFORE INSERT ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_append()', v_table, v_table);
  END LOOP;
  IF EXISTS (SELECT FROM events) OR EXISTS (SELECT FROM receipts) THEN
    RAISE EXCEPTION 'this database has a ledger of its own and cannot become a mirror' USING ERRCODE = 'KY423';
  END IF;
  -- Far from the ids that are copied, so that an append meets the refusal and not an id.
  PERFORM setval(pg_get_serial_sequence('events', 'id'), 4611686018427387904);
  INSERT INTO mirror VALUES (1);
END $$;

-- mirror_events(p): writes events of another ledger at the positions they have there. The first call makes the database a mirror.
-- in:  [LedgerEvent] in order of position, each {position, id, eventId, streamId, version, type, v, data, meta, recordedAt}
-- out: the head of this ledger afterwards
-- What is here already is compared and not written. All or nothing.
-- errors: KY416 a position between the head and these events is missing (DETAIL: it) | KY417 the event here is another one, or the event
--         is not the next of its stream (DETAIL: the position) | KY423 this database has a ledger of its own
CREATE FUNCTION mirror_events(p jsonb) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_head bigint;
  v_bad bigint;
BEGIN
  SELECT n INTO STRICT v_head FROM log_head WHERE k = 1 FOR UPDATE;
  IF NOT EXISTS (SELECT FROM mirror) THEN
    PERFORM become_mirror();
  END IF;

  SELECT min(g.position) INTO v_bad FROM mirrored(p) g LEFT JOIN event_log l USING (position) LEFT JOIN events e ON e.id = l.event_id
  WHERE g.position <= v_head AND NOT is_same_event(e, g);
  IF v_bad IS NOT NULL THEN
    RAISE EXCEPTION 'the event at position % here is another one than there', v_bad USING ERRCODE = 'KY417', DETAIL = v_bad::text;
  END IF;

  SELECT min(x.want) INTO v_bad FROM (
    SELECT g.position, v_head + row_number() OVER (ORDER BY g.position) AS want FROM mirrored(p) g WHERE g.position > v_head) x
  WHERE x.position <> x.want;
  IF v_bad IS NOT NULL THEN
    RAISE EXCEPTION 'position % is missing', v_bad USING ERRCODE = 'KY416', DETAIL = v_bad::text;
  END IF;

  SELECT min(x.position) INTO v_bad FROM (
    SELECT g.position, g.version, coalesce(s.version, 0) + row_number() OVER (PARTITION BY g.stream_id ORDER BY g.position) AS want
    FROM mirrored(p) g LEFT JOIN streams s USING (stream_id) WHERE g.position > v_head) x
  WHERE x.version <> x.want;
  IF v_bad IS NOT NULL THEN
    RAISE EXCEPTION 'the event at position % is not the next of its stream', v_bad USING ERRCODE = 'KY417', DETAIL = v_bad::text;
  END IF;

  -- One statement, so that triggers on events (delegations, subscriptions, erasures) find the positions as they do at home.
  WITH written AS (
    INSERT INTO events (id, event_id, stream_id, version, type, v, data, meta, recorded_at) OVERRIDING SYSTEM VALUE
    SELECT g.id, g.event_id, g.stream_id, g.version, g.type, g.v, g.data, g.meta, g.recorded_at
    FROM mirrored(p) g WHERE g.position > v_head ORDER BY g.position
  )
  INSERT INTO event_log (position, event_id) SELECT g.position, g.id FROM mirrored(p) g WHERE g.position > v_head ORDER BY g.position;
  IF NOT FOUND THEN
    RETURN v_head;
  END IF;
  INSERT INTO streams AS s (stream_id, version) SELECT g.stream_id, max(g.version) FROM mirrored(p) g WHERE g.position > v_head GROUP BY 1
  ON CONFLICT (stream_id) DO UPDATE SET version = excluded.version;
  UPDATE log_head SET n = (SELECT max(position) FROM event_log) WHERE k = 1 RETURNING n INTO v_head;
  PERFORM pg_notify('kyogi_log', '');
  RETURN v_head;
END $$;

CREATE TYPE mirrored_event AS (
  position bigint, id bigint, event_id uuid, stream_id text, version int, type text, v smallint, data jsonb, meta jsonb, recorded_at timestamptz);

-- mirrored(p): the events of a call of mirror_events as rows.
CREATE FUNCTION mirrored(p jsonb) RETURNS SETOF mirrored_event LANGUAGE sql STABLE AS $$
  SELECT (x ->> 'position')::bigint, (x ->> 'id')::bigint, (x ->> 'eventId')::uuid, x ->> 'streamId', (x ->> 'version')::int, x ->> 'type',
         (x ->> 'v')::smallint, x -> 'data', x -> 'meta', (x ->> 'recordedAt')::timestamptz
  FROM jsonb_array_elements(p) AS x
$$;

-- may_be_erased_of(here, there): whether data are what is here with texts erased: members may be gone, and the mark may stand for a text.
CREATE FUNCTION may_be_erased_of(here jsonb, there jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN CASE
    WHEN here = there THEN true
    WHEN jsonb_typeof(here) = 'string' THEN there = to_jsonb('〔消去 erased〕'::text)
    WHEN jsonb_typeof(here) = 'object' AND jsonb_typeof(there) = 'object' THEN
      (SELECT coalesce(bool_and(here ? t.key AND may_be_erased_of(here -> t.key, t.value)), true) FROM jsonb_each(there) t)
    WHEN jsonb_typeof(here) = 'array' AND jsonb_typeof(there) = 'array' AND jsonb_array_length(here) = jsonb_array_length(there) THEN
      (SELECT coalesce(bool_and(may_be_erased_of(here -> (n - 1)::int, value)), true) FROM jsonb_array_elements(there) WITH ORDINALITY AS t (value, n))
    ELSE false
  END;
END $$;

-- is_same_event(here, there): whether an event that came again is the one that is here. Words that were erased later may stand in a copy
-- that travelled before: then who, what, when and where must agree. Or they are gone there already and here not yet: the fact comes later.
CREATE FUNCTION is_same_event(here events, there mirrored_event) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (here.id, here.event_id, here.stream_id, here.version, here.type, here.v, here.meta, here.recorded_at)
         IS NOT DISTINCT FROM
         (there.id, there.event_id, there.stream_id, there.version, there.type, there.v, there.meta, there.recorded_at)
    AND (may_be_erased_of(here.data, there.data)
         OR EXISTS (SELECT FROM events x WHERE x.stream_id = here.stream_id AND x.type = 'PayloadErased'
                    AND x.data ->> 'eventId' = here.event_id::text))
$$;

-- event_time(e): when it came about: what its decision took for now, else when it was recorded.
CREATE FUNCTION event_time(e events) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce((e.meta ->> 'occurredAt')::timestamptz, e.recorded_at)
$$;

-- ledger_digest(zone, up_to, day): what the ledger says, in few numbers: events and a hash per day and acting organ.
-- in:  time zone of the days, the last position that counts, one day or null for all
-- out: the day an event came about, the organ, how many, sha256 over one line per event in order of position (whole event, erased words
--      as they are now)
CREATE FUNCTION ledger_digest(p_zone text, p_up_to bigint, p_day date) RETURNS TABLE (day date, organ text, events bigint, sha256 text)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT x.day, x.organ, count(*), encode(sha256(convert_to(string_agg(x.line, E'\n' ORDER BY x.position), 'UTF8')), 'hex')
  FROM (
    SELECT l.position, (event_time(e) AT TIME ZONE p_zone)::date AS day, coalesce(e.meta #>> '{actor,organ}', '') AS organ,
      concat_ws('|', l.position, e.event_id, e.stream_id, e.version, e.type, e.v, e.recorded_at AT TIME ZONE 'UTC',
                encode(sha256(convert_to(e.data::text || e.meta::text, 'UTF8')), 'hex')) AS line
    FROM event_log l JOIN events e ON e.id = l.event_id WHERE l.position <= p_up_to) x
  WHERE p_day IS NULL OR x.day = p_day
  GROUP BY x.day, x.organ
$$;

REVOKE ALL ON FUNCTION refuse_append(), become_mirror(), mirror_events(jsonb), mirrored(jsonb), is_same_event(events, mirrored_event),
  may_be_erased_of(jsonb, jsonb), ledger_digest(text, bigint, date), event_time(events) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mirror_events(jsonb) TO kyogi_projector;
GRANT EXECUTE ON FUNCTION ledger_digest(text, bigint, date), event_time(events) TO kyogi_projector, kyogi_deliverer, kyogi_verifier;

-- A look at whether headquarters says what the ledger says. `night` is set for the one that is made of itself in the night of that day.
CREATE TABLE hq.reconciliations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz,
  night date UNIQUE,
  asked_by text,
  -- Last position that was compared.
  position bigint,
  differences int
);

-- A day and an organ of which they do not say the same. Closed by the first look that finds no difference any more.
CREATE TABLE hq.incidents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- timeline, register: the read model against the ledger; ledger: this ledger against the one it is copied from.
  kind text NOT NULL CHECK (kind IN ('timeline', 'register', 'ledger')),
  day date NOT NULL,
  organ text NOT NULL,
  expected jsonb NOT NULL,
  found jsonb NOT NULL,
  found_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at timestamptz
);
CREATE UNIQUE INDEX incidents_open ON hq.incidents (kind, day, organ) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON hq.reconciliations, hq.incidents TO kyogi_projector;
