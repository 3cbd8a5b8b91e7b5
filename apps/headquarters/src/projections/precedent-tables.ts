import { hidden, MINE, secured } from './read-model.js';

/** A thread is open to whoever could read the consultation; while names are hidden, to its own sides. */
const open = `EXISTS (SELECT FROM precedent_cases c WHERE c.dossier_id = p.dossier_id AND c.readers && ${MINE}
  AND (NOT c.veiled OR c.owners && ${MINE} OR ARRAY[p.organ] && ${MINE}))`;

/** The tables of past answers. */
export const precedentTables = `
  -- Readers: those who take part, the leads and the secretariat; never the whole government, even when the text is open to it.
  CREATE TABLE precedent_cases (
    dossier_id text PRIMARY KEY,
    readers text[] NOT NULL,
    owners text[] NOT NULL,
    veiled boolean NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 80);
  ${secured('precedent_cases', `readers && ${MINE}`)}

  -- Clauses that threads are anchored to, by version.
  CREATE TABLE precedent_texts (dossier_id text NOT NULL, no int NOT NULL, doc jsonb NOT NULL, PRIMARY KEY (dossier_id, no));
  ${hidden('precedent_texts')}

  CREATE TABLE precedents (
    dossier_id text NOT NULL,
    ref text NOT NULL,
    kind text NOT NULL,
    organ text NOT NULL,
    tags text[] NOT NULL,
    disposition text,
    -- When it was answered or recorded last; without it, it is no precedent yet.
    at timestamptz,
    terms text[] NOT NULL,
    doc jsonb NOT NULL,
    PRIMARY KEY (dossier_id, ref)
  );
  CREATE INDEX ON precedents USING gin (terms);
  ${secured('precedents', open.replaceAll('p.', 'precedents.'))}

  -- No operator on arrays is leakproof, so under a policy no index would be used. Hence a function with the projector's rights, which
  -- asks for the readers itself. Like is what shares many terms, for the length of both.
  CREATE FUNCTION precedents_found(wanted text[], whole boolean)
  RETURNS TABLE (dossier_id text, ref text, score double precision) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path FROM CURRENT AS $$
  BEGIN
    IF whole THEN
      RETURN QUERY SELECT p.dossier_id, p.ref, sqrt(cardinality(wanted)::float8 / greatest(cardinality(p.terms), 1))
        FROM precedents p WHERE p.at IS NOT NULL AND p.terms @> wanted AND ${open};
    ELSE
      RETURN QUERY SELECT s.dossier_id, s.ref, s.shared / sqrt(s.size * cardinality(wanted)::float8) FROM (
        SELECT p.dossier_id, p.ref, greatest(cardinality(p.terms), 1)::float8 AS size,
          (SELECT count(*) FROM unnest(p.terms) AS term WHERE term = ANY (wanted))::float8 AS shared
        FROM precedents p WHERE p.at IS NOT NULL AND p.terms && wanted AND ${open}) AS s
      ORDER BY 3 DESC LIMIT 500;
    END IF;
  END $$;
  REVOKE ALL ON FUNCTION precedents_found(text[], boolean) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION precedents_found(text[], boolean) TO kyogi_reader;`;
