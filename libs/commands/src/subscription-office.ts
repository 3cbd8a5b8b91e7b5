import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AlterSubscription } from './alter-subscription.js';
import { decideSubscription } from './decide-subscription.js';
import { Registry } from './registry.js';
import { World } from './world.js';

/** Writes subscriptions: facts of a stream each, from which the table delivery.subscriptions follows. */
@CommandHandler(AlterSubscription)
export class SubscriptionOffice implements ICommandHandler<AlterSubscription> {
  constructor(
    private readonly registry: Registry,
    private readonly world: World,
  ) {}

  async execute({
    change,
    context,
  }: AlterSubscription): ReturnType<ICommandHandler<AlterSubscription>['execute']> {
    const { headquarters } = this.world.cabinet;
    const { streamId, ...recorded } = await this.registry.record(
      {
        ...{ name: change.name, streamId: change.subscriptionId },
        decide: (client, principal) => decideSubscription(change, principal, { client, headquarters }),
      },
      context,
    );
    return { subscriptionId: streamId, ...recorded };
  }
}
