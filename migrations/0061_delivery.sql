-- Who is told what. Subscriptions are events of a stream each; this table follows from them in the same transaction.
CREATE SCHEMA delivery;
GRANT USAGE ON SCHEMA delivery TO kyogi_app, kyogi_deliverer, kyogi_verifier;

-- One row per event of a dossier, computed once, in order of position: what is told of it, to whom, and what filters ask about.
CREATE TABLE delivery.announcements (
  position bigint PRIMARY KEY,
  event_id uuid NOT NULL UNIQUE,
  dossier_id text NOT NULL,
  type text NOT NULL,
  -- Readers (organs, '*') it is told to.
  readers text[] NOT NULL,
  -- Lead, co-leads, and the organ that caused it.
  organs text[] NOT NULL,
  pillars text[] NOT NULL,
  marking smallint NOT NULL,
  -- The CloudEvent without what depends on the subscription, as the bytes that are sent.
  event text NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX announcements_recorded_at ON delivery.announcements USING brin (recorded_at);

-- What the announcer remembers of a dossier: what sight needs (libs/sight) and its pillars and marking.
CREATE TABLE delivery.cases (dossier_id text PRIMARY KEY, doc jsonb NOT NULL) WITH (fillfactor = 80);

CREATE TABLE delivery.subscriptions (
  id text PRIMARY KEY,
  organ text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('government', 'organ')),
  eyes text[] NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  filter_version int NOT NULL DEFAULT 1,
  mode text NOT NULL CHECK (mode IN ('strict', 'parallel')),
  transport jsonb NOT NULL,
  state text NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'DISABLED', 'ENDED')),
  disabled_for text,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  version int NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX subscriptions_organ ON delivery.subscriptions (organ);

-- How far a subscription came. Apart from what it is, because this changes with every batch.
--   position   up to which the announcements were looked at
--   delivered  number of its last delivery
--   settled    every delivery up to this number was taken, or stands in delivery.troubled
-- A process that sends holds a lease; `fence` rises with every holder.
CREATE TABLE delivery.cursors (
  subscription_id text PRIMARY KEY REFERENCES delivery.subscriptions (id),
  position bigint NOT NULL CHECK (position >= 0),
  delivered bigint NOT NULL DEFAULT 0,
  settled bigint NOT NULL DEFAULT 0 CHECK (settled <= delivered),
  leased_until timestamptz,
  fence int NOT NULL DEFAULT 0,
  -- Since when nothing of it was taken, while something was tried.
  failing_since timestamptz
) WITH (fillfactor = 30);

-- The deliveries of a subscription, numbered densely from 1: the chain by which its consumer knows that nothing is missing.
CREATE TABLE delivery.deliveries (
  subscription_id text NOT NULL REFERENCES delivery.subscriptions (id),
  seq bigint NOT NULL CHECK (seq > 0),
  position bigint NOT NULL,
  -- From then on its retention counts: what a new subscription is told of the past is as new as the rest.
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (subscription_id, seq)
);

-- Deliveries that were not taken at the first try.
--   waiting  tried again at next_attempt_at
--   behind   waits for an earlier one of its dossier (mode strict)
--   parked   given up; its notice is sent in its place, and is tried again like a delivery, until it was taken (notice_sent)
CREATE TABLE delivery.troubled (
  subscription_id text NOT NULL,
  seq bigint NOT NULL,
  position bigint NOT NULL,
  partition_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'behind', 'parked')),
  attempts int NOT NULL,
  first_tried_at timestamptz,
  next_attempt_at timestamptz,
  last_status int,
  last_error text,
  -- Why it was given up, as its notice says for good.
  reason text,
  notice_attempts int NOT NULL DEFAULT 0,
  notice_sent boolean NOT NULL DEFAULT false,
  PRIMARY KEY (subscription_id, seq),
  FOREIGN KEY (subscription_id, seq) REFERENCES delivery.deliveries (subscription_id, seq) ON DELETE CASCADE
);
CREATE INDEX troubled_due ON delivery.troubled (subscription_id, next_attempt_at) WHERE state <> 'behind' AND NOT notice_sent;
CREATE INDEX troubled_open ON delivery.troubled (subscription_id, seq) WHERE NOT notice_sent;
CREATE INDEX troubled_key ON delivery.troubled (subscription_id, partition_key, seq) WHERE NOT notice_sent;

-- Keys that sign webhooks. Never in the ledger, and of no use to the commands.
CREATE TABLE delivery.secrets (
  subscription_id text NOT NULL REFERENCES delivery.subscriptions (id),
  key_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('v1', 'v1a')),
  secret bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Null: in use. Else it signs beside the newer one until then.
  until timestamptz,
  PRIMARY KEY (subscription_id, key_id)
);

-- That the receiver wants to be called (CloudEvents, abuse protection): asked before the first event and again every week.
CREATE TABLE delivery.consents (
  subscription_id text PRIMARY KEY REFERENCES delivery.subscriptions (id),
  url text NOT NULL,
  -- Requests a minute that it allows; null: any number.
  rate int,
  given_at timestamptz NOT NULL,
  until timestamptz NOT NULL
);

-- Deliveries that are sent once more, apart from the others and slower.
CREATE TABLE delivery.replays (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subscription_id text NOT NULL REFERENCES delivery.subscriptions (id),
  from_seq bigint NOT NULL,
  to_seq bigint NOT NULL,
  filter jsonb NOT NULL,
  only_parked boolean NOT NULL,
  count bigint NOT NULL,
  -- The last one that was sent, and how many of them were not taken.
  at_seq bigint NOT NULL,
  failed bigint NOT NULL DEFAULT 0,
  asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  done_at timestamptz
);
CREATE INDEX replays_open ON delivery.replays (subscription_id) WHERE done_at IS NULL;

-- delivery.taken(c): every delivery up to this number was taken, or told of as a gap. Less than `settled` while something is in trouble.
CREATE FUNCTION delivery.taken(c delivery.cursors) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT least(c.settled, (SELECT t.seq - 1 FROM delivery.troubled t
                           WHERE t.subscription_id = c.subscription_id AND NOT t.notice_sent ORDER BY t.seq LIMIT 1))
$$;

-- record_subscription(): trigger; writes an event of a subscription's stream into the table.
CREATE FUNCTION record_subscription() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d jsonb := NEW.data;
BEGIN
  CASE NEW.type
    WHEN 'SubscriptionOpened' THEN
      INSERT INTO delivery.subscriptions (id, organ, scope, eyes, name, filter, mode, transport, opened_by, opened_at, version)
      VALUES (NEW.stream_id, d ->> 'organ', d ->> 'scope', ARRAY(SELECT jsonb_array_elements_text(d -> 'eyes')), d ->> 'name',
              d -> 'filter', d ->> 'mode', d -> 'transport', NEW.meta #>> '{actor,person}', NEW.recorded_at, NEW.version);
      INSERT INTO delivery.cursors (subscription_id, position) VALUES (NEW.stream_id, (d ->> 'after')::bigint);
    WHEN 'SubscriptionChanged' THEN
      -- What a webhook has not taken is not taken: the other way begins before it, and who sent holds it no more.
      IF d #>> '{transport,kind}' <> 'webhook' THEN
        UPDATE delivery.cursors c SET settled = delivery.taken(c), fence = fence + 1, leased_until = NULL, failing_since = NULL
        FROM delivery.subscriptions s WHERE s.id = NEW.stream_id AND c.subscription_id = s.id AND s.transport ->> 'kind' = 'webhook';
        IF FOUND THEN
          DELETE FROM delivery.troubled WHERE subscription_id = NEW.stream_id AND NOT notice_sent;
        END IF;
      END IF;
      UPDATE delivery.subscriptions SET name = coalesce(d ->> 'name', name), filter = coalesce(d -> 'filter', filter),
        filter_version = filter_version + (d ? 'filter')::int, mode = coalesce(d ->> 'mode', mode),
        transport = coalesce(d -> 'transport', transport)
      WHERE id = NEW.stream_id;
    WHEN 'SubscriptionDisabled' THEN
      UPDATE delivery.subscriptions SET state = 'DISABLED', disabled_for = d ->> 'by' WHERE id = NEW.stream_id;
    WHEN 'SubscriptionEnabled' THEN
      UPDATE delivery.subscriptions SET state = 'ACTIVE', disabled_for = NULL WHERE id = NEW.stream_id;
      UPDATE delivery.cursors SET failing_since = NULL WHERE subscription_id = NEW.stream_id;
    WHEN 'SubscriptionEnded' THEN
      UPDATE delivery.subscriptions SET state = 'ENDED' WHERE id = NEW.stream_id;
    WHEN 'ReplayRequested' THEN
      INSERT INTO delivery.replays (subscription_id, from_seq, to_seq, filter, only_parked, count, at_seq)
      VALUES (NEW.stream_id, (d ->> 'from')::bigint, (d ->> 'to')::bigint, coalesce(d -> 'filter', '{}'), d ->> 'only' = 'parked',
              (d ->> 'count')::bigint, (d ->> 'from')::bigint - 1);
    ELSE NULL;
  END CASE;
  UPDATE delivery.subscriptions SET version = NEW.version WHERE id = NEW.stream_id;
  PERFORM pg_notify('kyogi_delivery', '');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION record_subscription() FROM PUBLIC;
CREATE TRIGGER events_subscriptions AFTER INSERT ON events FOR EACH ROW
  WHEN (NEW.type IN ('SubscriptionOpened', 'SubscriptionChanged', 'SubscriptionDisabled', 'SubscriptionEnabled', 'SubscriptionEnded',
                     'SecretRotated', 'ReplayRequested'))
  EXECUTE FUNCTION record_subscription();

-- delivery.fan_out(p_limit): gives every active subscription that is behind the head its next deliveries.
-- in:  at most how many announcements each is moved on by
-- out: (subscription_id, delivered, told) of those that were moved on; told: how many deliveries they got
-- Cursor and deliveries are one transaction: each announcement is looked at once per subscription, with the filter of that moment. A
-- cursor that a sender moves at this moment (settled) is waited for: passed over, its deliveries would come with the next event.
CREATE FUNCTION delivery.fan_out(p_limit int) RETURNS TABLE (subscription_id text, delivered bigint, told int) LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_head bigint;
BEGIN
  SELECT coalesce(max(position), 0) INTO v_head FROM delivery.announcements;
  RETURN QUERY
    WITH behind AS (
      SELECT c.subscription_id AS id, c.position AS after, c.delivered AS seq, s.eyes, s.filter
      FROM delivery.cursors c JOIN delivery.subscriptions s ON s.id = c.subscription_id
      WHERE s.state = 'ACTIVE' AND c.position < v_head
      ORDER BY c.subscription_id FOR NO KEY UPDATE OF c
    ), looked AS (
      SELECT b.id, b.seq, b.eyes, b.filter, a.position, a.readers, a.type, a.organs, a.pillars, a.dossier_id, a.marking
      FROM behind b CROSS JOIN LATERAL (
        SELECT * FROM delivery.announcements x WHERE x.position > b.after ORDER BY x.position LIMIT p_limit) a
    ), told AS (
      INSERT INTO delivery.deliveries (subscription_id, seq, position)
      SELECT l.id, l.seq + row_number() OVER (PARTITION BY l.id ORDER BY l.position), l.position FROM looked l
      WHERE l.readers && l.eyes AND delivery.lets_through(l.filter, l.type, l.organs, l.pillars, l.dossier_id, l.marking)
      RETURNING subscription_id, seq
    ), moved AS (
      UPDATE delivery.cursors c SET position = m.position, delivered = coalesce(t.seq, c.delivered)
      FROM (SELECT id, max(position) AS position FROM looked GROUP BY id) m
      LEFT JOIN (SELECT subscription_id AS id, max(seq) AS seq, count(*)::int AS told FROM told GROUP BY subscription_id) t USING (id)
      WHERE c.subscription_id = m.id
      RETURNING c.subscription_id, c.delivered, coalesce(t.told, 0) AS told
    )
    SELECT m.subscription_id, m.delivered, m.told FROM moved m;
  IF FOUND THEN
    PERFORM pg_notify('kyogi_delivery', '');
  END IF;
END $$;

-- delivery.prune(p_before, p_limit): removes deliveries that were made before a time, the oldest first, taken or not.
-- in:  at most how many of each subscription
-- out: how many it removed; 0 also when another transaction prunes
-- Announcements stay: a subscription may begin with the first.
CREATE FUNCTION delivery.prune(p_before timestamptz, p_limit int) RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_removed int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(19481, 61) THEN
    RETURN 0;
  END IF;
  -- In the order of their numbers they are in the order of their making, so only the first are looked at.
  DELETE FROM delivery.deliveries d USING delivery.subscriptions s
    CROSS JOIN LATERAL (SELECT x.subscription_id, x.seq, x.made_at FROM delivery.deliveries x
                        WHERE x.subscription_id = s.id ORDER BY x.seq LIMIT p_limit) o
    WHERE d.subscription_id = o.subscription_id AND d.seq = o.seq AND o.made_at < p_before;
  GET DIAGNOSTICS v_removed = ROW_COUNT;
  RETURN v_removed;
END $$;

-- delivery.lets_through: whether a filter (SubscriptionFilter) lets an announcement through.
CREATE FUNCTION delivery.lets_through(f jsonb, p_type text, p_organs text[], p_pillars text[], p_dossier text, p_marking smallint)
RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (f -> 'types' IS NULL OR f -> 'types' ? p_type)
    AND (f -> 'organs' IS NULL OR f -> 'organs' ?| p_organs)
    AND (f -> 'pillars' IS NULL OR f -> 'pillars' ?| p_pillars)
    AND (f -> 'dossiers' IS NULL OR f -> 'dossiers' ? p_dossier)
    AND (f -> 'maxMarking' IS NULL OR p_marking <= (f ->> 'maxMarking')::int)
$$;

REVOKE ALL ON FUNCTION delivery.taken(delivery.cursors), delivery.fan_out(int), delivery.prune(timestamptz, int),
  delivery.lets_through(jsonb, text, text[], text[], text, smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delivery.taken(delivery.cursors), delivery.fan_out(int), delivery.prune(timestamptz, int),
  delivery.lets_through(jsonb, text, text[], text[], text, smallint) TO kyogi_deliverer;

GRANT SELECT ON events, event_log, log_head, streams, instance TO kyogi_deliverer;
GRANT SELECT, INSERT, UPDATE, DELETE ON subscriptions TO kyogi_deliverer;
GRANT SELECT, INSERT, DELETE ON delivery.announcements, delivery.deliveries TO kyogi_deliverer;
GRANT SELECT, INSERT, UPDATE ON delivery.cases, delivery.replays TO kyogi_deliverer;
GRANT SELECT, UPDATE ON delivery.cursors TO kyogi_deliverer;
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.troubled, delivery.secrets, delivery.consents TO kyogi_deliverer;
GRANT SELECT ON delivery.subscriptions TO kyogi_deliverer, kyogi_app, kyogi_verifier;
GRANT SELECT ON delivery.announcements, delivery.deliveries, delivery.cursors, delivery.troubled, delivery.consents, delivery.replays
  TO kyogi_app, kyogi_verifier;
