import { Module, type OnModuleInit } from '@nestjs/common';
import { CommandsModule, Ledger } from '#commands';
import { IdentityModule } from '#identity';
import { Health } from '#platform';
import { FilingModule } from './filing/filing.module.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { CommandsController } from './http/commands.controller.js';
import { DelegationsController } from './http/delegations.controller.js';
import { ErasuresController } from './http/erasures.controller.js';
import { OpinionTableModule } from './opinion-table/opinion-table.module.js';
import { PublicCommentsModule } from './public-comments/public-comments.module.js';

/** Committed events without a position above which the sequencer is behind. */
const BACKLOG = 10_000;

/** Takes commands over HTTP. */
@Module({
  imports: [CommandsModule, IdentityModule, FilingModule, OpinionTableModule, PublicCommentsModule],
  controllers: [CommandsController, CatalogueController, DelegationsController, ErasuresController],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.health.needs('database', async () => void (await this.ledger.head()));
    this.health.uses('sequencer', async () => {
      const sql = `SELECT count(*)::int AS waiting FROM (SELECT FROM unsequenced LIMIT ${BACKLOG + 1}) AS u`;
      const { rows } = await this.ledger.pool.query<{ waiting: number }>(sql);
      const { waiting } = rows[0] ?? { waiting: 0 };
      return { ok: waiting <= BACKLOG, note: `${waiting} events wait for a position` };
    });
  }
}
