import { occurredAt, type LedgerEvent } from '#contracts';
import { follow } from '#sight';
import { inboxCase, type InboxCase as Situation } from './inbox-case.js';
import type { About, Around, Changes, Opening, Which } from './inbox-changes.js';
import { changesOf } from './inbox-items.js';
import { threadChanges, threadsTouched } from './inbox-threads.js';

/** A row of the inbox, as the table has it. */
export interface Item {
  opened_position: number;
  no: number;
  /** Null: it is about a subscription. */
  dossier_id: string | null;
  organ: string;
  role: string | null;
  kind: string;
  notice: boolean;
  ref: string;
  about: About | null;
  title: object;
  due_at: string | null;
  mandatory_explicit: boolean;
  opened_at: string;
  closed_at: string | null;
  closed_position: number | null;
}

/** The situation of a dossier with its open items, save for those of threads. */
export interface InboxCase extends Situation {
  openItems: Item[];
}

/** Open items by thread. */
export type ThreadItems = Record<string, Item[]>;

const isMeant = ({ kinds, organ, ref }: Which, item: Item): boolean =>
  (kinds === undefined || kinds.includes(item.kind)) &&
  (organ === undefined || organ === item.organ) &&
  (ref === undefined || ref === item.ref);

const opened = (event: LedgerEvent, title: object, no: number, opening: Opening): Item => ({
  ...{ opened_position: event.position, no, dossier_id: event.streamId },
  ...{ organ: opening.organ, role: opening.role, kind: opening.kind },
  ...{ notice: opening.notice, ref: opening.ref, about: opening.about ?? null },
  ...{ title, due_at: opening.dueAt ?? null, mandatory_explicit: opening.mandatoryExplicit ?? false },
  ...{ opened_at: occurredAt(event), closed_at: null, closed_position: null },
});

/** A task keeps the due time of the clock that was first to give it one. */
const redated = (item: Item, due: Changes['due'] = []): Item => {
  const change = due.find((which) => isMeant(which, item));
  if (!change || change.at === item.due_at || (item.ref === 'task' && item.due_at !== null)) return item;
  return { ...item, due_at: change.at };
};

interface Applied {
  items: Item[];
  written: Item[];
}

const applied = (
  former: Item[],
  changes: Changes,
  event: LedgerEvent,
  title: object,
  firstNo: number,
): Applied => {
  const ended = former.filter((item) => changes.close.some((closing) => isMeant(closing, item)));
  const kept = former.filter((item) => !ended.includes(item));
  const dated = kept.map((item) => redated(item, changes.due));
  const begun = changes.open.map((opening, i) => opened(event, title, firstNo + i, opening));
  return {
    items: [...dated, ...begun],
    written: [
      ...ended.map((item) => ({ ...item, closed_at: occurredAt(event), closed_position: event.position })),
      ...dated.filter((item) => !kept.includes(item)),
      ...begun,
    ],
  };
};

/** The inbox of a dossier after an event, and the items that are new or changed by it. `threads` are those the event touches. Pure. */
export const inboxAfter = (
  before: InboxCase | undefined,
  threads: ThreadItems,
  event: LedgerEvent,
  around: Around,
): { next: InboxCase; threads: ThreadItems; written: Item[] } => {
  const { cabinet } = around;
  const situation = inboxCase(before, follow(before, event, cabinet.headquarters), event, cabinet);
  const { next, ...changes } = changesOf(before, situation, event, around);
  const main = applied(before?.openItems ?? [], changes, event, next.title, 0);
  const written = [...main.written];
  const after: ThreadItems = {};
  for (const thread of threadsTouched(before, event)) {
    const of = threadChanges(situation, event, cabinet.headquarters);
    const one = applied(threads[thread] ?? [], of, event, next.title, written.length);
    if (one.written.length > 0) after[thread] = one.items;
    written.push(...one.written);
  }
  const others = next.openThreads.filter((thread) => !(thread in after));
  const open = Object.keys(after).filter((thread) => after[thread]!.length > 0);
  return {
    next: { ...next, openThreads: [...others, ...open], openItems: main.items },
    threads: after,
    written,
  };
};
