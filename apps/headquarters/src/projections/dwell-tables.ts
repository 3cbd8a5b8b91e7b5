import { MINE, secured } from './read-model.js';

/** The tables of dwell time. */
export const dwellTables = `
  -- Readers: whoever was ever shown a text of the dossier.
  CREATE TABLE dwell_cases (
    dossier_id text PRIMARY KEY,
    lead text NOT NULL,
    readers text[] NOT NULL,
    doc jsonb NOT NULL
  ) WITH (fillfactor = 80);
  ${secured('dwell_cases', `readers && ${MINE}`)}

  CREATE TABLE intervals (
    dossier_id text NOT NULL,
    no int NOT NULL,
    organ text NOT NULL,
    stage text NOT NULL,
    clock text NOT NULL,
    kind text NOT NULL,
    internal boolean NOT NULL,
    round_no int,
    due_at timestamptz,
    from_at timestamptz NOT NULL,
    to_at timestamptz,
    business_days int,
    working_hours double precision,
    PRIMARY KEY (dossier_id, no)
  );
  CREATE INDEX ON intervals (organ) WHERE to_at IS NULL;
  -- An organ's own time is open to it; that of others with the dossier, but never how long a ministry took inside.
  ${secured(
    'intervals',
    `ARRAY[organ] && ${MINE} OR (NOT internal AND EXISTS (SELECT FROM dwell_cases c WHERE c.dossier_id = intervals.dossier_id))`,
  )}

  CREATE TABLE dwell_rounds (
    dossier_id text NOT NULL,
    round_no int NOT NULL,
    lead text NOT NULL,
    kind text NOT NULL,
    opened_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    working_hours double precision,
    overtime boolean NOT NULL,
    PRIMARY KEY (dossier_id, round_no)
  );
  ${secured('dwell_rounds', `EXISTS (SELECT FROM dwell_cases c WHERE c.dossier_id = dwell_rounds.dossier_id)`)}

  -- How many returns organs owe on a day: numbers only, of all dossiers, so that nobody piles work upon work that they cannot see.
  CREATE FUNCTION returns_due(organs text[], since timestamptz, until timestamptz, zone text)
  RETURNS TABLE (organ text, day date, returns int) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path FROM CURRENT AS $$
  BEGIN
    RETURN QUERY SELECT i.organ, (i.due_at AT TIME ZONE zone)::date, count(*)::int FROM intervals i
      WHERE i.to_at IS NULL AND i.due_at >= since AND i.due_at < until AND (organs IS NULL OR i.organ = ANY (organs))
        AND EXISTS (SELECT FROM unnest(${MINE}) AS eye WHERE eye <> '*')
      GROUP BY 1, 2 ORDER BY 2, 1;
  END $$;
  REVOKE ALL ON FUNCTION returns_due(text[], timestamptz, timestamptz, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION returns_due(text[], timestamptz, timestamptz, text) TO kyogi_reader;`;
