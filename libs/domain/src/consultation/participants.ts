import {
  factsOf,
  inForce,
  type Cabinet,
  type CompetenceTag,
  type DossierBody,
  type Organ,
  type Participant,
} from '#contracts';

/** Organs that can be asked about a dossier: all in force but its leads and the secretariat. */
export const askable = ({ head }: DossierBody, cabinet: Cabinet, date: string): Organ[] => {
  const own = new Set([head.lead, ...head.coLeads, cabinet.headquarters]);
  return cabinet.organs.filter((organ) => !own.has(organ.slug) && inForce(organ, date));
};

/** What a dossier touches: the tags its lead chose, and those that follow from its content whatever was chosen. */
export const subjectsOf = (body: DossierBody, { policy }: Cabinet): ReadonlySet<CompetenceTag> => {
  const { personalData, affectsLocalGovernments, budgetYen = 0 } = factsOf(body);
  const implied: [boolean | undefined, CompetenceTag][] = [
    [personalData, 'personal-data'],
    [affectsLocalGovernments, 'local-government'],
    [budgetYen > policy.consultationBudgetYen, 'budget'],
  ];
  return new Set([...body.head.competenceTags, ...implied.filter(([holds]) => holds).map(([, tag]) => tag)]);
};

/** Organs whose silence never counts on the dossier's subjects (明示同意必須府省). */
export const mandatoryConsultees = (body: DossierBody, cabinet: Cabinet, date: string) => {
  const subjects = subjectsOf(body, cabinet);
  return askable(body, cabinet, date)
    .map((organ) => ({
      organ: organ.slug,
      tags: organ.mandatoryExplicitFor.filter((tag) => subjects.has(tag)),
    }))
    .filter(({ tags }) => tags.length > 0);
};

type Named = readonly { organ: string; mode: Participant['mode'] }[];

const participantOf = (
  organ: Organ,
  subjects: ReadonlySet<CompetenceTag>,
  everyMinistry: boolean,
  named: Named,
): Participant | undefined => {
  const mandatory = organ.mandatoryExplicitFor.filter((tag) => subjects.has(tag));
  // A child is reached through its ministry's hub, unless its own voice is mandatory.
  const competent = organ.tier === 'child' ? [] : organ.competenceTags.filter((tag) => subjects.has(tag));
  const asked = named.find((entry) => entry.organ === organ.slug);
  const reasons = [
    ...mandatory.map((tag) => `mandatory on ${tag}`),
    ...competent.filter((tag) => !mandatory.includes(tag)).map((tag) => `competent on ${tag}`),
    ...(everyMinistry && organ.defaultConsultee ? ['default consultee'] : []),
    ...(asked ? ['named at opening'] : []),
  ];
  if (reasons.length === 0) return undefined;
  const mandatoryExplicit = mandatory.length > 0;
  const mode = mandatoryExplicit ? 'CONCUR' : (asked?.mode ?? 'CONCUR');
  return { organ: organ.slug, mode, mandatoryExplicit, reasons };
};

/** Who is asked and why, in the cabinet's order. A mandatory-explicit consultee cannot be given a lesser mode. */
export const computeParticipants = (
  body: DossierBody,
  cabinet: Cabinet,
  date: string,
  named: Named,
): Participant[] => {
  const subjects = subjectsOf(body, cabinet);
  const everyMinistry = factsOf(body).everyMinistry ?? false;
  return askable(body, cabinet, date)
    .map((organ) => participantOf(organ, subjects, everyMinistry, named))
    .filter((participant) => participant !== undefined);
};
