import type { AppSettings } from '#platform';
import { DistanceModule } from './distance.module.js';
import { HeadquartersModule } from './headquarters.module.js';
import { openapi } from './openapi.js';

/** The headquarters process. */
export const headquarters: AppSettings = {
  name: 'headquarters',
  module: (config) => {
    const module = HeadquartersModule.for(config);
    return { ...module, imports: [...(module.imports ?? []), DistanceModule.for(config)] };
  },
  port: (config) => config.HEADQUARTERS_PORT,
  openapi,
};
