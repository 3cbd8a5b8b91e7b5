-- The review process: which work has been hinted, and the filings that a new one is compared with.

-- When a queue was last told of the item's present run; null: it has to be told. Cleared by whatever changes due_at.
ALTER TABLE work_items ADD COLUMN hinted_at timestamptz;
CREATE INDEX work_items_to_hint ON work_items (due_at) WHERE state = 'due' AND hinted_at IS NULL;
CREATE INDEX work_items_dead ON work_items (id) WHERE state = 'dead';

-- BullMQ's own tables, where hints wait when there is no Redis. Its migrations run under kyogi_app, which must not make schemas.
CREATE SCHEMA bullmq;
GRANT ALL ON SCHEMA bullmq TO kyogi_app;

CREATE SCHEMA review;
GRANT USAGE ON SCHEMA review TO kyogi_app, kyogi_verifier;
