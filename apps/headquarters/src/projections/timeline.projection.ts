import { occurredAt } from '#contracts';
import { follow, toldTo, type Case } from '#sight';
import { put, recall, type Table } from './memory.js';
import { hidden, MINE, secured, type ReadModel } from './read-model.js';
import { sentenceOf } from './sentences.js';

const cases: Table = { name: 'timeline_cases', key: ['dossier_id'] };
const entries: Table = { name: 'entries', key: ['position'] };

const tables = `
  CREATE TABLE timeline_cases (dossier_id text PRIMARY KEY, doc jsonb NOT NULL) WITH (fillfactor = 80);
  ${hidden('timeline_cases')}

  -- Open to whoever might read the dossier at the time of the event; who comes later is told what happens from then on.
  CREATE TABLE entries (
    position bigint PRIMARY KEY,
    dossier_id text NOT NULL,
    version int NOT NULL,
    type text NOT NULL,
    at timestamptz NOT NULL,
    role text NOT NULL,
    organ text NOT NULL,
    ja text NOT NULL,
    en text NOT NULL,
    internal boolean NOT NULL,
    readers text[] NOT NULL
  );
  CREATE INDEX ON entries (dossier_id, position);
  ${secured('entries', `readers && ${MINE}`)}`;

/** All that happened to a dossier, in sentences. */
export const timeline: ReadModel = {
  name: 'timeline',
  version: 5,
  tables,
  async project(event, tx, { headquarters }) {
    const before = await recall<Case>(tx, cases, event.streamId);
    const after = follow(before, event, headquarters);
    const { role, organ } = event.meta.actor;
    put(tx, cases, { dossier_id: event.streamId, doc: after });
    put(tx, entries, {
      ...{ position: event.position, dossier_id: event.streamId, version: event.version, type: event.type },
      ...{ at: occurredAt(event), role, organ, ...sentenceOf(event), ...toldTo(after, event, headquarters) },
    });
  },
};
