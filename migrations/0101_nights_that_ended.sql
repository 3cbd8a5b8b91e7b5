-- A night counts as reconciled when it ended. Whoever takes up one that was not ended begins its row anew, and only the last to have
-- begun may end it.
ALTER TABLE hq.reconciliations ADD attempts int NOT NULL DEFAULT 1;
