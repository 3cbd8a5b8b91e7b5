import {
  Inject,
  Logger,
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Wake } from '#event-store';
import { Clock, CONFIG, Metrics, type Config } from '#platform';
import type { Pool } from 'pg';
import { Egress } from '../egress/post.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { DELIVERER, DELIVERY_WAKE } from '../tokens.js';
import { Consents } from '../webhooks/consent.js';
import { Disabling } from '../webhooks/disabling.js';
import { Secrets } from '../webhooks/secrets.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { Dispatcher } from './dispatcher.js';
import { DispatchMetrics } from './metrics.js';
import { ReplayController } from './replay.controller.js';
import { Replays } from './replays.js';
import { send } from './send.js';
import { TroubledController } from './troubled.controller.js';

/** Sends what is delivered by webhook, and again what a replay asks for. */
@Module({
  imports: [SubscriptionsModule, WebhooksModule],
  controllers: [ReplayController, TroubledController],
})
export class DispatchModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('webhooks');
  private readonly dispatcher: Dispatcher;
  private readonly replays: Replays;
  private deaf: () => void = () => undefined;

  constructor(
    @Inject(DELIVERER) db: Pool,
    @Inject(DELIVERY_WAKE) private readonly wake: Wake,
    @Inject(CONFIG) config: Config,
    egress: Egress,
    secrets: Secrets,
    consents: Consents,
    clock: Clock,
    metrics: Metrics,
    private readonly disabling: Disabling,
  ) {
    const onError = (error: Error) => this.logger.warn(`webhooks wait: ${error.message}`);
    const counts = new DispatchMetrics(metrics, db, () => this.dispatcher.couriers.size);
    const sending = { egress, timeoutMs: config.WEBHOOK_TIMEOUT_MS };
    this.dispatcher = new Dispatcher({
      ...{ db, config, secrets, consents, onError, random: Math.random, now: () => clock.now() },
      disable: ({ id }, by, reason) => this.disable(id, by, reason),
      send: (receiver, item, more) =>
        counts.counted(item, more.replayed ?? false, () => send(sending, receiver, item, more)),
    });
    const { couriers, pages } = this.dispatcher;
    this.replays = new Replays({ db, couriers, pages, rate: config.WEBHOOK_REPLAY_RATE, onError });
  }

  onApplicationBootstrap(): void {
    this.deaf = this.wake.on(() => this.dispatcher.poke());
    this.dispatcher.start();
    this.replays.start();
  }

  /** While the pools are still open. */
  async beforeApplicationShutdown(): Promise<void> {
    this.deaf();
    await this.dispatcher.stop();
    await this.replays.stop();
  }

  private async disable(id: string, by: 'gone' | 'failing', reason: string): Promise<void> {
    await this.disabling.disable(id, by, reason);
    this.logger.warn(`subscription ${id} is disabled: ${reason}`);
  }
}
