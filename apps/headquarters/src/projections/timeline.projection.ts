import { occurredAt, type EventName, type LedgerEvent } from '#contracts';
import { follow, isEnd, ownersOf, procedureOf, readersNow, together, type Case } from './case.js';
import { put, recall, type Table } from './memory.js';
import { hidden, MINE, secured, type ReadModel } from './read-model.js';
import { sentenceOf } from './sentences.js';

const cases: Table = { name: 'timeline_cases', key: ['dossier_id'] };
const entries: Table = { name: 'entries', key: ['position'] };

const tables = `
  CREATE TABLE timeline_cases (dossier_id text PRIMARY KEY, doc jsonb NOT NULL) WITH (fillfactor = 80);
  ${hidden('timeline_cases')}

  -- Open to whoever might read the dossier at the time of the event; who comes later is told what happens from then on.
  CREATE TABLE entries (
    position bigint PRIMARY KEY,
    dossier_id text NOT NULL,
    version int NOT NULL,
    type text NOT NULL,
    at timestamptz NOT NULL,
    role text NOT NULL,
    organ text NOT NULL,
    ja text NOT NULL,
    en text NOT NULL,
    internal boolean NOT NULL,
    readers text[] NOT NULL
  );
  CREATE INDEX ON entries (dossier_id, position);
  ${secured('entries', `readers && ${MINE}`)}`;

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

interface Told {
  /** The ministry's own for ever. */
  internal: boolean;
  readers: string[];
}

const own = (readers: string[]): Told => ({ internal: true, readers });
const shown = (readers: string[]): Told => ({ internal: false, readers });

/** To whom an event is told. What happens to a draft stays in the ministry: circulation opens the text, not how it came about. */
const toldTo = (after: Case, event: LedgerEvent, headquarters: string): Told => {
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

/** All that happened to a dossier, in sentences. */
export const timeline: ReadModel = {
  name: 'timeline',
  version: 5,
  tables,
  async project(event, tx, { headquarters }) {
    const before = await recall<Case>(tx, cases, event.streamId);
    const after = follow(before, event, headquarters);
    const { role, organ } = event.meta.actor;
    put(tx, cases, { dossier_id: event.streamId, doc: after });
    put(tx, entries, {
      ...{ position: event.position, dossier_id: event.streamId, version: event.version, type: event.type },
      ...{ at: occurredAt(event), role, organ, ...sentenceOf(event), ...toldTo(after, event, headquarters) },
    });
  },
};
