import { parseEvent, type Clause, type EventData } from '#contracts';
import { digest, type Ledger } from '#commands';

export type Raised = EventData<'ThreadRaised'>;

export interface KnownRound {
  no: number;
  sha256: string;
  /** The text that is asked about. */
  clauses: Clause[];
  /** The stage in which it runs. */
  stage: string;
}

/** What the events of a dossier say of its rounds and of what was raised. */
export interface KnownCase {
  /** The round that runs; whether it takes threads now is for the command to say. */
  round?: KnownRound | undefined;
  /** Organs that were ever asked. */
  asked: ReadonlySet<string>;
  raised: readonly Raised[];
}

type Event = ReturnType<typeof parseEvent>;

const askedIn = ({ type, data }: Event): string[] => {
  if (type === 'RoundOpened') return data.participants.map(({ organ }) => organ);
  return type === 'ParticipantAdded' ? [data.participant.organ] : [];
};

/** The round after an event; it ends with its stage, whatever led out of that. */
const roundAfter = (
  round: KnownRound | undefined,
  { type, data }: Event,
  texts: ReadonlyMap<number, Clause[]>,
): KnownRound | undefined => {
  if (type === 'RoundOpened')
    return {
      ...{ no: data.roundNo, sha256: data.sha256, stage: data.stage },
      clauses: texts.get(data.versionNo) ?? [],
    };
  if (type === 'RoundConcluded' || type === 'RoundAbandoned') return undefined;
  return 'stage' in data && data.stage !== round?.stage ? undefined : round;
};

/** Null when there is no such dossier. */
export const knownCase = async (ledger: Ledger, dossierId: string): Promise<KnownCase | null> => {
  const { events } = await ledger.store.open(dossierId);
  const texts = new Map<number, Clause[]>();
  const asked = new Set<string>();
  const raised: Raised[] = [];
  let round: KnownRound | undefined;
  for (const { type, v, data } of events) {
    const event = parseEvent(type, v, data);
    if ('version' in event.data) texts.set(event.data.version.no, event.data.version.body.clauses);
    if (event.type === 'ThreadRaised') raised.push(event.data);
    for (const organ of askedIn(event)) asked.add(organ);
    round = roundAfter(round, event, texts);
  }
  return texts.size === 0 ? null : { round, asked, raised };
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
