import { z } from 'zod';
import { Role } from '../cabinet.js';
import { ClauseChange } from '../threads.js';
import { Title, Sentence, Time, Ledger, page } from './parts.js';

/** Which round, thread or text it is about; for a text that changed, how. */
const AboutView = z.object({
  roundNo: z.int().optional(),
  thread: z.string().optional(),
  memorandumNo: z.int().optional(),
  objectionNo: z.int().optional(),
  organ: z.string().optional(),
  level: z.int().optional(),
  subscriptionId: z.string().optional(),
  changes: z.array(ClauseChange).optional(),
  clauseIds: z.array(z.string()).optional(),
});

export const InboxItem = z.object({
  itemId: z.string(),
  /** Null: it is about something else, see `about`. */
  dossierId: z.string().nullable(),
  organ: z.string(),
  /** Whose turn it is; null for a notice to the whole organ. */
  role: Role.nullable(),
  kind: z.string(),
  notice: z.boolean(),
  title: Title,
  sentence: Sentence,
  about: AboutView.nullable(),
  dueAt: Time.nullable(),
  /** Silence will never count as consent. */
  mandatoryExplicit: z.boolean(),
  state: z.enum(['open', 'done']),
  openedAt: Time,
  closedAt: Time.nullable(),
  openedPosition: Ledger,
});
export type InboxItem = z.infer<typeof InboxItem>;

export const InboxPage = page(InboxItem).meta({ id: 'InboxPage' });
