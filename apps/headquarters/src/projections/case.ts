import {
  dossierTypes,
  readersOf,
  type LedgerEvent,
  type Procedure,
  type StageClass,
  type Wording,
} from '#contracts';

/** What every read model must know of a dossier to say who may see it and whose turn it is. */
export interface Case {
  dossierId: string;
  type: string;
  title: Wording;
  lead: string;
  coLeads: string[];
  procedure: { name: string; version: number };
  stage: string;
  /** Its present text left the ministry: a draft that is withdrawn or lapses was never shown to anyone, and stays so. */
  circulated: boolean;
  /** Every organ that was asked in a round. */
  consulted: string[];
}

export type Stage = Procedure['stages'][string];
export type Openness = Stage['open'];

const procedures = new Map(
  dossierTypes.flatMap(({ procedures: all }) => all.map((p) => [`${p.name}@${p.version}`, p] as const)),
);

/** Throws when this build lacks the version: the projection stops rather than guess who may read. */
export const procedureOf = ({ procedure: { name, version } }: Case): Procedure => {
  const found = procedures.get(`${name}@${version}`);
  if (!found) throw new Error(`procedure ${name} version ${version} is missing from this build`);
  return found;
};

export const stageOf = (dossier: Case): Stage => {
  const stage = procedureOf(dossier).stages[dossier.stage];
  if (!stage) throw new Error(`${dossier.procedure.name} has no stage ${dossier.stage}`);
  return stage;
};

/** Who may read it now. Nothing a ministry has not circulated is open to others, whatever the stage says. */
export const opennessOf = (dossier: Case): Openness => (dossier.circulated ? stageOf(dossier).open : 'lead');

export const classOf = (dossier: Case): StageClass => {
  const { open, final } = stageOf(dossier);
  if (final) return 'ended';
  if (open === 'government') return 'adopted';
  return open === 'lead' ? 'drafting' : 'underway';
};

/** The organs that own the text. */
export const ownersOf = ({ lead, coLeads }: Case): string[] => [...new Set([lead, ...coLeads])];

/** Organs that may read the dossier now, sorted; '*' is the whole government. */
export const readersNow = (dossier: Case, headquarters: string): string[] => {
  const { lead, coLeads, consulted: participants } = dossier;
  return [
    ...new Set(readersOf({ open: opennessOf(dossier), headquarters, lead, coLeads, participants })),
  ].sort();
};

const begun = ({ streamId, data: { procedure, stage, version } }: LedgerEvent<'DossierDrafted'>): Case => ({
  dossierId: streamId,
  type: version.body.type,
  title: version.body.head.title,
  lead: version.body.head.lead,
  coLeads: version.body.head.coLeads,
  procedure: { name: procedure.name, version: procedure.version },
  stage,
  circulated: false,
  consulted: [],
});

const detailed = (before: Case, event: LedgerEvent): Case => {
  switch (event.type) {
    case 'DossierRevised': {
      const { title, lead, coLeads } = event.data.version.body.head;
      return { ...before, title, lead, coLeads, circulated: false };
    }
    case 'RoundOpened': {
      const organs = event.data.participants.map(({ organ }) => organ);
      return { ...before, consulted: [...new Set([...before.consulted, ...organs])].sort() };
    }
    case 'ProcedureMoved':
      return { ...before, procedure: { name: event.data.to.name, version: event.data.to.version } };
    default:
      return before;
  }
};

/** The case after an event. Throws on a stream that does not begin with a draft. */
export const follow = (before: Case | undefined, event: LedgerEvent): Case => {
  if (!before && event.type !== 'DossierDrafted') throw new Error(`a stream cannot begin with ${event.type}`);
  const detail = event.type === 'DossierDrafted' ? begun(event) : detailed(before!, event);
  const after = { ...detail, stage: 'stage' in event.data ? event.data.stage : detail.stage };
  const { open, final } = stageOf(after);
  return { ...after, circulated: after.circulated || (open !== 'lead' && !final) };
};
