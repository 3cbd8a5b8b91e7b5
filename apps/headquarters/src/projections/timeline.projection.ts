import type { EventName, LedgerEvent } from '#contracts';
import { follow, opennessOf, ownersOf, procedureOf, readersNow, type Case } from './case.js';
import { put, recall, type Table } from './memory.js';
import { MINE, secured, type ReadModel } from './read-model.js';
import { sentenceOf } from './sentences.js';

const cases: Table = { name: 'timeline_cases', key: ['dossier_id'] };
const entries: Table = { name: 'entries', key: ['position'] };

const tables = `
  CREATE TABLE timeline_cases (dossier_id text PRIMARY KEY, readers text[] NOT NULL, doc jsonb NOT NULL) WITH (fillfactor = 80);
  ${secured('timeline_cases', `readers && ${MINE}`)}

  -- What is not internal is open to whoever may read the dossier now, not to who might have at the time of the event.
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
    owners text[] NOT NULL
  );
  CREATE INDEX ON entries (dossier_id, position);
  ${secured(
    'entries',
    `owners && ${MINE}
     OR (NOT internal AND EXISTS (SELECT FROM timeline_cases c WHERE c.dossier_id = entries.dossier_id))`,
  )}`;

/** A ministry's own affair, which its co-leads do not see either. */
const approval: readonly EventName[] = ['ApprovalRequested', 'DossierApproved', 'ApprovalRefused'];

const isApproval = (event: LedgerEvent): boolean =>
  approval.includes(event.type) || ('clock' in event.data && event.data.clock === 'ministry-approval');

/** The clocks of a draft stop with the filing, one event after it. */
const isDraftClock = (dossier: Case, event: LedgerEvent): boolean => {
  if (!('clock' in event.data)) return false;
  const { clock } = event.data;
  const stages = Object.values(procedureOf(dossier).stages);
  return stages.some((stage) => stage.open === 'lead' && stage.clocks.some((own) => own.clock === clock));
};

/** What happens to a draft is internal and stays so: circulation opens the text that was filed, not how it came about. */
const isInternal = (dossier: Case, event: LedgerEvent): boolean =>
  opennessOf(dossier) === 'lead' || isApproval(event) || isDraftClock(dossier, event);

/** All that happened to a dossier, in sentences. */
export const timeline: ReadModel = {
  name: 'timeline',
  version: 1,
  tables,
  async project(event, tx, { headquarters }) {
    const before = await recall<Case>(tx, cases, event.streamId);
    const after = follow(before, event);
    const { role, organ } = event.meta.actor;
    put(tx, cases, { dossier_id: event.streamId, readers: readersNow(after, headquarters), doc: after });
    put(tx, entries, {
      ...{ position: event.position, dossier_id: event.streamId, version: event.version, type: event.type },
      ...{ at: event.recordedAt, role, organ, ...sentenceOf(event), internal: isInternal(after, event) },
      owners: isApproval(event) ? [after.lead] : ownersOf(after),
    });
  },
};
