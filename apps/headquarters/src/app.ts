import type { AppSettings } from '#platform';
import { HeadquartersModule } from './headquarters.module.js';
import { openapi } from './openapi.js';

/** The headquarters process. */
export const headquarters: AppSettings = {
  name: 'headquarters',
  module: (config) => HeadquartersModule.for(config),
  port: (config) => config.HEADQUARTERS_PORT,
  openapi,
};
