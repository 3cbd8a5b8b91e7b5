import { isDelegationEvent, occurredAt, parseEvent, type EventData, type Meta } from '#contracts';
import { evolve, type Dossier } from '#domain';
import { digest, type Ledger } from '#commands';

export type Raised = EventData<'ThreadRaised'>;

/** A dossier with everything its ministries have raised. */
export interface KnownCase {
  dossier: Dossier;
  raised: readonly Raised[];
}

/** Null when there is no such dossier. */
export const knownCase = async (ledger: Ledger, dossierId: string): Promise<KnownCase | null> => {
  const { events } = await ledger.store.open(dossierId);
  let dossier: Dossier | null = null;
  const raised: Raised[] = [];
  for (const { type, v, data, meta: stored, recordedAt } of events) {
    if (isDelegationEvent(type)) return null;
    const event = parseEvent(type, v, data);
    const meta = stored as unknown as Meta;
    dossier = evolve(dossier, event, { ...meta.actor, at: occurredAt({ meta, recordedAt }) });
    if (event.type === 'ThreadRaised') raised.push(event.data);
  }
  return dossier && { dossier, raised };
};

type Said = Pick<Raised, 'kind' | 'weight' | 'body'> &
  Partial<Record<'clauseId' | 'quotedText' | 'reason' | 'desk' | 'proposedText', string | undefined>>;

const said = ({ kind, weight, body, clauseId, quotedText, reason, desk, proposedText }: Said) => ({
  ...{ kind, weight, body },
  ...(clauseId && { clauseId }),
  ...(quotedText && { quotedText }),
  ...(reason && { reason }),
  ...(desk && { desk }),
  ...(proposedText && { proposedText }),
});

/** The same for the same words of the same organ in the same round, wherever in whatever file they stand. */
export const identityOfThread = (dossierId: string, organ: string, roundNo: number, thread: Said): string =>
  digest({ dossierId, organ, roundNo, thread: said(thread) });
