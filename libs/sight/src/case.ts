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
  /** How widely its present text was shown: a revision begins anew, and the end of a case shows it to nobody new. */
  open: Openness;
  /** Every organ that was asked in a round. */
  consulted: string[];
  /** A round runs in which participants do not see who said what before the due time. */
  veiled: boolean;
  /** Every reader that was ever shown a text of it, sorted. */
  circle: string[];
}

export type Stage = Procedure['stages'][string];
export type Openness = Stage['open'];

const widths: readonly Openness[] = ['lead', 'secretariat', 'participants', 'government'];

/** 0 is the ministry alone, 3 the whole government. */
export const widthOf = (open: Openness): number => widths.indexOf(open);

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

export const classOf = (dossier: Case): StageClass => {
  const { open, final } = stageOf(dossier);
  if (final) return 'ended';
  if (open === 'government') return 'adopted';
  return open === 'lead' ? 'drafting' : 'underway';
};

/** The organs that own the text. */
export const ownersOf = ({ lead, coLeads }: Case): string[] => [...new Set([lead, ...coLeads])];

/** Organs that may read the present text, sorted; '*' is the whole government. */
export const readersNow = (dossier: Case, headquarters: string): string[] => {
  const { lead, coLeads, consulted: participants } = dossier;
  return [...new Set(readersOf({ open: dossier.open, headquarters, lead, coLeads, participants }))].sort();
};

/** Both lists as one, sorted, each name once. */
export const together = (some: readonly string[], others: readonly string[]): string[] =>
  [...new Set([...some, ...others])].sort();

const begun = ({ streamId, data: { procedure, stage, version } }: LedgerEvent<'DossierDrafted'>): Case => ({
  dossierId: streamId,
  type: version.body.type,
  title: version.body.head.title,
  lead: version.body.head.lead,
  coLeads: version.body.head.coLeads,
  procedure: { name: procedure.name, version: procedure.version },
  stage,
  open: 'lead',
  consulted: [],
  veiled: false,
  circle: [],
});

const detailed = (before: Case, event: LedgerEvent): Case => {
  switch (event.type) {
    case 'DossierRevised': {
      const { title, lead, coLeads } = event.data.version.body.head;
      return { ...before, title, lead, coLeads, open: 'lead' };
    }
    case 'RoundOpened': {
      const organs = event.data.participants.map(({ organ }) => organ);
      const veiled = event.data.hideNames ?? false;
      return { ...before, consulted: together(before.consulted, organs), veiled };
    }
    case 'LegalCheckRequested':
      return { ...before, consulted: together(before.consulted, event.data.asked) };
    case 'ParticipantAdded':
      return { ...before, consulted: together(before.consulted, [event.data.participant.organ]) };
    case 'RoundAnswered':
    case 'RoundDeadlinePassed':
      return { ...before, veiled: false };
    case 'ProcedureMoved':
      return { ...before, procedure: { name: event.data.to.name, version: event.data.to.version } };
    default:
      return before;
  }
};

/** Whether an event ends the case, which everyone who was shown it may know. */
export const isEnd = (after: Case, event: LedgerEvent): boolean =>
  'stage' in event.data && stageOf(after).final;

/** The case after an event. Throws on a stream that does not begin with a draft. */
export const follow = (before: Case | undefined, event: LedgerEvent, headquarters: string): Case => {
  if (!before && event.type !== 'DossierDrafted') throw new Error(`a stream cannot begin with ${event.type}`);
  const detail = event.type === 'DossierDrafted' ? begun(event) : detailed(before!, event);
  const stage = 'stage' in event.data ? event.data.stage : detail.stage;
  const after = {
    ...detail,
    stage,
    veiled: detail.veiled && (!before || event.type === 'RoundOpened' || stage === before.stage),
  };
  const { open, final } = stageOf(after);
  const shown = !final && widthOf(open) > widthOf(after.open) ? { ...after, open } : after;
  return { ...shown, circle: together(shown.circle, readersNow(shown, headquarters)) };
};
