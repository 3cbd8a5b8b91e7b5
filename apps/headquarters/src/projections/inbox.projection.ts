import { inboxAfter, type InboxCase } from './inbox-state.js';
import { put, recall, type Table } from './memory.js';
import { hidden, MINE, secured, type ReadModel } from './read-model.js';

const cases: Table = { name: 'inbox_cases', key: ['dossier_id'] };
const items: Table = { name: 'items', key: ['opened_position', 'no'] };

const tables = `
  CREATE TABLE inbox_cases (dossier_id text PRIMARY KEY, doc jsonb NOT NULL) WITH (fillfactor = 80);
  ${hidden('inbox_cases')}

  CREATE TABLE items (
    opened_position bigint NOT NULL,
    no int NOT NULL,
    dossier_id text NOT NULL,
    organ text NOT NULL,
    role text,
    kind text NOT NULL,
    notice boolean NOT NULL,
    ref text NOT NULL,
    title jsonb NOT NULL,
    due_at timestamptz,
    mandatory_explicit boolean NOT NULL,
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    closed_position bigint,
    PRIMARY KEY (opened_position, no)
  );
  CREATE INDEX ON items (organ, opened_position);
  CREATE INDEX ON items (organ, opened_position) WHERE closed_at IS NULL;
  ${secured('items', `ARRAY[organ] && ${MINE}`)}`;

/** What each organ has to do or to know; items open and close by events alone. */
export const inbox: ReadModel = {
  name: 'inbox',
  version: 2,
  tables,
  async project(event, tx, { headquarters }) {
    const before = await recall<InboxCase>(tx, cases, event.streamId);
    const { next, written } = inboxAfter(before, event, headquarters);
    put(tx, cases, { dossier_id: event.streamId, doc: next });
    for (const item of written) put(tx, items, { ...item });
  },
};
