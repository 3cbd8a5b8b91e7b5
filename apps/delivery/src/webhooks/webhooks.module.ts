import { Inject, Logger, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, CONFIG, type Config } from '#platform';
import type { Pool } from 'pg';
import { Egress } from '../egress/post.js';
import { FIRST_SECRET, type FirstSecret } from '../subscriptions/first-secret.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { DELIVERER } from '../tokens.js';
import { Consents } from './consent.js';
import { Disabling } from './disabling.js';
import { RotateSecretController } from './rotate-secret.controller.js';
import { Rotation } from './rotation.js';
import { Secrets } from './secrets.js';

/** Milliseconds between two looks for keys that have signed for the last time. */
const RETIRE_MS = 3_600_000;

/** What it takes to call a receiver: keys and consent, and the way out of SubscriptionsModule. Whoever sends imports it. */
@Module({
  imports: [SubscriptionsModule],
  controllers: [RotateSecretController],
  providers: [
    Disabling,
    Rotation,
    {
      provide: FIRST_SECRET,
      inject: [Rotation],
      useFactory: (rotation: Rotation): FirstSecret => rotation.first.bind(rotation),
    },
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
  exports: [SubscriptionsModule, FIRST_SECRET, Secrets, Consents, Disabling],
})
export class WebhooksModule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('webhooks');
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(Secrets) private readonly secrets: Secrets) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.retire(), RETIRE_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async retire(): Promise<void> {
    await this.secrets
      .retire()
      .catch((error: Error) => this.logger.warn(`keys that have ended are kept: ${error.message}`));
  }
}
