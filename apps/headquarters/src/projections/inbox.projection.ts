import { everyReader, type LedgerEvent } from '#contracts';
import type { EntityManager } from 'typeorm';
import { afterSubscriptionEvent, isOfSubscriptions } from './inbox-subscriptions.js';
import { inboxAfter, type InboxCase, type Item, type ThreadItems } from './inbox-state.js';
import { threadsTouched } from './inbox-threads.js';
import { put, recall, type Table } from './memory.js';
import { hidden, MINE, secured, type ReadModel } from './read-model.js';

const cases: Table = { name: 'inbox_cases', key: ['dossier_id'] };
const threads: Table = { name: 'inbox_threads', key: ['dossier_id', 'thread'] };
const subscriptions: Table = { name: 'inbox_subscriptions', key: ['subscription_id'] };
const items: Table = { name: 'items', key: ['opened_position', 'no'] };

const tables = `
  CREATE TABLE inbox_cases (dossier_id text PRIMARY KEY, doc jsonb NOT NULL) WITH (fillfactor = 80);
  ${hidden('inbox_cases')}

  -- The open items of one thread.
  CREATE TABLE inbox_threads (
    dossier_id text NOT NULL,
    thread text NOT NULL,
    doc jsonb NOT NULL,
    PRIMARY KEY (dossier_id, thread)
  ) WITH (fillfactor = 80);
  ${hidden('inbox_threads')}

  -- The open items of a subscription of the feed.
  CREATE TABLE inbox_subscriptions (subscription_id text PRIMARY KEY, doc jsonb NOT NULL);
  ${hidden('inbox_subscriptions')}

  CREATE TABLE items (
    opened_position bigint NOT NULL,
    no int NOT NULL,
    dossier_id text,
    organ text NOT NULL,
    role text,
    kind text NOT NULL,
    notice boolean NOT NULL,
    ref text NOT NULL,
    about jsonb,
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

/** Of the dossiers an OverlapsFound names, how many the lead was shown by the time of the event. */
const knownTo = async (lead: string, event: LedgerEvent, tx: EntityManager): Promise<number> => {
  if (event.type !== 'OverlapsFound') return 0;
  let known = 0;
  for (const { dossierId } of event.data.similar) {
    const circle = (await recall<InboxCase>(tx, cases, dossierId))?.circle ?? [];
    if (circle.includes(lead) || circle.includes(everyReader)) known += 1;
  }
  return known;
};

/** What each organ has to do or to know; items open and close by events alone. */
export const inbox: ReadModel = {
  name: 'inbox',
  version: 9,
  tables,
  async project(event, tx, cabinet) {
    const before = await recall<InboxCase>(tx, cases, event.streamId);
    const knownSimilar = before ? await knownTo(before.lead, event, tx) : 0;
    const touched: ThreadItems = {};
    for (const thread of threadsTouched(before, event))
      touched[thread] = (await recall<Item[]>(tx, threads, event.streamId, thread)) ?? [];
    const after = inboxAfter(before, touched, event, { cabinet, knownSimilar });
    put(tx, cases, { dossier_id: event.streamId, doc: after.next });
    for (const [thread, doc] of Object.entries(after.threads))
      put(tx, threads, { dossier_id: event.streamId, thread, doc });
    for (const item of after.written) put(tx, items, { ...item });
  },
  async projectBeside(event, tx) {
    if (!isOfSubscriptions(event)) return;
    const before = (await recall<Item[]>(tx, subscriptions, event.streamId)) ?? [];
    const { open, written } = afterSubscriptionEvent(before, event);
    for (const item of written) put(tx, items, { ...item });
    if (written.length > 0) put(tx, subscriptions, { subscription_id: event.streamId, doc: open });
  },
};
