-- forget_webhook_keys(): trigger; the keys of a subscription by webhook go with the fact that ends it or gives it another transport, in the
-- same transaction. One that was made and not named yet (0066) stays: its rotation decides on it, or it is cleared away after a day.
CREATE FUNCTION forget_webhook_keys() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM delivery.secrets WHERE subscription_id = NEW.stream_id AND (until IS NULL OR until > '-infinity');
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION forget_webhook_keys() FROM PUBLIC;
CREATE TRIGGER events_webhook_keys_end AFTER INSERT ON events FOR EACH ROW
  WHEN (NEW.type = 'SubscriptionEnded' OR NEW.type = 'SubscriptionChanged' AND NEW.data #>> '{transport,kind}' <> 'webhook')
  EXECUTE FUNCTION forget_webhook_keys();

DELETE FROM delivery.secrets k USING delivery.subscriptions s
WHERE s.id = k.subscription_id AND (k.until IS NULL OR k.until > '-infinity') AND (s.state = 'ENDED' OR s.transport ->> 'kind' <> 'webhook');

-- Processes that send webhooks, each as it was seen last. They share the subscriptions evenly; of no use after a crash of the database.
CREATE UNLOGGED TABLE delivery.senders (id uuid PRIMARY KEY, seen_at timestamptz NOT NULL) WITH (fillfactor = 50);
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery.senders TO kyogi_deliverer;
