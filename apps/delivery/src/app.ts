import type { AppSettings } from '#platform';
import { DeliveryModule } from './delivery.module.js';
import { JetstreamModule } from './jetstream/jetstream.module.js';
import { LedgerFeedModule } from './ledger-feed/ledger-feed.module.js';
import { openapi } from './openapi.js';

/** The delivery process: subscriptions and the feed. */
export const delivery: AppSettings = {
  name: 'delivery',
  module: (config) => ({
    module: DeliveryModule,
    imports: [LedgerFeedModule, ...JetstreamModule.for(config)],
  }),
  port: (config) => config.DELIVERY_PORT,
  openapi,
};
