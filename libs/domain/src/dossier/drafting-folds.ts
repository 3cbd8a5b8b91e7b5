import type { EventData, Version } from '#contracts';
import { changesBetween } from '../consultation/diff.js';
import { withoutRound } from '../consultation/without-round.js';
import { unchanged, type By, type Folds } from './fold.js';
import type { Dossier, PastVersion } from './state.js';

type DraftingEvent =
  | 'DossierRevised'
  | 'EditorialMarked'
  | 'VersionSigned'
  | 'SignaturesVoided'
  | 'CoLeadWithdrawn'
  | 'DossierFiled'
  | 'CompletenessChecked'
  | 'OverlapsFound'
  | 'DossierAccepted'
  | 'DossierReturned'
  | 'DossierWithdrawn'
  | 'DossierLapsed'
  | 'ProcedureMoved'
  | 'PayloadErased';

const past = (
  { no, sha256 }: Version,
  { person, onBehalfOf, through }: By,
  changed: string[],
): PastVersion => ({
  ...{ no, sha256, person, changed },
  ...(onBehalfOf && { onBehalfOf }),
  ...(through && { through }),
});

/** A dossier that begins. */
export const drafted = ({ procedure, stage, version }: EventData<'DossierDrafted'>, by: By): Dossier => ({
  type: version.body.type,
  procedure,
  stage,
  current: version,
  history: [past(version, by, [])],
  rounds: [],
  threads: [],
  memoranda: [],
  statements: [],
  editorial: [],
  signatures: [],
  leavers: [],
  outcome: {},
  clocks: {},
});

const revised = (dossier: Dossier, version: Version, by: By): Dossier => {
  const changed = changesBetween(dossier.current.body, version.body).map(({ clauseId }) => clauseId);
  const { coLeads } = version.body.head;
  return {
    ...dossier,
    current: version,
    history: [...dossier.history, past(version, by, changed)],
    signatures: [],
    leavers: dossier.leavers.filter((organ) => coLeads.includes(organ)),
  };
};

export const draftingFolds: Folds<DraftingEvent> = {
  DossierRevised: (dossier, { version }, by) => revised(dossier, version, by),
  EditorialMarked: (dossier, { versionNo, clauseIds }) => ({
    ...dossier,
    editorial: [...dossier.editorial, { versionNo, clauseIds }],
  }),
  VersionSigned: (dossier, { organ }) => ({ ...dossier, signatures: [...dossier.signatures, organ] }),
  SignaturesVoided: (dossier) => ({ ...dossier, signatures: [] }),
  CoLeadWithdrawn: (dossier, { organ }) => ({
    ...dossier,
    leavers: [...dossier.leavers, organ],
    signatures: dossier.signatures.filter((signer) => signer !== organ),
  }),
  DossierFiled: (dossier, { versionNo }) => ({ ...dossier, filedNo: versionNo }),
  CompletenessChecked: unchanged,
  OverlapsFound: unchanged,
  DossierAccepted: unchanged,
  DossierReturned: withoutRound,
  DossierWithdrawn: withoutRound,
  DossierLapsed: withoutRound,
  ProcedureMoved: (dossier, { to }) => ({ ...dossier, procedure: to }),
  // The words are gone from the events themselves: who folded them before folds anew.
  PayloadErased: unchanged,
};
