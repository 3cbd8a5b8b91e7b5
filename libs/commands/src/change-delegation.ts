import { Command as TypedCommand } from '@nestjs/cqrs';
import type { DelegationAnswer, GrantDelegation, RevokeDelegation } from '#contracts';
import type { Context } from './execute.js';

type Change =
  | { name: 'GrantDelegation'; delegationId: string; data: GrantDelegation }
  | { name: 'RevokeDelegation'; delegationId: string; data: RevokeDelegation };

/** Gives a role to another person for a time, or takes it back. Beside Execute, because a delegation is no part of a dossier. */
export class ChangeDelegation extends TypedCommand<DelegationAnswer & { replayed: boolean }> {
  constructor(
    readonly change: Change,
    readonly context: Pick<Context, 'principal' | 'receipt' | 'correlationId' | 'traceparent'>,
  ) {
    super();
  }
}
