import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { IncidentList, Problem, Reconciliation, type Principal } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { requested } from '#platform';
import type { DataSource } from 'typeorm';
import { listIncidents } from '../reconcile/incidents.js';
import { Reconciler } from '../reconcile/reconciler.js';
import { COPYING } from '../tokens.js';
import { NoQuery } from './requests.js';

/** Whether headquarters says what the ledger says: for the secretariat. */
@Controller('v1')
export class IncidentsController {
  constructor(
    @Inject(COPYING) private readonly db: DataSource,
    private readonly reconciler: Reconciler,
  ) {}

  @Get('incidents')
  async list(@CurrentPrincipal() principal: Principal, @Query() query: unknown) {
    admit(principal);
    requested(NoQuery, query);
    return IncidentList.parse({ items: await listIncidents(this.db) });
  }

  @Post('reconciliations')
  @HttpCode(200)
  async reconcile(@CurrentPrincipal() principal: Principal, @Body() body: unknown) {
    admit(principal);
    requested(NoQuery, body ?? {});
    return Reconciliation.parse(await this.reconciler.run({ person: principal.person }));
  }
}

const admit = ({ assignments }: Principal): void => {
  if (assignments.some(({ role }) => role.startsWith('SECR_'))) return;
  throw new Problem('not-permitted', 'Incidents of headquarters are for its secretariat.', { rule: 'role' });
};
