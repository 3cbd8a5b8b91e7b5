import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { Problem, type Principal } from '#contracts';
import { EventStore, StaleAuthority, type Appended } from '#event-store';
import { Principals } from '#identity';
import { Clock } from '#platform';
import { ChangeDelegation } from './change-delegation.js';
import { decideDelegation } from './decide-delegation.js';
import { Ledger } from './ledger.js';
import { busy, isContention, refusalOf } from './refusals.js';
import { traced } from './traced.js';
import { World } from './world.js';

const maxTries = 6;
/** Milliseconds to wait for the position of what is committed already. */
const sequencingBudget = 5_000;

/**
 * Writes delegations, one at a time in the whole government: under the lock of authority (see bump_authority in 0002), which the new
 * row needs at commit anyway. So no two grants can close a circle between them.
 */
@CommandHandler(ChangeDelegation)
export class DelegationOffice implements ICommandHandler<ChangeDelegation> {
  constructor(
    private readonly ledger: Ledger,
    private readonly principals: Principals,
    private readonly world: World,
    private readonly clock: Clock,
  ) {}

  execute(asked: ChangeDelegation): ReturnType<ICommandHandler<ChangeDelegation>['execute']> {
    const { change, context } = asked;
    const attributes = { 'kyogi.correlation_id': context.correlationId };
    return traced(`execute ${change.name}`, attributes, async () => {
      const appended = await this.settle(asked);
      const { lastId, replayed, version } = appended;
      const position =
        appended.position ??
        (lastId === null ? undefined : await this.ledger.sequencer.positionOf(lastId, sequencingBudget));
      if (position === undefined)
        throw new Problem('unavailable', 'It is written but not yet numbered; repeat it with the same key.');
      return { delegationId: appended.streamId, version, position, replayed };
    });
  }

  private async settle({ change, context }: ChangeDelegation): Promise<Appended> {
    let { principal } = context;
    for (let tries = 1; ; tries += 1)
      try {
        const known = { ...context, principal };
        return await this.inTransaction((client) => this.attempt(client, change, known));
      } catch (error) {
        const refusal = refusalOf(error, 'none');
        if (!isContention(refusal)) throw refusal;
        if (tries === maxTries) throw busy();
        principal = await this.principals.refresh(principal);
      }
  }

  private async inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.ledger.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((fault: Error) => (broken = fault));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async attempt(
    client: PoolClient,
    change: ChangeDelegation['change'],
    { principal, receipt, correlationId, traceparent }: ChangeDelegation['context'],
  ): Promise<Appended> {
    await client.query('SELECT pg_advisory_xact_lock(19481, 2)');
    const store = new EventStore(client);
    const opened = await store.open(change.delegationId, 0, receipt);
    if (opened.receipt) return opened.receipt;
    requireFresh(principal, opened.authorityEpoch);
    const around = { client, world: this.world, today: this.principals.today() };
    const { actor, type, data } = await decideDelegation(change, principal, around);
    return store.append({
      streamId: change.delegationId,
      expected: change.name === 'GrantDelegation' ? 'none' : 'exists',
      events: [{ eventId: randomUUID(), type, v: 1, data }],
      meta: {
        ...{ actor, command: change.name, commandId: receipt.key, correlationId },
        ...{ occurredAt: this.clock.iso(), ...(traceparent && { traceparent }) },
      },
      receipt,
    });
  }
}

/** Before deciding, so that a role given a moment ago is not refused by what was known of the person before. */
const requireFresh = ({ authorityEpoch }: Principal, epoch: number): void => {
  if (Number(authorityEpoch) !== epoch) throw new StaleAuthority('authority has changed');
};
