import { factsOf } from '#contracts';
import type { HeldComment } from './outcome-state.js';
import type { Dossier } from './state.js';

/** What the class of the instrument asks for: statutory for an order (Administrative Procedure Act, Art. 39). */
export const derivedKind = ({ current: { body } }: Dossier): 'STATUTORY_ART39' | 'VOLUNTARY' =>
  factsOf(body).publicComment ?? 'VOLUNTARY';

/** How many of the comments received are answered; `without` leaves a group out. */
export const disposed = ({ groups }: HeldComment, without?: number): number =>
  groups.reduce((sum, { groupNo, count }) => sum + (groupNo === without ? 0 : count), 0);

/** Whether exactly the present text has passed the legal check. */
export const isLegallyChecked = ({ outcome, current }: Dossier): boolean =>
  outcome.legallyCheckedSha256 === current.sha256;

/** Who decides, as the dossier says of itself. */
export const decidingBody = ({ current: { body } }: Dossier): string =>
  factsOf(body).decisionBody ?? 'HEADQUARTERS';
