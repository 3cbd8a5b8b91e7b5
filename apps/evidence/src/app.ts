import type { AppSettings } from '#platform';
import { EvidenceModule } from './evidence.module.js';
import { openapi } from './openapi.js';

/** The evidence process: the transparency log over the ledger. */
export const evidence: AppSettings = {
  name: 'evidence',
  module: (config) => EvidenceModule.for(config),
  port: (config) => config.EVIDENCE_PORT,
  openapi,
};
