import { occurredAt, type LedgerEvent } from '#contracts';
import { follow } from './case.js';
import { inboxCase, type InboxCase as Situation } from './inbox-case.js';
import { changesOf, type Around, type Closing, type Opening } from './inbox-items.js';

/** A row of the inbox, as the table has it. */
export interface Item {
  opened_position: number;
  no: number;
  dossier_id: string;
  organ: string;
  role: string | null;
  kind: string;
  notice: boolean;
  ref: string;
  title: object;
  due_at: string | null;
  mandatory_explicit: boolean;
  opened_at: string;
  closed_at: string | null;
  closed_position: number | null;
}

/** The situation of a dossier with its open items. */
export interface InboxCase extends Situation {
  openItems: Item[];
}

const ends = ({ kinds, organ, ref }: Closing, item: Item): boolean =>
  (kinds === undefined || kinds.includes(item.kind)) &&
  (organ === undefined || organ === item.organ) &&
  (ref === undefined || ref === item.ref);

const opened = (event: LedgerEvent, title: object, no: number, opening: Opening): Item => ({
  ...{ opened_position: event.position, no, dossier_id: event.streamId },
  ...{
    organ: opening.organ,
    role: opening.role,
    kind: opening.kind,
    notice: opening.notice,
    ref: opening.ref,
  },
  ...{ title, due_at: opening.dueAt ?? null, mandatory_explicit: opening.mandatoryExplicit ?? false },
  ...{ opened_at: occurredAt(event), closed_at: null, closed_position: null },
});

/** A stage's clock says until when its holder's task wants to be done. */
const withDue = (item: Item, event: LedgerEvent): Item =>
  event.type === 'ClockStarted' &&
  item.ref === 'task' &&
  item.organ === event.data.holder &&
  item.due_at === null
    ? { ...item, due_at: event.data.dueAt }
    : item;

/** The inbox of a dossier after an event, and the items that are new or changed by it. Pure. */
export const inboxAfter = (
  before: InboxCase | undefined,
  event: LedgerEvent,
  around: Around,
): { next: InboxCase; written: Item[] } => {
  const { cabinet } = around;
  const situation = inboxCase(before, follow(before, event, cabinet.headquarters), event, cabinet);
  const { next, close, open } = changesOf(before, situation, event, around);
  const former = before?.openItems ?? [];
  const ended = former.filter((item) => close.some((closing) => ends(closing, item)));
  const kept = former.filter((item) => !ended.includes(item));
  const dated = kept.map((item) => withDue(item, event));
  const begun = open.map((opening, no) => opened(event, next.title, no, opening));
  return {
    next: { ...next, openItems: [...dated, ...begun] },
    written: [
      ...ended.map((item) => ({ ...item, closed_at: occurredAt(event), closed_position: event.position })),
      ...dated.filter((item) => !kept.includes(item)),
      ...begun,
    ],
  };
};
