import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DatabaseError, type PoolClient } from 'pg';
import { Problem, type Actor, type Cabinet, type Principal } from '#contracts';
import { placesOf, textsAt, withoutTexts } from '#domain';
import { EventStore, type RecordedEvent } from '#event-store';
import { Cases } from './cases.js';
import { EraseWords } from './erase-words.js';
import { requireSeen } from './may.js';
import { Registry, type Decided } from './registry.js';
import { World } from './world.js';

type Answer = ReturnType<ICommandHandler<EraseWords>['execute']>;

/**
 * Erases words of one event: PayloadErased in the dossier's stream, whose trigger does what it says (migrations/0090). Only the head of
 * the secretariat may, and only what the record can be read without.
 */
@CommandHandler(EraseWords)
export class ErasureOffice implements ICommandHandler<EraseWords> {
  constructor(
    private readonly registry: Registry,
    private readonly cases: Cases,
    private readonly world: World,
  ) {}

  async execute(asked: EraseWords): Answer {
    let remaining: Awaited<Answer>['remaining'] = [];
    const decide = async (client: PoolClient, principal: Principal): Promise<Decided> => {
      const { dossier, version } = await this.cases.open(asked.dossierId, asked.context.receipt);
      requireSeen(principal, dossier, this.world.cabinet);
      const actor = director(principal, this.world.cabinet);
      const { events } = await new EventStore(client).open(asked.dossierId);
      const data = await erasure(client, events, asked.data);
      remaining = elsewhere(events, asked.data);
      return { actor, type: 'PayloadErased', data, expected: version };
    };
    const change = { name: 'ErasePayload', streamId: asked.dossierId, decide };
    const { streamId, ...recorded } = await this.registry.record(change, asked.context).catch(refuse);
    return { dossierId: streamId, ...recorded, remaining };
  }
}

const eventOf = (events: readonly RecordedEvent[], id: string): RecordedEvent => {
  const event = events.find(({ eventId }) => eventId === id.toLowerCase());
  if (!event) throw new Problem('not-found', 'There is no such event in this dossier.');
  return event;
};

const erasure = async (
  client: PoolClient,
  events: readonly RecordedEvent[],
  { eventId, paths, reason }: EraseWords['data'],
): Promise<object> => {
  const { id, type, data } = eventOf(events, eventId);
  if (type === 'PayloadErased')
    throw new Problem('guard-refused', 'That words were erased, and why, is not erased.', {
      rule: 'erasure-kept',
    });
  textsAt(data, paths);
  const { removed } = withoutTexts(type, data, paths);
  const { rows } = await client.query<{ position: string }>(
    'SELECT position FROM event_log WHERE event_id = $1',
    [id],
  );
  if (!rows[0]) throw notYet();
  return { eventId: eventId.toLowerCase(), position: Number(rows[0].position), paths, removed, reason };
};

/** Where else in the dossier's record the same words stand: an erasure is of one event, and drafts repeat each other. */
const elsewhere = (events: readonly RecordedEvent[], { eventId, paths }: EraseWords['data']) => {
  const event = eventOf(events, eventId);
  const texts = textsAt(event.data, paths);
  return events
    .map((one) => {
      const data = one === event ? withoutTexts(one.type, one.data, paths).data : one.data;
      return { eventId: one.eventId, type: one.type, paths: placesOf(data, texts) };
    })
    .filter((one) => one.paths.length > 0);
};

const director = ({ person, assignments }: Principal, { headquarters }: Cabinet): Actor => {
  const held = assignments.some(({ role, organ }) => role === 'SECR_DIRECTOR' && organ === headquarters);
  if (held) return { person, organ: headquarters, role: 'SECR_DIRECTOR' };
  throw new Problem('not-permitted', 'Only the director of the secretariat erases words from the record.', {
    by: { SECR_DIRECTOR: 'secretariat' },
  });
};

const notYet = (): Problem =>
  new Problem('unavailable', 'The transparency log has not taken the event in yet; repeat it in a moment.', {
    retryAfterSeconds: 2,
  });

/** KY425: the log has not committed yet to the words that are to go. */
const refuse = (error: unknown): never => {
  throw error instanceof DatabaseError && error.code === 'KY425' ? notYet() : error;
};
