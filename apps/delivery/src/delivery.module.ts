import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { CONFIG } from '#platform';
import { ContractController } from './contract/contract.controller.js';
import { DispatchModule } from './dispatch/dispatch.module.js';
import { AnnouncedEvents } from './feed/announced-events.js';
import { EventsController } from './feed/events.controller.js';
import { feedLimits } from './feed/feed-limits.js';
import { Feed } from './feed/feed.js';
import { OpenAnswers } from './feed/open-answers.js';
import { SubscriptionsController } from './subscriptions/subscriptions.controller.js';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** The feed: what happened, to whoever may know and asked to be told. */
@Module({
  imports: [
    SubscriptionsModule,
    DispatchModule,
    WebhooksModule,
    ThrottlerModule.forRootAsync({ inject: [CONFIG], useFactory: feedLimits }),
  ],
  controllers: [SubscriptionsController, EventsController, ContractController],
  providers: [Feed, AnnouncedEvents, OpenAnswers],
})
export class DeliveryModule {}
