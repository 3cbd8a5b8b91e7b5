import type { AppSettings } from '#platform';
import { DeliveryModule } from './delivery.module.js';

/** The delivery process: subscriptions and the feed. */
export const delivery: AppSettings = {
  name: 'delivery',
  module: () => DeliveryModule,
  port: (config) => config.DELIVERY_PORT,
};
