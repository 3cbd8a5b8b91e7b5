// First: it must come before anything that loads http or pg.
import './telemetry.js';

export * from './cabinet-file.js';
export * from './cabinet-path.js';
export * from './calendar.js';
export { Clock } from './clock.js';
export * from './config.js';
export * from './database.js';
export * from './env-example.js';
export { commandData } from './http/command-body.js';
export { CORRELATION_HEADER } from './http/correlation.js';
export { idempotencyKey } from './http/idempotency-key.js';
export { parseJsonBody } from './http/json.js';
export { logPerson } from './http/logging.js';
export { problemDocument } from './http/problem-document.js';
export { isOutage, problemOf } from './http/problem-of.js';
export { RequestLimit } from './http/request-limit.js';
export { requested } from './http/requested.js';
export { Leader } from './leader.js';
export * from './migrate.js';
export { connectNats, type NatsSettings } from './nats.js';
export { firstFrom, lastMessage, numberOf, storedNumber } from './nats-messages.js';
export * from './operations/health.js';
export * from './operations/metrics.js';
export { PlatformModule } from './platform.module.js';
export * from './start.js';
export * from './tokens.js';
