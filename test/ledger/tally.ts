import type { LedgerEvent } from '#event-store';
import type { EntityManager } from 'typeorm';

/** A read model that tells every event missed, repeated or out of order: a count and a chained hash per stream. */
export const TALLY_TABLE =
  'CREATE TABLE public.tally (model text, stream_id text, n int, chain text, PRIMARY KEY (model, stream_id))';

export const tally =
  (model: string) =>
  async (event: LedgerEvent, tx: EntityManager): Promise<void> => {
    await tx.query(
      `INSERT INTO public.tally AS t VALUES ($1, $2, 1, md5($3))
       ON CONFLICT (model, stream_id) DO UPDATE SET n = t.n + 1, chain = md5(t.chain || $3)`,
      [model, event.streamId, `${event.position}/${event.version}/${JSON.stringify(event.data)}`],
    );
  };

export const TALLY_HASH = `SELECT sum(n)::int AS n, md5(string_agg(stream_id || n || chain, ',' ORDER BY stream_id)) AS hash
  FROM public.tally WHERE model = $1`;
