import { z } from 'zod';
import { CompetenceTag } from './cabinet.js';
import { OrganSlug, Pillar, Wording, line, prose } from './common.js';
import { personal } from './personal.js';

/** 格付け. Content marked 機密性3 never enters: an oral item says that it exists. */
export const Marking = z
  .strictObject({
    confidentiality: z.union([z.literal(1), z.literal(2)]),
    handling: z.array(line(100)).max(10),
  })
  .meta({ id: 'Marking' });

export const Contact = z
  .strictObject({
    bureau: line(200),
    division: line(200).optional(),
    name: personal(line(100)).optional(),
    extension: personal(line(30)).optional(),
    email: personal(z.email().max(200)).optional(),
  })
  .meta({ id: 'Contact' });

/** What every dossier says of itself, whatever its type. */
export const Head = z
  .strictObject({
    title: Wording,
    summary: prose(400).optional(),
    lead: OrganSlug,
    coLeads: z.array(OrganSlug).max(10).default([]),
    contact: Contact,
    pillars: z.array(Pillar).max(4).default([]),
    competenceTags: z.array(CompetenceTag).max(20).default([]),
    legalBasis: z
      .array(z.strictObject({ lawId: line(30), article: line(30) }))
      .max(20)
      .default([]),
    measureRefs: z.array(line(40)).max(50).default([]),
    budgetProjectIds: z.array(line(40)).max(50).default([]),
    externalId: line(60).optional(),
    marking: Marking.default({ confidentiality: 1, handling: [] }),
  })
  .meta({ id: 'Head' });
export type Head = z.infer<typeof Head>;
