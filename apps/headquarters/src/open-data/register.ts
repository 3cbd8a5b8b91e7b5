import { entryPath, openingPath, proofPath, type Cabinet } from '#contracts';
import type { Doc } from './rows.js';

/** Addresses of the outside, and names of organs: what is added to an entry when it is answered. */
export interface Surroundings {
  /** Where the register is reached; empty: addresses are relative. */
  base: string;
  /** Where the transparency log is reached; empty: addresses are relative. */
  log: string;
  organ: (slug: string) => { slug: string; ja: string; en: string };
}

export const surroundings = (
  { organs }: Cabinet,
  base: string | undefined,
  log: string | undefined,
): Surroundings => {
  const names = new Map(organs.map(({ slug, ja, en }) => [slug, { slug, ja, en }]));
  return {
    base: base ?? '',
    log: log ?? '',
    organ: (slug) => names.get(slug) ?? { slug, ja: slug, en: slug },
  };
};

const bodies: Record<string, { ja: string; en: string }> = {
  HEADQUARTERS: { ja: '人工知能戦略本部', en: 'Artificial Intelligence Strategy Headquarters' },
  CABINET: { ja: '閣議', en: 'Cabinet' },
  MINISTER: { ja: '主任の大臣', en: 'Competent minister' },
  LIAISON_MEETING: { ja: '関係府省庁連絡会議', en: 'Liaison meeting of ministries' },
  SECRETARIAT: { ja: '人工知能戦略本部事務局', en: 'Secretariat of the headquarters' },
  LEAD: { ja: '主管府省庁', en: 'Lead ministry' },
};

/** Who decides, in words. */
export const bodyName = (body: string): { ja: string; en: string } => bodies[body] ?? { ja: body, en: body };

interface Kept {
  position: number;
  eventId: string;
  event: string;
}

const linked = (evidence: Kept, { log }: Surroundings) => ({
  ...evidence,
  proof: log + proofPath(evidence.position),
  entry: log + entryPath(evidence.position),
  opening: log + openingPath(evidence.position),
});

/** An entry as it is answered, before it is parsed with its schema. */
export const shown = (doc: Doc, around: Surroundings): Doc => ({
  ...doc,
  organ: around.organ(doc.organ as string),
  ...(Array.isArray(doc.jointOrgans) && { jointOrgans: (doc.jointOrgans as string[]).map(around.organ) }),
  ...(typeof doc.type === 'string' && {
    link: `${around.base}/open-data/${doc.type === 'guideline' && doc.status !== 'GIVEN_UP' ? 'guidelines' : 'dossiers'}/${String(doc.id)}`,
  }),
  ...(typeof doc.body === 'string' && 'decidedOn' in doc && { bodyName: bodyName(doc.body) }),
  evidence: linked(doc.evidence as Kept, around),
  source: linked(doc.source as Kept, around),
});
