import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DatabaseRole } from '#platform';
import { AccessGuard } from './access.guard.js';
import { Directory, DIRECTORY_ROLE } from './directory.js';
import { Principals } from './principals.js';
import { Tokens } from './tokens.js';

const parts = [Directory, Principals, Tokens];

/** Closes every route that is not marked Open, and tells who asks. Reads as kyogi_app; `as` names another database role. */
@Module({
  providers: [
    { provide: DIRECTORY_ROLE, useValue: 'kyogi_app' },
    ...parts,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: parts,
})
export class IdentityModule {
  static as(role: DatabaseRole): DynamicModule {
    // Later providers win over those of the decorator.
    return { module: IdentityModule, providers: [{ provide: DIRECTORY_ROLE, useValue: role }] };
  }
}
