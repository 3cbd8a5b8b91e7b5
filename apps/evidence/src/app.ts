import type { AppSettings } from '#platform';
import { EvidenceModule } from './evidence.module.js';

/** The evidence process: the transparency log over the ledger. */
export const evidence: AppSettings = {
  name: 'evidence',
  module: () => EvidenceModule,
  port: (config) => config.EVIDENCE_PORT,
};
