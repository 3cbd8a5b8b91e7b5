import { z } from 'zod';
import { LocalDate, OrganSlug, line } from './common.js';
import { corporateNumberFault } from './corporate-number.js';
import { growing } from './growing.js';

/** Subjects on which organs are competent (所掌); a dossier's tags decide who must be asked. */
export const CompetenceTag = growing(
  z.enum([
    ...['personal-data', 'copyright', 'consumer', 'children', 'labour', 'medical', 'finance', 'security'],
    ...[
      'local-government',
      'international',
      'procurement',
      'cyber',
      'education',
      'mobility',
      'energy',
      'budget',
    ],
    ...[
      'agriculture',
      'communications',
      'competition',
      'environment',
      'housing',
      'industry',
      'justice',
      'legal',
    ],
    ...['public-service', 'records', 'science', 'space', 'veterans'],
  ] as const),
).meta({ id: 'CompetenceTag' });
export type CompetenceTag = z.infer<typeof CompetenceTag>;

const CorporateNumber = z.string().superRefine((text, context) => {
  const fault = corporateNumberFault(text);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

/** How an organ takes part: lead may own dossiers, reviewer checks texts, informed and independent bodies are asked as needed. */
export const Tier = z.enum(['lead', 'reviewer', 'informed', 'independent', 'child']);

/** One organ of a cabinet, in force from `validFrom` until the day before `validTo`. */
export const Organ = z
  .strictObject({
    slug: OrganSlug,
    ja: line(100),
    en: line(100),
    protocolOrder: z.int().min(1).optional(),
    corporateNumber: CorporateNumber.optional(),
    parent: OrganSlug.optional(),
    tier: Tier,
    competenceTags: z.array(CompetenceTag).default([]),
    mandatoryExplicitFor: z.array(CompetenceTag).default([]),
    validFrom: LocalDate,
    validTo: LocalDate.optional(),
    successor: OrganSlug.optional(),
    defaultConsultee: z.boolean().default(false),
    secretariat: z.boolean().optional(),
  })
  .superRefine((organ, context) => {
    const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (organ.validTo && organ.validTo <= organ.validFrom) fault(['validTo'], 'must be later than validFrom');
    if (organ.successor && !organ.validTo) fault(['successor'], 'an organ with a successor needs validTo');
    for (const tag of organ.mandatoryExplicitFor)
      if (!organ.competenceTags.includes(tag))
        fault(['mandatoryExplicitFor'], `${tag} is not among competenceTags`);
  });
export type Organ = z.infer<typeof Organ>;

/** Whether the organ exists on that day. */
export const inForce = (organ: Pick<Organ, 'validFrom' | 'validTo'>, date: string): boolean =>
  organ.validFrom <= date && (organ.validTo === undefined || date < organ.validTo);
