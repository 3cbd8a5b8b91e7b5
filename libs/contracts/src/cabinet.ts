import { z } from 'zod';
import { CalendarSpec } from './calendar.js';
import { OrganSlug, line } from './common.js';
import { Policy } from './deadline-policy.js';
import { Organ } from './organ.js';

export * from './calendar.js';
export * from './deadline-policy.js';
export * from './organ.js';
export * from './people.js';

/** Under which terms the public register may be used. */
const Licence = z.strictObject({ title: line(200), url: z.url({ protocol: /^https?$/ }).max(500) });

const publicDataLicence = {
  title: '公共データ利用規約(第1.0版) Public Data License 1.0 (PDL1.0)',
  url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0',
};

const CabinetFields = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{2,40}$/, 'a short name such as japan'),
  titleJa: line(100),
  titleEn: line(100),
  headquarters: OrganSlug.default('HQ'),
  calendar: CalendarSpec,
  policy: Policy.prefault({}),
  licence: Licence.default(publicDataLicence),
  organs: z.array(Organ).min(1),
});
type CabinetFields = z.infer<typeof CabinetFields>;
type Fault = (path: (string | number)[], message: string) => void;

const checkReferences = ({ organs }: CabinetFields, fault: Fault) => {
  const bySlug = new Map<string, number>();
  organs.forEach(({ slug }, i) => {
    const first = bySlug.get(slug);
    if (first === undefined) bySlug.set(slug, i);
    else fault(['organs', i, 'slug'], `${slug} is already declared as organs[${first}]`);
  });
  organs.forEach((organ, i) => {
    for (const key of ['parent', 'successor'] as const) {
      const slug = organ[key];
      if (slug && !bySlug.has(slug)) fault(['organs', i, key], `there is no organ ${slug}`);
      if (slug === organ.slug) fault(['organs', i, key], `${slug} cannot be its own ${key}`);
    }
  });
};

const checkCycles = ({ organs }: CabinetFields, fault: Fault, key: 'parent' | 'successor') => {
  const next = new Map(organs.map((organ) => [organ.slug, organ[key]]));
  organs.forEach((organ, i) => {
    const walked = [organ.slug];
    for (let at = organ[key]; at && walked.length <= organs.length; at = next.get(at)) {
      walked.push(at);
      if (at !== organ.slug) continue;
      if (walked.length > 2) fault(['organs', i, key], `cycle: ${walked.join(' -> ')}`);
      return;
    }
  });
};

const checkHeadquarters = ({ organs, headquarters }: CabinetFields, fault: Fault) => {
  const desk = organs.find((organ) => organ.slug === headquarters);
  if (!desk) fault(['headquarters'], `there is no organ ${headquarters}`);
  else if (!desk.secretariat) fault(['headquarters'], `organ ${headquarters} needs "secretariat": true`);
  organs.forEach((organ, i) => {
    if (organ.secretariat && organ.slug !== headquarters)
      fault(['organs', i, 'secretariat'], `the secretariat is ${headquarters}`);
  });
};

/** A government as data: its organs, its calendar and the periods it holds itself to. */
export const Cabinet = CabinetFields.superRefine((cabinet, context) => {
  const fault: Fault = (path, message) => context.addIssue({ code: 'custom', path, message });
  checkReferences(cabinet, fault);
  checkCycles(cabinet, fault, 'parent');
  checkCycles(cabinet, fault, 'successor');
  checkHeadquarters(cabinet, fault);
});
export type Cabinet = z.infer<typeof Cabinet>;
