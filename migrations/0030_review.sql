-- The review process: which work has been hinted, and the filings that a new one is compared with.

-- When a queue was last told of the item's present run; null: it has to be told. Cleared by whatever changes due_at.
ALTER TABLE work_items ADD COLUMN hinted_at timestamptz;
CREATE INDEX work_items_to_hint ON work_items (kind, due_at, id) WHERE state = 'due' AND hinted_at IS NULL;
CREATE INDEX work_items_dead ON work_items (id) WHERE state = 'dead';

-- BullMQ's own tables, where hints wait when there is no Redis. Its migrations run under kyogi_app, which must not make schemas.
CREATE SCHEMA bullmq;
GRANT ALL ON SCHEMA bullmq TO kyogi_app;

CREATE SCHEMA review;
GRANT USAGE ON SCHEMA review TO kyogi_app, kyogi_verifier;

-- What was filed, as the overlap step compares it. Fed by the subscription 'review-filings' in the order of the log and never revised, so
-- that a filing always meets the filings before it, however late or often it is compared. Terms come from apps/review/src/filings/terms.ts.
CREATE TABLE review.filings (
  position bigint PRIMARY KEY,         -- of the DossierFiled event
  dossier_id text NOT NULL,
  version_no int NOT NULL,
  until_position bigint,               -- filed anew, withdrawn or lapsed there
  type text NOT NULL,
  lead text NOT NULL,
  title jsonb NOT NULL,
  tags text[] NOT NULL,
  budget_ids text[] NOT NULL,
  title_weight double precision NOT NULL, -- sum of the weights of the title's terms
  norm double precision NOT NULL          -- square root of the sum of the squares of all weights
);
CREATE INDEX filings_dossier ON review.filings (dossier_id, version_no);
CREATE INDEX filings_budget ON review.filings USING gin (budget_ids);

-- How many filings there are of a type of dossier: to count them anew for each would take longer with each.
CREATE TABLE review.types (type text PRIMARY KEY, filings int NOT NULL) WITH (fillfactor = 50);

-- In how many filings a term occurs, by type of dossier.
CREATE TABLE review.terms (
  type text NOT NULL,
  term text NOT NULL,
  filings int NOT NULL,
  PRIMARY KEY (type, term)
) WITH (fillfactor = 80);

-- A filing's terms with the weight they had at its time: rare terms weigh more, 1 at most.
CREATE TABLE review.postings (
  term text NOT NULL,
  position bigint NOT NULL REFERENCES review.filings (position),
  weight real NOT NULL,
  in_title boolean NOT NULL,
  PRIMARY KEY (position, term)
);
CREATE INDEX postings_term ON review.postings (term, position) INCLUDE (weight, in_title);

GRANT SELECT ON review.filings, review.types, review.terms, review.postings TO kyogi_app, kyogi_verifier;
GRANT INSERT, UPDATE ON review.filings, review.types, review.terms, review.postings TO kyogi_app;
