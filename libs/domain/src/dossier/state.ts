import {
  eyesOf,
  type DossierType,
  type EventData,
  type Procedure,
  type ProcedurePin,
  type Statement,
  type Version,
} from '#contracts';
import type { Round } from '../consultation/round.js';
import type { Memorandum, Thread } from '../consultation/thread.js';
import type { Approval } from './approval-state.js';
import type { Outcome } from './outcome-state.js';
import type { Officers } from './officers.js';

export interface RunningClock {
  epoch: number;
  holder: string;
  startedAt: string;
  dueAt: string;
  running: boolean;
  /** When the matter goes to a higher role, and to which. */
  rungs?: EventData<'ClockStarted'>['rungs'];
  /** Business days that were left when it was paused. */
  remainingDays?: number;
  /** Marks reached, as `mark@instant`: a mark is never reached twice. */
  reached: readonly string[];
}

/** A version without its text. `changed` are the clauses that differ from the version before. */
export interface PastVersion {
  no: number;
  sha256: string;
  person: string;
  onBehalfOf?: string;
  through?: readonly string[];
  changed: readonly string[];
}

/** A dossier as its events leave it; never mutated, so that a cached state can be shared. */
export interface Dossier {
  type: DossierType;
  procedure: ProcedurePin;
  stage: Procedure['initial'];
  current: Version;
  /** Every version, oldest first. */
  history: readonly PastVersion[];
  filedNo?: number;
  /** Who took it into review; another person endorses or decides. */
  reviewer?: string;
  /** For whom the reviewer acted, if by delegation. */
  reviewedFor?: readonly string[];
  rounds: readonly Round[];
  threads: readonly Thread[];
  memoranda: readonly Memorandum[];
  /** One per organ, the latest. */
  statements: readonly Statement[];
  /** Changes of wording that need not be asked about, by the version that has them. */
  editorial: readonly { versionNo: number; clauseIds: readonly string[] }[];
  /** Co-leads that signed the present version. */
  signatures: readonly string[];
  /** Co-leads that have left and are still named in the head. */
  leavers: readonly string[];
  outcome: Outcome;
  approval?: Approval;
  officers?: Officers;
  clocks: Readonly<Record<string, RunningClock>>;
}

/** Everybody who wrote a version, or in whose place it was written. */
export const drafters = ({ history }: Dossier): string[] => history.flatMap(eyesOf);

export const leads = ({ current }: Dossier): string[] => [
  current.body.head.lead,
  ...current.body.head.coLeads,
];
