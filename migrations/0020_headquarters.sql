-- Read models of headquarters. The tables of a model live in a schema per generation, "<model>_<generation>", made and dropped by the
-- projector; here is only the list of generations. One generation of a model is live, at most one is being built beside it.
CREATE SCHEMA hq;

CREATE TABLE hq.read_models (
  -- Also the key of the advisory lock that a query holds while it reads the generation: (19482, id).
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (name ~ '^[a-z][a-z_]{1,30}$'),
  generation int NOT NULL CHECK (generation > 0),
  -- Version of the program that projects it.
  version int NOT NULL CHECK (version > 0),
  state text NOT NULL CHECK (state IN ('building', 'live', 'retired')),
  -- Name of the schema, and of the subscription that feeds it.
  subscription text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  live_at timestamptz,
  retired_at timestamptz,
  UNIQUE (name, generation)
);
CREATE UNIQUE INDEX read_models_one_live ON hq.read_models (name) WHERE state = 'live';
CREATE UNIQUE INDEX read_models_one_building ON hq.read_models (name) WHERE state = 'building';

GRANT USAGE ON SCHEMA hq TO kyogi_projector, kyogi_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON hq.read_models TO kyogi_projector;
GRANT SELECT ON hq.read_models TO kyogi_reader;
-- Waiting for a read model to be seen, and the lag that is shown.
GRANT SELECT ON log_head TO kyogi_projector, kyogi_reader;
