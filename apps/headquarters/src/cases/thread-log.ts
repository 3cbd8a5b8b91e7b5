import { occurredAt, type ExchangeView, type LedgerEvent, type Proof } from '#contracts';

/** One word in the exchange about a thread; the proof as it was given. */
export type Exchange = Omit<ExchangeView, 'proof'> & { proof: Proof | null };

/** A thread with everything that was said about it, in order. */
export interface ThreadLog {
  raised: LedgerEvent<'ThreadRaised'>;
  at: string;
  exchanges: Exchange[];
}

type Said = Partial<Exchange> & Pick<Exchange, 'kind'>;

const told = (event: LedgerEvent): Said | undefined => {
  const { type, data } = event;
  switch (type) {
    case 'ThreadAnswered':
      return {
        kind: 'answered',
        text: data.answer,
        disposition: data.disposition ?? null,
        proof: data.proof ?? null,
      };
    case 'DispositionProved':
      return { kind: 'proved', proof: data.proof };
    case 'ThreadReopened':
      return { kind: 'reopened', text: data.body, proposedText: data.proposedText ?? null };
    case 'ThreadClosed':
      return { kind: data.by === 'silence' ? 'closed-by-silence' : 'closed', text: data.note ?? null };
    case 'ThreadWithdrawn':
      return { kind: 'withdrawn', text: data.reason ?? null };
    default:
      return negotiated(event);
  }
};

const negotiated = ({ type, data }: LedgerEvent): Said | undefined => {
  switch (type) {
    case 'EscalationProposed':
      return { kind: 'escalation-proposed', level: data.level };
    case 'ThreadEscalated':
      return { kind: 'escalated', text: data.reason ?? null, level: data.level, rule: data.rule };
    case 'ThreadReserved':
      return { kind: 'reserved', text: data.reason, level: data.level };
    default:
      return undefined;
  }
};

const blank = { text: null, proposedText: null, disposition: null, level: null, rule: null, proof: null };

/** The threads of a stream by their references, in the order in which they were raised. */
export const threadLog = (events: readonly LedgerEvent[]): Map<string, ThreadLog> => {
  const logs = new Map<string, ThreadLog>();
  for (const event of events) {
    const at = occurredAt(event);
    if (event.type === 'ThreadRaised') logs.set(event.data.thread, { raised: event, at, exchanges: [] });
    else if ('thread' in event.data) {
      const said = told(event);
      if (said)
        logs.get(event.data.thread)?.exchanges.push({ ...blank, at, organ: event.meta.actor.organ, ...said });
    }
  }
  return logs;
};
