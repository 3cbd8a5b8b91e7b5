import type { LedgerEvent } from '#contracts';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { follow } from './case.js';
import { changesOf, inboxCase, type Closing, type InboxCase, type Opening } from './inbox-items.js';
import { recall, remember } from './memory.js';
import { hidden, MINE, secured, type ReadModel } from './read-model.js';

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
  CREATE INDEX ON items (dossier_id) WHERE closed_at IS NULL;
  CREATE INDEX ON items (organ, opened_position);
  CREATE INDEX ON items (organ, opened_position) WHERE closed_at IS NULL;
  ${secured('items', `ARRAY[organ] && ${MINE}`)}`;

const close = async (event: LedgerEvent, { kinds, organ, ref }: Closing, tx: EntityManager) => {
  await tx.query(
    `UPDATE items SET closed_at = $2, closed_position = $3 WHERE dossier_id = $1 AND closed_at IS NULL
     AND ($4::text[] IS NULL OR kind = ANY ($4)) AND ($5::text IS NULL OR organ = $5) AND ($6::text IS NULL OR ref = $6)`,
    [event.streamId, event.recordedAt, event.position, kinds ?? null, organ ?? null, ref ?? null],
  );
};

const open = async (event: LedgerEvent, dossier: InboxCase, no: number, item: Opening, tx: EntityManager) => {
  await tx.query(
    `INSERT INTO items (opened_position, no, dossier_id, organ, role, kind, notice, ref, title, due_at, mandatory_explicit, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[event.position, no, event.streamId, item.organ, item.role, item.kind, item.notice, item.ref],
      ...[
        JSON.stringify(dossier.title),
        item.dueAt ?? null,
        item.mandatoryExplicit ?? false,
        event.recordedAt,
      ],
    ],
  );
};

/** A stage's clock says until when its holder's task wants to be done. */
const dueOfTasks = ({ streamId, data: { holder, dueAt } }: LedgerEvent<'ClockStarted'>, tx: EntityManager) =>
  tx.query(
    `UPDATE items SET due_at = $3 WHERE dossier_id = $1 AND organ = $2 AND ref = 'task' AND due_at IS NULL AND closed_at IS NULL`,
    [streamId, holder, dueAt],
  );

/** What each organ has to do or to know; items open and close by events alone. */
export const inbox: ReadModel = {
  name: 'inbox',
  version: 1,
  tables,
  async project(event, tx, { headquarters }) {
    const before = await recall<InboxCase>(tx, 'inbox_cases', event.streamId);
    const after = inboxCase(before, follow(before, event), event);
    const changes = changesOf(before, after, event, headquarters);
    if (!isDeepStrictEqual(before, changes.next)) {
      await tx.query(
        'INSERT INTO inbox_cases VALUES ($1, $2) ON CONFLICT (dossier_id) DO UPDATE SET doc = excluded.doc',
        [event.streamId, JSON.stringify(changes.next)],
      );
      remember(tx, 'inbox_cases', event.streamId, changes.next);
    }
    for (const closing of changes.close) await close(event, closing, tx);
    for (const [no, item] of changes.open.entries()) await open(event, changes.next, no, item, tx);
    if (event.type === 'ClockStarted') await dueOfTasks(event, tx);
  },
};
