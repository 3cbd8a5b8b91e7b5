import type { Health, Metrics } from '#platform';
import type { Pool } from 'pg';
import type { LogFiles } from './files/log-files.js';
import type { Cosigners } from './notary/cosign.js';
import { publishedHead } from './notary/heads.js';
import type { Office } from './notary/office.js';

/** Seconds after which what is committed and not yet published is an alarm. */
const STALE_S = 60;

interface Observed {
  pool: Pool;
  files: LogFiles;
  office: Office;
  cosigners: Cosigners;
  health: Health;
  metrics: Metrics;
}

/** Seconds since the oldest event was recorded that the published checkpoint does not cover; 0 when it covers all. */
async function staleness(pool: Pool, size: number): Promise<number> {
  const { rows } = await pool.query<{ age: string }>(
    `SELECT greatest(0, extract(epoch FROM clock_timestamp() - e.recorded_at)) AS age
     FROM event_log l JOIN events e ON e.id = l.event_id WHERE l.position = $1`,
    [size + 1],
  );
  return Number(rows[0]?.age ?? 0);
}

/** Health and numbers of the log. Where signing is refused it is not ready; a checkpoint that waits for witnesses only degrades it. */
export function observe({ pool, files, office, cosigners, health, metrics }: Observed): void {
  const size = async () => (await publishedHead(files))?.size ?? 0;
  health.needs('database', async () => {
    await pool.query('SELECT 1');
  });
  health.needs('signing', () =>
    Promise.resolve(office.refused === undefined ? { ok: true } : { ok: false, note: office.refused }),
  );
  health.uses('published checkpoint', async () => {
    const age = await staleness(pool, await size());
    if (age <= STALE_S) return { ok: true };
    const why = [...cosigners.trouble].map(([name, what]) => `; ${name} ${what}`).join('');
    return { ok: false, note: `nothing was published for ${Math.round(age)} s${why}` };
  });
  health.uses('witnesses', () => {
    const note = [...cosigners.trouble].map(([name, what]) => `${name}: ${what}`).join('; ');
    return Promise.resolve(note === '' ? { ok: true } : { ok: false, note });
  });
  metrics.gauge('kyogi_evidence_size', 'Entries under the published checkpoint.', [], async (gauge) =>
    gauge.set(await size()),
  );
  metrics.gauge(
    'kyogi_evidence_staleness_seconds',
    'Age of the oldest event that the published checkpoint does not cover; an alarm from 60.',
    [],
    async (gauge) => gauge.set(await staleness(pool, await size())),
  );
  metrics.gauge('kyogi_evidence_refused', '1: signing is refused until somebody has looked.', [], (gauge) =>
    gauge.set(office.refused === undefined ? 0 : 1),
  );
}
