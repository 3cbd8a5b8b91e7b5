-- The ledger and what is written in the same transaction: receipts, work items, duties.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: the ledger is insert-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'KY405';
END $$;

-- One row per case. Its row lock is what orders the events of a stream: it is held until commit, so version n is always visible before n+1.
CREATE TABLE streams (
  stream_id text PRIMARY KEY,
  version int NOT NULL CHECK (version > 0)
) WITH (fillfactor = 80);

-- CACHE 1: ids of one stream must rise in the order its versions were given, whichever sessions gave them.
CREATE TABLE events (
  id bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
  event_id uuid NOT NULL,
  stream_id text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  type text NOT NULL,
  v smallint NOT NULL,
  data jsonb NOT NULL,
  meta jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT events_event_id_key UNIQUE (event_id),
  CONSTRAINT events_stream_version_key UNIQUE (stream_id, version)
);

-- Privileges bind everyone but the owner; the trigger binds the owner too, so that a migration or a hand at psql cannot rewrite history
-- without first removing it, which is visible in the schema.
CREATE TRIGGER events_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Committed events that have no position yet. Short-lived rows at a high rate: vacuum by count, not by share.
CREATE TABLE unsequenced (id bigint PRIMARY KEY) WITH
  (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);

-- The global order: dense from 1, never revised.
CREATE TABLE event_log (
  position bigint PRIMARY KEY CHECK (position > 0),
  event_id bigint NOT NULL UNIQUE REFERENCES events (id)
);
CREATE TRIGGER event_log_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The last position given.
CREATE TABLE log_head (k smallint PRIMARY KEY CHECK (k = 1), n bigint NOT NULL) WITH (fillfactor = 10);
INSERT INTO log_head VALUES (1, 0);

-- The answer to a command, kept with its effect: the same key gives the same answer. summary is opaque to the ledger.
CREATE TABLE receipts (
  scope text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  stream_id text NOT NULL,
  version int,
  first_id bigint,
  last_id bigint,
  summary text,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (scope, key)
) WITH (fillfactor = 80);
CREATE INDEX receipts_recorded_at ON receipts USING brin (recorded_at);

-- What is to be done, and when. The row is the truth; a queue job is a hint {id, epoch}. A key is due at most once: arming it again
-- cancels the former epoch.
CREATE TABLE work_items (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_key text NOT NULL,
  epoch int NOT NULL DEFAULT 0,
  stream_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('command', 'step')),
  name text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  due_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'done', 'cancelled', 'dead')),
  attempts int NOT NULL DEFAULT 0,
  locked_until timestamptz,
  fence int NOT NULL DEFAULT 0,
  outcome text,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  done_at timestamptz,
  UNIQUE (item_key, epoch)
) WITH (fillfactor = 80);
CREATE INDEX work_items_due ON work_items (kind, due_at, id) WHERE state = 'due';
CREATE INDEX work_items_stream ON work_items (stream_id, kind, due_at, id) WHERE state = 'due';

-- Four-eyes, below the program: within one scope of one case ('filing', 'endorsement') a person holds one duty only.
CREATE TABLE duties (
  stream_id text NOT NULL,
  scope text NOT NULL,
  person text NOT NULL,
  duty text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT duties_once UNIQUE (stream_id, scope, person, duty),
  CONSTRAINT duties_four_eyes EXCLUDE USING gist (stream_id WITH =, scope WITH =, person WITH =, duty WITH <>)
);
CREATE TRIGGER duties_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON duties
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Rises with every change of who may do what. append_events refuses a decision made under an older epoch.
CREATE TABLE authority (k smallint PRIMARY KEY CHECK (k = 1), epoch bigint NOT NULL) WITH (fillfactor = 10);
INSERT INTO authority VALUES (1, 1);

-- bump_authority(): trigger for tables that say who may do what. Attach it as
--   CREATE CONSTRAINT TRIGGER ... AFTER INSERT OR UPDATE OR DELETE ... DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
-- so that the lock is taken at commit. out: authority.epoch + 1, once per transaction. Waits for running appends, which hold the lock
-- shared; every append that begins to check afterwards sees the new epoch: revocation bites in commit order.
CREATE FUNCTION bump_authority() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('kyogi.authority_bumped', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM pg_advisory_xact_lock(19481, 2);
    UPDATE authority SET epoch = epoch + 1 WHERE k = 1;
    PERFORM set_config('kyogi.authority_bumped', pg_current_xact_id()::text, true);
  END IF;
  RETURN NULL;
END $$;

-- Names this database; Redis carries a copy, and a copy that is absent or different means that the hints in it are not ours.
CREATE TABLE instance (id uuid PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT clock_timestamp());
INSERT INTO instance VALUES (gen_random_uuid());

-- Readers of the log and how far they came. A poison event stops its subscription; it is never skipped.
CREATE TABLE subscriptions (
  name text PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0 CHECK (position >= 0),
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'stopped')),
  failed_position bigint,
  failed_event uuid,
  error text,
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 50);

GRANT SELECT ON streams, events, unsequenced, event_log, log_head, receipts, work_items, duties, authority, instance, subscriptions
  TO kyogi_app, kyogi_verifier;
GRANT INSERT, UPDATE ON work_items TO kyogi_app;
GRANT SELECT ON events, event_log, log_head, unsequenced TO kyogi_sequencer;
GRANT SELECT ON events, event_log, log_head, streams, work_items, instance TO kyogi_projector;
GRANT SELECT, INSERT, UPDATE, DELETE ON subscriptions TO kyogi_app, kyogi_projector;
-- Not the error: it may quote an event.
GRANT SELECT ON log_head TO kyogi_reader;
GRANT SELECT (name, position, state, failed_position, updated_at) ON subscriptions TO kyogi_reader;
