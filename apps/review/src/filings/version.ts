import { parseEvent, type Version } from '#contracts';
import type { Rows } from './rows.js';

/** A version of a dossier as the ledger has it. Throws when there is none of that number. */
export const versionOf = async (rows: Rows, dossierId: string, no: number): Promise<Version> => {
  const found = (await rows(
    `SELECT type, v, data FROM public.events WHERE stream_id = $1 AND type IN ('DossierDrafted', 'DossierRevised')
       AND (data #>> '{version,no}')::int = $2`,
    [dossierId, no],
  )) as { type: string; v: number; data: unknown }[];
  const event = found[0] && parseEvent(found[0].type, found[0].v, found[0].data);
  if (event?.type === 'DossierDrafted' || event?.type === 'DossierRevised') return event.data.version;
  throw new Error(`dossier ${dossierId} has no version ${no}`);
};
