import {
  inForce,
  type Cabinet,
  type CompetenceTag,
  type Head,
  type Organ,
  type Participant,
} from '#contracts';

const others = (head: Head, cabinet: Cabinet, date: string): Organ[] => {
  const own = new Set([head.lead, ...head.coLeads, cabinet.headquarters]);
  return cabinet.organs.filter((organ) => !own.has(organ.slug) && inForce(organ, date));
};

const shared = (tags: readonly CompetenceTag[], head: Head) =>
  tags.filter((tag) => head.competenceTags.includes(tag));

/** Organs whose silence never counts on the dossier's subjects (明示同意必須府省). */
export const mandatoryConsultees = (head: Head, cabinet: Cabinet, date: string) =>
  others(head, cabinet, date)
    .map((organ) => ({ organ: organ.slug, tags: shared(organ.mandatoryExplicitFor, head) }))
    .filter(({ tags }) => tags.length > 0);

type Named = readonly { organ: string; mode: Participant['mode'] }[];

const participantOf = (
  organ: Organ,
  head: Head,
  everyMinistry: boolean,
  named: Named,
): Participant | undefined => {
  const mandatory = shared(organ.mandatoryExplicitFor, head);
  // A child is reached through its ministry's hub, unless its own voice is mandatory.
  const competent = organ.tier === 'child' ? [] : shared(organ.competenceTags, head);
  const asked = named.find((entry) => entry.organ === organ.slug);
  const reasons = [
    ...mandatory.map((tag) => `mandatory on ${tag}`),
    ...competent.filter((tag) => !mandatory.includes(tag)).map((tag) => `competent on ${tag}`),
    ...(everyMinistry && organ.defaultConsultee ? ['default consultee'] : []),
    ...(asked ? ['named at opening'] : []),
  ];
  if (reasons.length === 0) return undefined;
  const mandatoryExplicit = mandatory.length > 0;
  return {
    organ: organ.slug,
    mode: mandatoryExplicit ? 'CONCUR' : (asked?.mode ?? 'CONCUR'),
    mandatoryExplicit,
    reasons,
  };
};

/** Who is asked and why, in the cabinet's order. A mandatory-explicit consultee cannot be given a lesser mode. */
export const computeParticipants = (
  head: Head,
  cabinet: Cabinet,
  date: string,
  everyMinistry: boolean,
  named: Named,
): Participant[] =>
  others(head, cabinet, date)
    .map((organ) => participantOf(organ, head, everyMinistry, named))
    .filter((participant) => participant !== undefined);
