import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { Egress } from '../egress/post.js';
import { FeedModule } from '../feed/feed.module.js';
import { Subscribers } from './subscribers.js';
import { SubscriptionDesk } from './subscription-desk.js';
import { SubscriptionRows } from './subscription-rows.js';

/** Who subscribes to what, the way of a change to the ledger, and the way out to webhooks. */
@Module({
  imports: [FeedModule, IdentityModule],
  providers: [SubscriptionRows, Subscribers, SubscriptionDesk, Egress],
  exports: [FeedModule, IdentityModule, SubscriptionRows, Subscribers, SubscriptionDesk, Egress],
})
export class SubscriptionsModule {}
