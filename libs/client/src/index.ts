export { isPassing, type Access } from './access.js';
export { delivery, evidence, headquarters, intake, type CommandBody } from './api.js';
export { ChainBroken, follows, numberOf, type Delivered, type FeedEvent } from './chain.js';
export { consume, type Consumption } from './consume.js';
export { memoryCursor, storageCursor, type Cursor } from './cursor.js';
export { acknowledge, pullDeliveries, streamDeliveries, type Page } from './deliveries.js';
export { KyogiProblem } from './problem.js';
export {
  lost,
  nothingTaken,
  openWebhook,
  take,
  takenBefore,
  WebhookRefused,
  type Taken,
  type WebhookRequest,
} from './webhook.js';
