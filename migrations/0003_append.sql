-- append_events(p): one call = one transaction = one round trip. The only way to write to the ledger.
-- in:  streamId   text
--      expected   'none' | 'exists' | 'any' | integer (0 = 'none')
--      events     [{eventId uuid, type, v, data}], may be empty unless the stream is new
--      meta       object, the same for every event
--      receipt    {scope, key, fingerprint} or null
--      authorityEpoch  bigint or null: the epoch under which the decision was made
--      settle     {id, fence, outcome} or null: the work item this command came from, done in the same transaction
--      disarm     [key or 'prefix*']: due items of this stream, cancelled (before arm)
--      arm        [{key, epoch?, kind, name, payload, dueAt}]: without epoch, the next one of the key
--      duties     [{scope, person, duty}]
--      summary    text kept with the receipt
-- out: {streamId, version, firstId, lastId, position, replayed, summary}; a repeated receipt gives the first answer with replayed: true.
--      position is that of the last event when this call could number it at once, else null: then a sequencer does.
-- errors: KY401 authority epoch is older | KY403 second duty of one person | KY404 no such stream | KY409 work item is not ours any more
--         KY412 other version (DETAIL: the current one) | KY422 key used with another fingerprint | 23505 event id known
CREATE FUNCTION append_events(p jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_stream text := p ->> 'streamId';
  v_expected text := p ->> 'expected';
  v_count int := jsonb_array_length(p -> 'events');
  v_summary text := p ->> 'summary';
  v_version int;
  v_first bigint;
  v_last bigint;
  v_position bigint;
  r receipts;
BEGIN
  -- First, so that a concurrent copy waits here for the outcome of this one.
  IF p -> 'receipt' ->> 'key' IS NOT NULL THEN
    INSERT INTO receipts (scope, key, fingerprint, stream_id)
    VALUES (p #>> '{receipt,scope}', p #>> '{receipt,key}', p #>> '{receipt,fingerprint}', v_stream)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      SELECT * INTO STRICT r FROM receipts WHERE scope = p #>> '{receipt,scope}' AND key = p #>> '{receipt,key}';
      IF r.fingerprint <> p #>> '{receipt,fingerprint}' THEN
        RAISE EXCEPTION 'key was used with another content' USING ERRCODE = 'KY422';
      END IF;
      PERFORM settle_work_item(p -> 'settle');
      RETURN jsonb_build_object('streamId', r.stream_id, 'version', r.version, 'firstId', r.first_id, 'lastId', r.last_id,
                                'position', NULL, 'replayed', true, 'summary', r.summary);
    END IF;
  END IF;

  IF p ->> 'authorityEpoch' IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(19481, 2); -- see bump_authority
    IF (SELECT epoch FROM authority WHERE k = 1) <> (p ->> 'authorityEpoch')::bigint THEN
      RAISE EXCEPTION 'authority has changed' USING ERRCODE = 'KY401';
    END IF;
  END IF;

  v_version := take_versions(v_stream, v_expected, v_count);

  -- ORDER BY before the identity column is evaluated: ids rise with versions.
  IF v_count > 0 THEN
    WITH e AS (
      INSERT INTO events (event_id, stream_id, version, type, v, data, meta)
      SELECT (x.e ->> 'eventId')::uuid, v_stream, v_version - v_count + x.n, x.e ->> 'type', (x.e ->> 'v')::smallint, x.e -> 'data',
             coalesce(nullif(p -> 'meta', 'null'), '{}')
      FROM jsonb_array_elements(p -> 'events') WITH ORDINALITY AS x (e, n) ORDER BY x.n
      RETURNING id
    ), u AS (INSERT INTO unsequenced SELECT id FROM e)
    SELECT min(id), max(id) INTO v_first, v_last FROM e;
  END IF;

  PERFORM settle_work_item(p -> 'settle');
  IF jsonb_array_length(coalesce(nullif(p -> 'disarm', 'null'), '[]')) > 0 THEN
    PERFORM disarm_work_items(v_stream, p -> 'disarm');
  END IF;
  IF jsonb_array_length(coalesce(nullif(p -> 'arm', 'null'), '[]')) > 0 THEN
    PERFORM arm_work_items(v_stream, p -> 'arm');
  END IF;
  IF jsonb_array_length(coalesce(nullif(p -> 'duties', 'null'), '[]')) > 0 THEN
    PERFORM take_duties(v_stream, p -> 'duties');
  END IF;
  IF p -> 'receipt' ->> 'key' IS NOT NULL THEN
    UPDATE receipts SET version = v_version, first_id = v_first, last_id = v_last, summary = v_summary
    WHERE scope = p #>> '{receipt,scope}' AND key = p #>> '{receipt,key}';
  END IF;
  -- Last of all, since the head stays locked until commit. Who finds it locked leaves the numbering to the sequencers.
  IF v_count > 0 THEN
    PERFORM FROM log_head WHERE k = 1 FOR UPDATE SKIP LOCKED;
    IF FOUND THEN
      SELECT n.position INTO v_position FROM number_events(1000) n WHERE n.id = v_last;
    END IF;
  END IF;
  RETURN jsonb_build_object('streamId', v_stream, 'version', v_version, 'firstId', v_first, 'lastId', v_last, 'position', v_position,
                            'replayed', false, 'summary', v_summary);
END $$;

-- take_versions: reserves p_count versions. out: the last of them. The stream's row stays locked until commit. errors: KY404, KY412, 22023.
CREATE FUNCTION take_versions(p_stream text, p_expected text, p_count int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  v_version int;
BEGIN
  IF p_expected IN ('none', '0', 'any') AND p_count > 0 THEN
    INSERT INTO streams AS s VALUES (p_stream, p_count)
    ON CONFLICT (stream_id) DO UPDATE SET version = s.version + p_count WHERE p_expected = 'any'
    RETURNING version INTO v_version;
  ELSIF p_expected IN ('exists', 'any') THEN
    UPDATE streams SET version = version + p_count WHERE stream_id = p_stream RETURNING version INTO v_version;
  ELSIF p_expected ~ '^[1-9][0-9]*$' THEN
    UPDATE streams SET version = version + p_count WHERE stream_id = p_stream AND version = p_expected::int
    RETURNING version INTO v_version;
  ELSE
    RAISE EXCEPTION 'expected version % with % events', coalesce(p_expected, 'null'), p_count USING ERRCODE = '22023';
  END IF;
  IF v_version IS NOT NULL THEN
    RETURN v_version;
  END IF;
  SELECT version INTO v_version FROM streams WHERE stream_id = p_stream;
  IF p_expected IN ('exists', 'any') THEN
    RAISE EXCEPTION 'no such stream' USING ERRCODE = 'KY404';
  END IF;
  RAISE EXCEPTION 'stream is at another version' USING ERRCODE = 'KY412', DETAIL = coalesce(v_version, 0)::text;
END $$;

-- settle_work_item: compare-and-set of a lease. in: {id, fence, outcome} or null. errors: KY409 (cancelled, done, or leased to another).
CREATE FUNCTION settle_work_item(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p ->> 'id' IS NULL THEN
    RETURN;
  END IF;
  -- state in a form that no partial index serves: a plan made while the table was small would go through all due rows.
  UPDATE work_items SET state = 'done', outcome = p ->> 'outcome', done_at = clock_timestamp(), locked_until = NULL
  WHERE id = (p ->> 'id')::bigint AND state || '' = 'due' AND fence = (p ->> 'fence')::int;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'work item is not ours any more' USING ERRCODE = 'KY409';
  END IF;
END $$;

-- disarm_work_items: cancels due items of the stream. in: exact keys, or prefixes ending in '*'.
CREATE FUNCTION disarm_work_items(p_stream text, p jsonb) RETURNS void LANGUAGE sql AS $$
  UPDATE work_items SET state = 'cancelled', done_at = clock_timestamp()
  WHERE stream_id = p_stream AND state = 'due' AND EXISTS (
    SELECT FROM jsonb_array_elements_text(p) AS k
    WHERE item_key = k OR (right(k, 1) = '*' AND starts_with(item_key, left(k, -1))))
$$;

-- arm_work_items: makes work due. in: [{key, epoch?, kind, name, payload, dueAt}]. A known (key, epoch) is left as it is; a due item of the
-- key with a lower epoch is cancelled. Keys must name their stream: two streams arming one key at once would meet in 23505.
CREATE FUNCTION arm_work_items(p_stream text, p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  a jsonb;
  v_epoch int;
BEGIN
  FOR a IN SELECT * FROM jsonb_array_elements(p) LOOP
    v_epoch := coalesce((a ->> 'epoch')::int, (SELECT max(epoch) + 1 FROM work_items WHERE item_key = a ->> 'key'), 0);
    IF v_epoch > 0 THEN
      UPDATE work_items SET state = 'cancelled', done_at = clock_timestamp()
      WHERE item_key = a ->> 'key' AND epoch < v_epoch AND state = 'due';
    END IF;
    INSERT INTO work_items (item_key, epoch, stream_id, kind, name, payload, due_at)
    VALUES (a ->> 'key', v_epoch, p_stream, a ->> 'kind', a ->> 'name', coalesce(nullif(a -> 'payload', 'null'), '{}'),
            (a ->> 'dueAt')::timestamptz)
    ON CONFLICT DO NOTHING;
  END LOOP;
END $$;

-- take_duties: in: [{scope, person, duty}]. errors: KY403 when one person would hold two duties of one scope of the stream.
CREATE FUNCTION take_duties(p_stream text, p jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO duties (stream_id, scope, person, duty)
  SELECT p_stream, d ->> 'scope', d ->> 'person', d ->> 'duty' FROM jsonb_array_elements(p) AS d
  ON CONFLICT ON CONSTRAINT duties_once DO NOTHING;
EXCEPTION WHEN exclusion_violation THEN
  RAISE EXCEPTION 'one person, two duties' USING ERRCODE = 'KY403', DETAIL = SQLERRM;
END $$;

-- prune_receipts: in: age, at least 30 days (the time a key is promised to be remembered). out: number of receipts deleted. errors: 22023.
CREATE FUNCTION prune_receipts(p_age interval DEFAULT '30 days') RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_count bigint;
BEGIN
  IF p_age < interval '30 days' THEN
    RAISE EXCEPTION 'receipts are kept for 30 days' USING ERRCODE = '22023';
  END IF;
  DELETE FROM receipts WHERE recorded_at < clock_timestamp() - p_age;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;

REVOKE ALL ON FUNCTION append_events(jsonb), take_versions(text, text, int), settle_work_item(jsonb), disarm_work_items(text, jsonb),
  arm_work_items(text, jsonb), take_duties(text, jsonb), prune_receipts(interval), bump_authority(), refuse_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_events(jsonb), prune_receipts(interval) TO kyogi_app;
