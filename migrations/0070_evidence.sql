-- The transparency log: one leaf for every position of the ledger, and what was signed of them (docs/decisions/0016, 0019).
CREATE SCHEMA evidence;
GRANT USAGE ON SCHEMA evidence TO kyogi_notary, kyogi_verifier;

-- Index in the log = position - 1. The salt is known to nobody before, and null after the event was erased: then nothing can be guessed
-- back from the hashes of the entry.
CREATE TABLE evidence.leaves (
  position bigint PRIMARY KEY CHECK (position > 0),
  entry bytea NOT NULL,
  salt bytea CHECK (length(salt) >= 16)
);

-- keep_leaf(): trigger; of a leaf nothing may change, except that its salt goes. Nobody but the owner has the right to do even that.
CREATE FUNCTION evidence.keep_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position <> OLD.position OR NEW.entry <> OLD.entry OR NEW.salt IS NOT NULL THEN
    RAISE EXCEPTION 'a leaf is never changed; only its salt may be erased' USING ERRCODE = 'KY405';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER leaves_kept BEFORE UPDATE ON evidence.leaves FOR EACH ROW EXECUTE FUNCTION evidence.keep_leaf();
CREATE TRIGGER leaves_not_removed BEFORE DELETE OR TRUNCATE ON evidence.leaves FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was signed last, before its signature left the process: one of the two places (the other is a file) that are compared before
-- the next. frontier: the right edge of the tree of that size. Its lock orders those who sign.
CREATE TABLE evidence.signed (
  k smallint PRIMARY KEY CHECK (k = 1),
  origin text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  frontier text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
) WITH (fillfactor = 10);

-- Every checkpoint that was published, as it was published.
CREATE TABLE evidence.checkpoints (
  size bigint PRIMARY KEY CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER checkpoints_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence.checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

REVOKE ALL ON FUNCTION evidence.keep_leaf() FROM PUBLIC;
GRANT SELECT ON evidence.leaves, evidence.signed, evidence.checkpoints TO kyogi_notary, kyogi_verifier;
GRANT INSERT ON evidence.leaves, evidence.checkpoints TO kyogi_notary;
GRANT INSERT, UPDATE ON evidence.signed TO kyogi_notary;
GRANT SELECT ON events, event_log, log_head TO kyogi_notary;
-- Who asks for the opening of a leaf.
GRANT USAGE ON SCHEMA identity TO kyogi_notary;
GRANT SELECT ON ALL TABLES IN SCHEMA identity TO kyogi_notary;
GRANT SELECT ON authority TO kyogi_notary;
