import type { EventName, LedgerEvent } from '#contracts';
import { isEnd, ownersOf, procedureOf, readersNow, together, type Case } from './case.js';

/** A ministry's own affair, which its co-leads do not see either. */
const approval: readonly EventName[] = [
  ...(['ApprovalRequested', 'InternallyConcurred', 'ApprovalPostViewed'] as const),
  ...(['DossierApproved', 'ApprovalRefused'] as const),
];
/** Whom the secretariat takes off a dossier, and why, is its own affair; filings of others are not the lead's to know. */
const secretariatOnly: readonly EventName[] = ['OverlapsFound', 'OfficerRecused', 'RecusalOverridden'];

const isApproval = (event: LedgerEvent): boolean =>
  approval.includes(event.type) || ('clock' in event.data && event.data.clock === 'ministry-approval');

/** The clocks of a draft stop with the filing, one event after it. */
const isDraftClock = (dossier: Case, event: LedgerEvent): boolean => {
  if (!('clock' in event.data)) return false;
  const { clock } = event.data;
  const stages = Object.values(procedureOf(dossier).stages);
  return stages.some((stage) => stage.open === 'lead' && stage.clocks.some((own) => own.clock === clock));
};

const ofThread = /^(?:answer |reopen |escalation )?([A-Z][A-Z0-9-]+)#\d+$/;

const aboutOneOrgan: readonly EventName[] = [
  ...([
    'PositionSet',
    'StatementAttached',
    'DeskAllocated',
    'AllocationObjected',
    'AllocationRuled',
  ] as const),
  'MemorandumConfirmed',
];

/** Organs of which an event tells that they spoke, asked, objected or negotiate. */
const speakersOf = ({ consulted }: Case, { data, type, meta }: LedgerEvent): string[] => {
  if (type === 'MemorandumRecorded') return [data.organ, ...data.parties];
  const name = 'thread' in data ? data.thread : 'clock' in data ? data.clock : '';
  const [, raiser] = ofThread.exec(name) ?? [];
  if (raiser) return [raiser];
  if (aboutOneOrgan.includes(type) && 'organ' in data) return [data.organ];
  // Whatever a participant did is told with its name, also the clock that its deed began.
  return consulted.includes(meta.actor.organ) ? [meta.actor.organ] : [];
};

/** Readers an event is told to. */
export interface Told {
  /** The ministry's own for ever. */
  internal: boolean;
  readers: string[];
}

const own = (readers: string[]): Told => ({ internal: true, readers });
const shown = (readers: string[]): Told => ({ internal: false, readers });

/** To whom an event is told. What happens to a draft stays in the ministry: circulation opens the text, not how it came about. */
export const toldTo = (after: Case, event: LedgerEvent, headquarters: string): Told => {
  if (isApproval(event)) return own([after.lead]);
  if (event.type === 'ReturnApproved') return own([event.data.organ]);
  // Even the number of overlaps speaks of filings.
  if (secretariatOnly.includes(event.type)) return shown([headquarters]);
  const owners = ownersOf(after);
  if (isEnd(after, event) && after.circle.some((reader) => !owners.includes(reader)))
    return shown(after.circle);
  const speakers = after.veiled ? speakersOf(after, event) : [];
  if (speakers.length > 0) return shown(together(owners, [headquarters, ...speakers]));
  if (after.open === 'lead' || isDraftClock(after, event)) return own(owners);
  return shown(readersNow(after, headquarters));
};
