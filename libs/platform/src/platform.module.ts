import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from './clock.js';
import type { Config } from './config.js';
import { loggerModule } from './http/logging.js';
import { ClockController } from './operations/clock.controller.js';
import { Health } from './operations/health.js';
import { Metrics } from './operations/metrics.js';
import { OperationsController } from './operations/operations.controller.js';
import { stopTracing } from './telemetry.js';
import { CONFIG } from './tokens.js';

/** What every process has: settings (CONFIG), Clock, Health, Metrics, logs. `createApp` adds it by itself. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  static forRoot(config: Config, name: string): DynamicModule {
    return {
      module: PlatformModule,
      imports: [loggerModule(config, name)],
      controllers: [OperationsController, ...(config.KYOGI_MOVABLE_CLOCK ? [ClockController] : [])],
      providers: [{ provide: CONFIG, useValue: config }, Clock, Health, Metrics],
      exports: [CONFIG, Clock, Health, Metrics],
    };
  }

  /** After the last answer. */
  onApplicationShutdown(): Promise<void> {
    return stopTracing();
  }
}
