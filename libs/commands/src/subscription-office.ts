import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CONFIG, type Config } from '#platform';
import { AlterSubscription } from './alter-subscription.js';
import { decideSubscription } from './decide-subscription.js';
import { Registry } from './registry.js';
import { World } from './world.js';

/** Held by who makes a subscription active, from before the count of those that are: of two at once one is counted by the other. */
const LOCK = 62;

/** Writes subscriptions: facts of a stream each, from which the table delivery.subscriptions follows. */
@CommandHandler(AlterSubscription)
export class SubscriptionOffice implements ICommandHandler<AlterSubscription> {
  constructor(
    private readonly registry: Registry,
    private readonly world: World,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async execute({
    change,
    context,
  }: AlterSubscription): ReturnType<ICommandHandler<AlterSubscription>['execute']> {
    const around = {
      headquarters: this.world.cabinet.headquarters,
      perOrgan: this.config.FEED_SUBSCRIPTIONS_PER_ORGAN,
    };
    const isCounted = change.name === 'OpenSubscription' || change.name === 'EnableSubscription';
    const { streamId, ...recorded } = await this.registry.record(
      {
        ...{ name: change.name, streamId: change.subscriptionId, ...(isCounted && { lock: LOCK }) },
        decide: (client, principal) => decideSubscription(change, principal, { client, ...around }),
      },
      context,
    );
    return { subscriptionId: streamId, ...recorded };
  }
}
