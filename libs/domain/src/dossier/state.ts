import type { DossierType, Procedure, ProcedurePin, Version } from '#contracts';
import type { Round } from '../consultation/round.js';

export interface RunningClock {
  epoch: number;
  holder: string;
  startedAt: string;
  dueAt: string;
  running: boolean;
  /** Marks reached, as `mark@instant`: a mark is never reached twice. */
  reached: readonly string[];
}

/** A dossier as its events leave it; never mutated, so that a cached state can be shared. */
export interface Dossier {
  type: DossierType;
  procedure: ProcedurePin;
  stage: Procedure['initial'];
  current: Version;
  /** Every version without its text, oldest first. */
  history: readonly { no: number; sha256: string; person: string }[];
  filedNo?: number;
  /** Who took it into review; another person endorses or decides. */
  reviewer?: string;
  rounds: readonly Round[];
  clocks: Readonly<Record<string, RunningClock>>;
}

/** Everybody who wrote a version. */
export const drafters = ({ history }: Dossier): string[] => history.map(({ person }) => person);

export const leads = ({ current }: Dossier): string[] => [
  current.body.head.lead,
  ...current.body.head.coLeads,
];
