import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Principals } from '#identity';
import { ChangeDelegation } from './change-delegation.js';
import { decideDelegation } from './decide-delegation.js';
import { Registry } from './registry.js';
import { World } from './world.js';

/**
 * Writes delegations, one at a time in the whole government: under the lock of authority (see bump_authority in 0002), which the new
 * row needs at commit anyway. So no two grants can close a circle between them.
 */
@CommandHandler(ChangeDelegation)
export class DelegationOffice implements ICommandHandler<ChangeDelegation> {
  constructor(
    private readonly registry: Registry,
    private readonly principals: Principals,
    private readonly world: World,
  ) {}

  async execute({
    change,
    context,
  }: ChangeDelegation): ReturnType<ICommandHandler<ChangeDelegation>['execute']> {
    const { name, delegationId } = change;
    const { streamId, ...recorded } = await this.registry.record(
      {
        ...{ name, streamId: delegationId, lock: 2 },
        decide: (client, principal) =>
          decideDelegation(change, principal, { client, world: this.world, today: this.principals.today() }),
      },
      context,
    );
    return { delegationId: streamId, ...recorded };
  }
}
