-- When a key of a webhook signs follows from the ledger, in the transaction of the event that names it: SecretRotated was recorded, or the
-- key is of no use. Keys are made before that by kyogi_deliverer, with until = '-infinity'.
CREATE FUNCTION rotate_webhook_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Of several that still sign, only the latest goes on: each rotation ends what an earlier one let overlap no later than its own.
  UPDATE delivery.secrets SET until = (NEW.data ->> 'oldUntil')::timestamptz
  WHERE subscription_id = NEW.stream_id AND key_id <> NEW.data ->> 'keyId'
    AND (until IS NULL OR until > (NEW.data ->> 'oldUntil')::timestamptz);
  UPDATE delivery.secrets SET until = NULL WHERE subscription_id = NEW.stream_id AND key_id = NEW.data ->> 'keyId';
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION rotate_webhook_key() FROM PUBLIC;
CREATE TRIGGER events_webhook_keys AFTER INSERT ON events FOR EACH ROW WHEN (NEW.type = 'SecretRotated')
  EXECUTE FUNCTION rotate_webhook_key();

-- A receiver that has not answered yet has neither; who did not answer for a day has not consented.
ALTER TABLE delivery.consents
  ALTER COLUMN given_at DROP NOT NULL,
  ALTER COLUMN until DROP NOT NULL,
  ADD COLUMN silent_since timestamptz,
  ADD COLUMN ask_again_at timestamptz;
