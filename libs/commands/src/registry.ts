import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { Problem, type Actor, type Principal } from '#contracts';
import { EventStore, StaleAuthority, type Appended, type ExpectedVersion } from '#event-store';
import { Principals } from '#identity';
import { Clock } from '#platform';
import type { Context } from './execute.js';
import { Ledger } from './ledger.js';
import { busy, isContention, refusalOf } from './refusals.js';
import { presentTraceparent, traced } from './traced.js';

const maxTries = 6;
/** Milliseconds to wait for the position of what is committed already. */
const sequencingBudget = 5_000;

/** The fact that a change of something beside dossiers leads to. */
export interface Decided {
  actor: Actor;
  type: string;
  data: object;
  expected: ExpectedVersion;
}

/** A change of something that is no dossier and has a stream of its own. */
export interface Change {
  name: string;
  streamId: string;
  /** Throws a Problem. Reads with `client`, in the transaction in which the decision is written. */
  decide: (client: PoolClient, principal: Principal) => Promise<Decided>;
  /** A key of pg_advisory_xact_lock, class 19481, that is held from before the decision on. */
  lock?: number;
}

export type RegistryContext = Pick<
  Context,
  'principal' | 'receipt' | 'correlationId' | 'causationId' | 'traceparent'
>;

export interface Recorded {
  streamId: string;
  version: number;
  position: number;
  replayed: boolean;
}

/** The life of a command on a stream beside dossiers: receipt, authority, decision on its rows, append, position. */
@Injectable()
export class Registry {
  constructor(
    private readonly ledger: Ledger,
    private readonly principals: Principals,
    private readonly clock: Clock,
  ) {}

  record(change: Change, context: RegistryContext): Promise<Recorded> {
    const attributes = { 'kyogi.correlation_id': context.correlationId };
    return traced(`execute ${change.name}`, attributes, async () => {
      const appended = await this.settle(change, context);
      const { lastId, replayed, streamId, version } = appended;
      const position =
        appended.position ??
        (lastId === null ? undefined : await this.ledger.sequencer.positionOf(lastId, sequencingBudget));
      if (position === undefined)
        throw new Problem('unavailable', 'It is written but not yet numbered; repeat it with the same key.');
      return { streamId, version, position, replayed };
    });
  }

  private async settle(change: Change, context: RegistryContext): Promise<Appended> {
    let { principal } = context;
    for (let tries = 1; ; tries += 1)
      try {
        const known = { ...context, principal };
        return await this.inTransaction((client) => this.attempt(client, change, known));
      } catch (error) {
        if (!isContention(error)) throw error;
        if (tries === maxTries) throw busy();
        if (error instanceof StaleAuthority) principal = await this.principals.refresh(principal);
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
    { name, streamId, decide, lock }: Change,
    { principal, receipt, ...context }: RegistryContext,
  ): Promise<Appended> {
    if (lock !== undefined) await client.query('SELECT pg_advisory_xact_lock(19481, $1)', [lock]);
    const store = new EventStore(client);
    const opened = await store.open(streamId, 0, receipt).catch(refuse('any'));
    if (opened.receipt) return opened.receipt;
    const authorityEpoch = freshAuthority(principal, opened.authorityEpoch);
    const { actor, type, data, expected } = await decide(client, principal);
    const append = {
      ...{ streamId, expected, authorityEpoch, receipt },
      events: [{ eventId: randomUUID(), type, v: 1, data }],
      meta: {
        ...{ actor, command: name, commandId: receipt.key, occurredAt: this.clock.iso() },
        ...tracesOf(context),
      },
    };
    return store.append(append).catch(refuse(expected === 'none' ? 'none' : 'any'));
  }
}

const tracesOf = ({
  correlationId,
  causationId,
  ...context
}: Omit<RegistryContext, 'principal' | 'receipt'>) => {
  const traceparent = presentTraceparent() ?? context.traceparent;
  return { correlationId, ...(causationId && { causationId }), ...(traceparent && { traceparent }) };
};

const refuse =
  (expected: ExpectedVersion) =>
  (error: unknown): never => {
    throw refusalOf(error, expected);
  };

/** Before deciding, so that a role given a moment ago is not refused by what was known of the person before. */
const freshAuthority = ({ authorityEpoch }: Principal, epoch: number): number | null => {
  if (authorityEpoch === undefined) return null;
  if (Number(authorityEpoch) !== epoch) throw new StaleAuthority('authority has changed');
  return epoch;
};
