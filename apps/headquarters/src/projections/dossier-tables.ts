import { hidden, MINE, secured } from './read-model.js';

/** The tables of the register and of the texts. */
export const dossierTables = `
  -- Every dossier as it is now, for those who may read its present text.
  CREATE TABLE dossiers (
    dossier_id text PRIMARY KEY,
    -- How widely the text was shown, 0 to 3.
    width int NOT NULL,
    version_no int NOT NULL,
    number text,
    type text NOT NULL,
    lead text NOT NULL,
    pillars text[] NOT NULL,
    tags text[] NOT NULL,
    stage text NOT NULL,
    stage_class text NOT NULL,
    stage_since timestamptz NOT NULL,
    holder text NOT NULL,
    next_due timestamptz,
    last_position bigint NOT NULL,
    readers text[] NOT NULL,
    titles text NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 80);
  CREATE INDEX ON dossiers (lead, stage);
  CREATE INDEX ON dossiers (last_position);
  ${secured('dossiers', `readers && ${MINE}`)}

  -- While a text is narrower than one before it: the dossier as the wider circle last saw it.
  CREATE TABLE earlier (LIKE dossiers INCLUDING STORAGE, PRIMARY KEY (dossier_id, width));
  ${secured('earlier', `readers && ${MINE}`)}

  -- What a reader sees of the register: of the states open to them, the latest.
  CREATE VIEW register WITH (security_invoker = true) AS
    SELECT * FROM dossiers
    UNION ALL
    SELECT * FROM earlier e
    WHERE NOT EXISTS (SELECT FROM dossiers d WHERE d.dossier_id = e.dossier_id)
      AND NOT EXISTS (SELECT FROM earlier n WHERE n.dossier_id = e.dossier_id AND n.width < e.width);
  GRANT SELECT ON register TO kyogi_reader;

  -- Open to whoever could read the dossier while the version was its present one; a later reader sees later versions.
  CREATE TABLE versions (
    dossier_id text NOT NULL,
    no int NOT NULL,
    sha256 text NOT NULL,
    at timestamptz NOT NULL,
    readers text[] NOT NULL,
    PRIMARY KEY (dossier_id, no)
  ) WITH (fillfactor = 80);
  ${secured('versions', `readers && ${MINE}`)}

  CREATE TABLE texts (dossier_id text NOT NULL, no int NOT NULL, body jsonb NOT NULL, PRIMARY KEY (dossier_id, no));
  ${secured(
    'texts',
    `EXISTS (SELECT FROM versions v WHERE v.dossier_id = texts.dossier_id AND v.no = texts.no)`,
  )}

  -- Each line is open to those who may read the version that was compared, and the other dossier.
  CREATE TABLE similarities (
    dossier_id text NOT NULL,
    version_no int NOT NULL,
    other_id text NOT NULL,
    score double precision NOT NULL,
    PRIMARY KEY (dossier_id, other_id)
  );
  ${secured(
    'similarities',
    `EXISTS (SELECT FROM register d WHERE d.dossier_id = similarities.dossier_id AND d.version_no >= similarities.version_no)
     AND EXISTS (SELECT FROM register d WHERE d.dossier_id = similarities.other_id)`,
  )}

  -- The last serial of each series of human numbers.
  CREATE TABLE serials (series text PRIMARY KEY, last int NOT NULL);
  ${hidden('serials')}

  -- Of the versions that a row of the register shows.
  CREATE TABLE search_texts (dossier_id text NOT NULL, no int NOT NULL, text text NOT NULL, PRIMARY KEY (dossier_id, no));
  CREATE INDEX ON search_texts USING gin (text public.gin_trgm_ops);
  ${hidden('search_texts')}

  -- LIKE is not leakproof, so under a policy PostgreSQL would read every text before it looked at any index. Hence a function with
  -- the projector's rights, which asks for the readers itself.
  CREATE FUNCTION found(longest text, words text[]) RETURNS TABLE (dossier_id text, no int) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path FROM CURRENT AS $$
  BEGIN
    RETURN QUERY SELECT s.dossier_id, s.no FROM search_texts s
      JOIN versions v ON v.dossier_id = s.dossier_id AND v.no = s.no
      WHERE s.text LIKE longest AND s.text LIKE ALL (words) AND v.readers && ${MINE};
  END $$;
  REVOKE ALL ON FUNCTION found(text, text[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION found(text, text[]) TO kyogi_reader;`;
