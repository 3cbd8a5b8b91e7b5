import { z } from 'zod';
import { line } from './common.js';

const days = (fallback: number) => z.int().min(0).max(1000).default(fallback);
const yen = (fallback: number) => z.int().min(0).default(fallback);

/** Least length of a consultation in business days, by what is consulted on. */
const MinimumDays = z.strictObject({
  upTo20Pages: days(10),
  over20Pages: days(15),
  expedited: days(2),
  delta: days(5),
  /** A delta round in which at most three clauses changed. */
  deltaUpTo3Clauses: days(3),
});

/** How long an organ may hold a dossier, in business days. */
const ClockDays = z.strictObject({
  ministryApproval: days(5),
  completeness: days(2),
  review: days(15),
  secretariatReview: days(10),
  publication: days(5),
  /** Instruments of the headquarters or the cabinet are published without delay (Art. 18(4)). */
  publicationWithoutDelay: days(1),
  legalCheck: days(10),
  finalApproval: days(5),
  /** The lead answers threads. */
  answer: days(5),
  /** A commenter may reopen a thread; silence then closes it, unless it is a MUST. */
  reopen: days(3),
  /** A participant may object to an allocation. */
  allocationObjection: days(1),
  /** The secretariat decides the objection, else the allocation stands. */
  allocationRuling: days(1),
  commentAbandonment: days(5),
});

/** Reminders in business days before and after a deadline. */
const Reminders = z.strictObject({
  warnBefore: days(2),
  overdueAfter: z.array(z.int().min(1)).default([1, 3]),
});

/** Idle dossiers, in calendar days: a returned one lapses (after a warning), an untouched draft is archived. */
const Expiry = z.strictObject({
  lapse: days(60),
  lapseWarning: days(45),
  archive: days(180),
  /** Months after which a guideline in force is reviewed. */
  guidelineReview: z.int().min(1).max(240).default(12),
});

/** One rung of the negotiation, 課長級 to 閣僚級: how many business days it has before the next takes over. */
const Rung = z.strictObject({ level: z.int().min(1).max(4), ja: line(20), en: line(60), days: days(3) });

const ladder = [
  { level: 1, ja: '課長級', en: 'directors', days: 3 },
  { level: 2, ja: '局長級', en: 'directors-general', days: 3 },
  { level: 3, ja: '次官級', en: 'vice-ministers', days: 2 },
  { level: 4, ja: '閣僚級', en: 'ministers', days: 2 },
];

/** Days of a public comment (Administrative Procedure Act, Art. 39 and 40); a voluntary call below `warnBelow` is warned of. */
const PublicComment = z.strictObject({ statutory: days(30), voluntary: days(14), warnBelow: days(10) });

/** How far a role may be given to others (専決, 代決): hands in a chain, days in force. */
const DelegationLimits = z.strictObject({
  chain: z.int().min(1).max(10).default(2),
  standingDays: z.int().min(1).max(3_660).default(366),
  actingDays: z.int().min(1).max(366).default(31),
});

/** Periods and thresholds a cabinet may set for itself. */
export const Policy = z.strictObject({
  minimumDays: MinimumDays.prefault({}),
  /** No deadline earlier than so many working hours after sending, unless expedited. */
  minimumWorkingHours: z.int().min(0).max(200).default(24),
  clockDays: ClockDays.prefault({}),
  reminders: Reminders.prefault({}),
  expiry: Expiry.prefault({}),
  publicComment: PublicComment.prefault({}),
  /** 折衝段階, lowest first. */
  escalation: z.array(Rung).min(1).max(4).default(ladder),
  /** The lowest level on which a thread may be reserved. */
  reservationLevel: z.int().min(1).max(4).default(2),
  /** Business days by which the lead may extend a round once without asking. */
  freeExtensionDays: days(5),
  /** Business days before a meeting on which its items must be lodged. */
  lodgingDays: days(5),
  /** Calendar days between the circulation to all ministries and a cabinet decision (二週間ルール). */
  cabinetCirculationDays: days(14),
  /** So many returns due on one day are warned of. */
  loadWarning: z.int().min(1).max(100).default(6),
  /** A return is approved inside of the ministry before its hub sends it. */
  returnsNeedApproval: z.boolean().default(false),
  /** How long work for a lead ministry keeps an officer of the secretariat from deciding on it. */
  recusalYears: z.int().min(0).max(20).default(2),
  delegation: DelegationLimits.prefault({}),
  /** Above this the director decides instead of the approver. */
  largeBudgetYen: yen(10_000_000_000),
  /** Above this an initiative is consulted on. */
  consultationBudgetYen: yen(1_000_000_000),
});
export type Policy = z.infer<typeof Policy>;
