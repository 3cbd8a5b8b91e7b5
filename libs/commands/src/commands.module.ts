import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { IdentityModule } from '#identity';
import { Cases } from './cases.js';
import { DelegationOffice } from './delegation-office.js';
import { ErasureOffice } from './erasure-office.js';
import { Executor } from './executor.js';
import { Ledger } from './ledger.js';
import { Registry } from './registry.js';
import { SubscriptionOffice } from './subscription-office.js';
import { World } from './world.js';

/** Brings the CommandBus with its one handler, the ledger and the cabinet. Needs PlatformModule. */
@Module({
  imports: [CqrsModule.forRoot(), IdentityModule],
  providers: [World, Ledger, Cases, Executor, Registry, DelegationOffice, SubscriptionOffice, ErasureOffice],
  exports: [CqrsModule, World, Ledger],
})
export class CommandsModule {}
