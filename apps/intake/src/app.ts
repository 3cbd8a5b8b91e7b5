import { requireIssuer } from '#identity';
import type { AppSettings } from '#platform';
import { IntakeModule } from './intake.module.js';
import { intakeDocument } from './openapi.js';

/** The process `intake`. Throws ConfigError when no issuer is set. */
export const intake: AppSettings = {
  name: 'intake',
  port: (config) => config.INTAKE_PORT,
  openapi: intakeDocument,
  module: (config) => {
    requireIssuer(config);
    return IntakeModule;
  },
};
