import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { TroubledQuery, type Principal, type TroubledPage } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { commandData } from '#platform';
import type { Pool } from 'pg';
import { subscriptionIdOf } from '../subscriptions/subscription-desk.js';
import { Subscribers } from '../subscriptions/subscribers.js';
import { DELIVERER } from '../tokens.js';
import { troubledAfter } from './troubled-rows.js';

/** What a webhook did not take: GET /v1/subscriptions/{id}/troubled, for its organ. */
@Controller('v1/subscriptions')
export class TroubledController {
  constructor(
    @Inject(DELIVERER) private readonly db: Pool,
    private readonly subscribers: Subscribers,
  ) {}

  @Get(':id/troubled')
  async troubled(
    @Param('id') id: string,
    @Query() query: unknown,
    @CurrentPrincipal() principal: Principal,
  ): Promise<TroubledPage> {
    const subscriptionId = subscriptionIdOf(id);
    await this.subscribers.get(subscriptionId, principal);
    const { after, limit } = commandData(TroubledQuery, query) as TroubledQuery;
    const rows = await troubledAfter(this.db, subscriptionId, after, limit + 1);
    const items = rows.slice(0, limit).map((row) => ({
      ...{ subsequence: row.seq, position: row.position, dossierId: row.key, state: row.state },
      ...{ attempts: row.attempts, firstTriedAt: row.firstTriedAt, nextAttemptAt: row.nextAttemptAt },
      ...{ lastStatus: row.lastStatus, lastError: row.lastError, noticeSent: row.noticeSent },
    }));
    return { items, next: rows.length > limit ? (items.at(-1)?.subsequence ?? null) : null };
  }
}
