import { z } from 'zod';
import { Clause } from '../clause.js';
import { LocalDate, Pillar, Sha256 } from '../common.js';
import { Contact, Head } from '../head.js';
import { PublicCommentKind } from '../public-comment.js';
import { Ledger, Sentence, Time, Title } from './parts.js';

/*
 * The public register: what anybody may have without signing in. Which field is public from when, and why, is said once, in
 * libs/sight/src/what-is-public.ts; a field that is not declared here does not leave the process.
 */

/** The fact of the ledger by which something became public, and where to check that it is in the log. */
export const PublicEvidence = z
  .object({
    position: Ledger,
    eventId: z.string(),
    event: z.string().meta({ description: 'type of the event' }),
    proof: z.string().meta({ description: 'address of its inclusion proof (c2sp.org/tlog-proof)' }),
    entry: z.string().meta({ description: 'address of its entry in the transparency log' }),
    opening: z.string().meta({
      description:
        'address of what opens the entry where it says what is shown here; 404 when nothing of it is public',
    }),
  })
  .meta({ id: 'PublicEvidence' });

const PublicOrgan = z.object({ slug: z.string(), ...Sentence.shape }).meta({ id: 'PublicOrgan' });

/** Words were erased from the record of what is shown here; the entry stays. */
const Erasure = z.object({ position: Ledger, at: Time });

const Publication = z.object({ url: z.string(), language: z.enum(['ja', 'en']), publishedOn: LocalDate });

/** PUBLISHED: published and not yet applied. REVISED: ended, and a published one has taken its place. */
export const PublicStatus = z.enum([
  'PUBLISHED',
  'IN_FORCE',
  'UNDER_WAY',
  'REVISED',
  'ABOLISHED',
  'GIVEN_UP',
]);
export type PublicStatus = z.infer<typeof PublicStatus>;

/** What every entry says of itself, and where it is from. */
const entry = { id: z.string(), number: z.string().nullable(), title: Title };
const origin = {
  modified: Time.meta({ description: 'last change of this entry; for `since`' }),
  erasures: z.array(Erasure),
  evidence: PublicEvidence,
  source: PublicEvidence.meta({
    description: 'the fact whose words are shown; `evidence` is the one that made them public',
  }),
};

const instrument = {
  ...entry,
  type: z.string(),
  summary: z.string().nullable(),
  organ: PublicOrgan,
  jointOrgans: z.array(PublicOrgan),
  status: PublicStatus,
  publishedOn: LocalDate,
  inForceFrom: LocalDate.nullable(),
  inForceUntil: LocalDate.nullable().meta({ description: 'first day on which it was not in force any more' }),
  replacedBy: z.string().nullable(),
  publications: z.array(Publication),
  version: z.object({ no: z.int(), sha256: Sha256 }).meta({ description: 'as the record has it' }),
  link: z.string().meta({ description: 'address of this entry with its text' }),
};

export const PublicGuideline = z
  .object({
    ...instrument,
    instrumentClass: z.string().nullable(),
    decidedBy: z.string().nullable(),
    decidedOn: LocalDate.nullable(),
    decisionReference: z.string().nullable(),
    withReservation: z.boolean().nullable(),
    ...origin,
  })
  .meta({ id: 'PublicGuideline' });
export type PublicGuideline = z.infer<typeof PublicGuideline>;

export const PublicDossier = z
  .object({ ...instrument, pillars: z.array(Pillar), ...origin })
  .meta({ id: 'PublicDossier' });
export type PublicDossier = z.infer<typeof PublicDossier>;

/** Without members for persons: a text that had one would not be answered. */
const PublicHead = Head.extend({ contact: Contact.pick({ bureau: true, division: true }) }).meta({
  id: 'PublicHead',
});

/** The published version as the ledger has it, without what names a person. */
export const PublicText = z
  .object({
    body: z.object({
      type: z.string(),
      head: PublicHead,
      content: z.record(z.string(), z.unknown()),
      clauses: z.array(Clause),
    }),
    sha256: Sha256.meta({ description: 'SHA-256 of `body` in RFC 8785 canonical JSON' }),
    whole: z
      .boolean()
      .meta({ description: '`body` is the whole version, so `sha256` is that of the record' }),
    withheld: z.array(z.string()).meta({ description: 'members that name a person and are not shown' }),
  })
  .meta({ id: 'PublicText' });

const text = { text: PublicText.nullable().meta({ description: 'null: given up before it was decided' }) };
export const PublicGuidelineWhole = PublicGuideline.extend(text).meta({ id: 'PublicGuidelineWhole' });
export const PublicDossierWhole = PublicDossier.extend(text).meta({ id: 'PublicDossierWhole' });

export const PublicDecision = z
  .object({
    ...entry,
    dossierId: z.string(),
    kind: z.enum(['DECIDED', 'ENDORSED', 'GIVEN_UP']),
    body: z.string(),
    bodyName: Sentence,
    organ: PublicOrgan,
    decidedOn: LocalDate,
    reference: z.string().nullable(),
    publishedOn: LocalDate,
    withReservation: z.boolean().nullable(),
    withConditions: z.boolean().nullable(),
    reason: z.string().nullable().meta({ description: 'why it was given up' }),
    sha256: Sha256.nullable().meta({ description: 'of the version that was decided' }),
    ...origin,
  })
  .meta({ id: 'PublicDecision' });
export type PublicDecision = z.infer<typeof PublicDecision>;

export const PublicDisposition = z
  .object({
    ...entry,
    dossierId: z.string(),
    kind: z.enum(['COMMENT_RESULT', 'COMMENT_GROUP', 'RESERVATION']),
    organ: PublicOrgan.meta({ description: 'who answers; of a reservation, who maintains it' }),
    publishedOn: LocalDate,
    clauseId: z.string().nullable(),
    commentKind: PublicCommentKind.nullable(),
    openedAt: Time.nullable(),
    closedAt: Time.nullable(),
    received: z.int().nullable(),
    unique: z.int().nullable(),
    statement: z.string().nullable(),
    url: z.string().nullable(),
    groupNo: z.int().nullable(),
    gist: z.string().nullable(),
    count: z.int().nullable(),
    response: z.string().nullable(),
    changeMade: z.boolean().nullable(),
    body: z
      .string()
      .nullable()
      .meta({ description: 'of a reservation: the objection in the words of its organ' }),
    reason: z.string().nullable(),
    level: z.int().nullable(),
    ...origin,
  })
  .meta({ id: 'PublicDisposition' });
export type PublicDisposition = z.infer<typeof PublicDisposition>;

/** A page of a dataset; all of it from one snapshot, whose position is in the header Kyogi-Position. */
const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    licence: z.string(),
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'cursor of the next page; null at the end' }),
  });
export const PublicGuidelinePage = pageOf(PublicGuideline).meta({ id: 'PublicGuidelinePage' });
export const PublicDossierPage = pageOf(PublicDossier).meta({ id: 'PublicDossierPage' });
export const PublicDecisionPage = pageOf(PublicDecision).meta({ id: 'PublicDecisionPage' });
export const PublicDispositionPage = pageOf(PublicDisposition).meta({ id: 'PublicDispositionPage' });
