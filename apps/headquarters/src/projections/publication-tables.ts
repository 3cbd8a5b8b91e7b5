import { hidden, MINE, secured } from './read-model.js';

/** Whose eyes a reader has who did not sign in. Lower case: no organ can be called so. */
export const PUBLIC_EYE = 'public';

const open = `${MINE} @> ARRAY['${PUBLIC_EYE}']`;

/** The tables of the public register: a row in them is public. */
export const publicationTables = `
  CREATE TABLE publications (
    dataset text NOT NULL,
    key text NOT NULL,
    dossier_id text NOT NULL,
    -- Where it stands in its list, for ever.
    position bigint NOT NULL,
    nth int NOT NULL,
    type text NOT NULL,
    status text,
    organs text[] NOT NULL,
    in_force_from date,
    in_force_until date,
    -- Whole seconds, and no two changes of the register in one: Last-Modified then says exactly whether something changed.
    modified timestamptz NOT NULL,
    doc jsonb NOT NULL,
    PRIMARY KEY (dataset, key)
  ) WITH (fillfactor = 80);
  CREATE INDEX ON publications (dataset, position, nth);
  CREATE INDEX ON publications (dataset, modified);
  ${secured('publications', open)}

  -- The version that was published, without persons.
  CREATE TABLE published_texts (dossier_id text PRIMARY KEY, doc jsonb NOT NULL);
  ${secured('published_texts', open)}

  -- Human numbers as the register of dossiers gives them.
  CREATE TABLE serials (series text PRIMARY KEY, last int NOT NULL);
  ${hidden('serials')}
  CREATE TABLE publication_cases (dossier_id text PRIMARY KEY, doc jsonb NOT NULL) WITH (fillfactor = 80);
  ${hidden('publication_cases')}

  -- What a dossier is to amend.
  CREATE TABLE amendments (successor_id text PRIMARY KEY, doc jsonb NOT NULL);
  ${hidden('amendments')}

  -- When the register changed last.
  CREATE TABLE last_change (k int PRIMARY KEY, doc jsonb NOT NULL);
  ${hidden('last_change')}`;
