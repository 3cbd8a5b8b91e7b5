import { parseEvent } from '#contracts';
import type { Ledger } from '#commands';

/** How a dossier stands, by its events alone. */
export interface Standing {
  version: number;
  stage: string;
  lead: string;
  /** SHA-256 of the present text. */
  sha256: string;
}

/** Null when there is no such dossier. */
export const standingOf = async (ledger: Ledger, dossierId: string): Promise<Standing | null> => {
  const { events, version } = await ledger.store.open(dossierId);
  if (version === 0) return null;
  const standing: Standing = { version, stage: '', lead: '', sha256: '' };
  for (const { type, v, data } of events) {
    const event = parseEvent(type, v, data);
    if ('stage' in event.data) standing.stage = event.data.stage;
    if (event.type !== 'DossierDrafted' && event.type !== 'DossierRevised') continue;
    standing.sha256 = event.data.version.sha256;
    standing.lead = event.data.version.body.head.lead;
  }
  return standing;
};
