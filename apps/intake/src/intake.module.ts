import { Module, type OnModuleInit } from '@nestjs/common';
import { CommandsModule, Ledger } from '#commands';
import { IdentityModule } from '#identity';
import { Health } from '#platform';
import { FilingModule } from './filing/filing.module.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { CommandsController } from './http/commands.controller.js';

/** Takes commands over HTTP. */
@Module({
  imports: [CommandsModule, IdentityModule, FilingModule],
  controllers: [CommandsController, CatalogueController],
})
export class IntakeModule implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.health.needs('database', async () => void (await this.ledger.head()));
  }
}
