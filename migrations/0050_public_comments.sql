-- Comments of the public on a published draft (意見公募). They are no events: whoever sends one has no account, and names must be
-- erasable. That none was changed, dropped or added is shown by the digest in the event PublicCommentClosed: SHA-256 over the RFC 8785
-- JSON of [[id, SHA-256 of the text], ...] in the order of ids.
CREATE TABLE public_comments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dossier_id text NOT NULL,
  -- What the sender was answered; it says nothing about how many there are.
  receipt text NOT NULL UNIQUE,
  received_at timestamptz NOT NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  name text,
  affiliation text,
  -- The same for texts that differ in spaces and punctuation only.
  group_key text NOT NULL
);
CREATE INDEX public_comments_dossier ON public_comments (dossier_id, id);
-- Names may be blanked by the owner on request; nothing else ever changes.
CREATE TRIGGER public_comments_insert_only
  BEFORE UPDATE OF id, dossier_id, receipt, received_at, text, group_key OR DELETE OR TRUNCATE ON public_comments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- take_public_comment(): out: 'taken' | 'closed' | 'none' (no comment was ever opened on the dossier).
-- A comment that is taken is counted: takers share a lock that the count waits for (await_public_comments), and the count follows from
-- an event (ClockDue or CommentAbandoned) that every later taker sees here. The clocks of two processes need not agree for that.
CREATE FUNCTION take_public_comment(
  p_dossier text, p_receipt text, p_at timestamptz, p_text text, p_name text, p_affiliation text, p_group text
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_type text;
  v_close timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(19483, hashtext(p_dossier));
  SELECT type, (data ->> 'closeAt')::timestamptz INTO v_type, v_close FROM events
  WHERE stream_id = p_dossier
    AND (type IN ('PublicCommentOpened', 'PublicCommentClosed', 'CommentAbandoned')
         OR type = 'ClockDue' AND data ->> 'clock' = 'public-comment')
  ORDER BY version DESC LIMIT 1;
  IF NOT FOUND THEN
    RETURN 'none';
  END IF;
  IF v_type <> 'PublicCommentOpened' OR p_at > v_close THEN
    RETURN 'closed';
  END IF;
  INSERT INTO public_comments (dossier_id, receipt, received_at, text, name, affiliation, group_key)
  VALUES (p_dossier, p_receipt, p_at, p_text, p_name, p_affiliation, p_group);
  RETURN 'taken';
END $$;

-- await_public_comments(): waits for every comment that is being taken at this moment. Count in a later statement.
CREATE FUNCTION await_public_comments(p_dossier text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(19483, hashtext(p_dossier));
END $$;

REVOKE ALL ON FUNCTION take_public_comment(text, text, timestamptz, text, text, text, text), await_public_comments(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_public_comment(text, text, timestamptz, text, text, text, text), await_public_comments(text) TO kyogi_app;
GRANT SELECT ON public_comments TO kyogi_app;
GRANT SELECT (id, dossier_id, text) ON public_comments TO kyogi_verifier;
