import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { Clock, CONFIG, type Config } from '#platform';
import type { Pool } from 'pg';
import { Egress } from '../egress/post.js';
import { FeedModule } from '../feed/feed.module.js';
import { DELIVERER } from '../tokens.js';
import { Consents } from './consent.js';
import { Disabling } from './disabling.js';
import { RotateSecretController } from './rotate-secret.controller.js';
import { Rotation } from './rotation.js';
import { Secrets } from './secrets.js';

/** What it takes to call a receiver: the way out, keys, consent. Whoever sends imports it. */
@Module({
  imports: [FeedModule, IdentityModule],
  controllers: [RotateSecretController],
  providers: [
    Egress,
    Disabling,
    Rotation,
    {
      provide: Secrets,
      inject: [DELIVERER, Clock],
      useFactory: (pool: Pool, clock: Clock) => new Secrets(pool, clock),
    },
    {
      provide: Consents,
      inject: [DELIVERER, Clock, Egress, Disabling, CONFIG],
      useFactory: (pool: Pool, clock: Clock, egress: Egress, disabling: Disabling, { FEED_ORIGIN }: Config) =>
        new Consents({
          ...{ pool, clock, egress, origin: FEED_ORIGIN },
          disable: (id, why) => disabling.disable(id, 'no-consent', why),
        }),
    },
  ],
  exports: [Egress, Secrets, Consents, Disabling, Rotation],
})
export class WebhooksModule {}
