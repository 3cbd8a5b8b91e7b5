import { Sequencer } from '#event-store';
import { pool } from '#platform';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type Pool } from 'pg';

export interface Load {
  /** Stop after about so many committed events. */
  events: number;
  /** Backends ended by force, spread over the run. */
  kills: number;
  /** Longest work between the append and its commit, milliseconds. */
  thinkMs: number;
  streams: number;
  /** Called now and then with the share done, 0 to 1. */
  onTick?: (share: number) => Promise<void>;
}

export interface Seen {
  eventId: string;
  streamId: string;
  version: number;
  /** Event that its writer knew to be committed when it wrote this one. */
  after: string | null;
}

/** What the writers know of each event: acknowledged, rolled back, or in doubt (the connection died in COMMIT). */
export type Fate = 'committed' | 'rolled back' | 'in doubt';

export interface Run {
  fates: Map<string, Fate>;
  killed: number;
  seconds: number;
}

const WRITERS = 16;

/**
 * 16 writers, one transaction after another: sometimes something else is written first (which takes a transaction id early), then one to
 * three events, then some work, then COMMIT or, one time in ten, ROLLBACK. Backends are ended at random meanwhile, sequencers included.
 */
export async function hammer(url: string, load: Load): Promise<Run> {
  const run: Run = { fates: new Map(), killed: 0, seconds: 0 };
  const began = Date.now();
  const writers = pool(url, 'kyogi_app', { size: WRITERS, name: 'hammer', log: () => undefined });
  writers.on('connect', (client) => client.on('error', () => undefined));
  const known: { last: string | null; count: number } = { last: null, count: 0 };
  const killer = killBackends(url, load, run, () => known.count);
  await Promise.all(Array.from({ length: WRITERS }, () => write(writers, load, run, known)));
  await killer;
  await writers.end();
  run.seconds = (Date.now() - began) / 1_000;
  return run;
}

async function write(
  writers: Pool,
  load: Load,
  run: Run,
  known: { last: string | null; count: number },
): Promise<void> {
  while (known.count < load.events) {
    const ids = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => randomUUID());
    const keep = Math.random() < 0.9;
    let fate: Fate = 'rolled back';
    try {
      const client = await writers.connect();
      let broken: Error | undefined;
      try {
        await client.query(Math.random() < 0.3 ? 'BEGIN; SELECT pg_current_xact_id()' : 'BEGIN');
        if (Math.random() < 0.3)
          await client.query('SELECT pg_sleep($1)', [(Math.random() * load.thinkMs) / 1_000]);
        await client.query('SELECT append_events($1)', [transaction(ids, load, known.last)]);
        await client.query('SELECT pg_sleep($1)', [(Math.random() * load.thinkMs) / 1_000]);
        if (keep) fate = 'in doubt';
        await client.query(keep ? 'COMMIT' : 'ROLLBACK');
        if (keep) fate = 'committed';
      } catch (error) {
        broken = error as Error;
      }
      client.release(broken);
    } catch {
      await delay(20);
    }
    for (const id of ids) run.fates.set(id, fate);
    if (fate !== 'committed') continue;
    known.last = ids.at(-1)!;
    known.count += ids.length;
  }
}

function transaction(ids: string[], load: Load, after: string | null): string {
  return JSON.stringify({
    streamId: `stream-${Math.floor(Math.random() * load.streams)}`,
    expected: 'any',
    events: ids.map((eventId, i) => ({
      eventId,
      type: 'Hammered',
      v: 1,
      data: { after: i === 0 ? after : ids[i - 1] },
    })),
  });
}

async function killBackends(url: string, load: Load, run: Run, count: () => number): Promise<void> {
  let ticks = 0;
  while (count() < load.events) {
    if (load.onTick && count() / load.events > ticks / 20) await load.onTick(ticks++ / 20);
    if (run.killed < load.kills * (count() / load.events)) run.killed += await killOne(url);
    await delay(5);
  }
  while (run.killed < load.kills) run.killed += await killOne(url);
}

async function killOne(url: string): Promise<number> {
  const client = new Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ killed: boolean }>(
      `SELECT pg_terminate_backend(pid) AS killed FROM (SELECT pid FROM pg_stat_activity WHERE datname = current_database()
       AND pid <> pg_backend_pid() AND application_name LIKE 'hammer%' ORDER BY random() LIMIT 1) AS one`,
    );
    return rows[0]?.killed ? 1 : 0;
  } catch {
    return 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface Verdict {
  /** Acknowledged, and never seen by the reader. */
  lost: number;
  /** Rolled back or unknown, and seen. */
  phantom: number;
  repeated: number;
  /** Seen before, or without, the version before it. */
  inverted: number;
  /** Seen before the event its writer knew of. */
  acausal: number;
}

export const FAULTLESS: Verdict = { lost: 0, phantom: 0, repeated: 0, inverted: 0, acausal: 0 };

/** Judges the order in which a reader saw the events. */
export function judge(seen: Seen[], fates: Map<string, Fate>): Verdict {
  const verdict = { ...FAULTLESS };
  const ids = new Set<string>();
  const versions = new Map<string, number>();
  for (const event of seen) {
    if (ids.has(event.eventId)) verdict.repeated++;
    if (!['committed', 'in doubt'].includes(fates.get(event.eventId) ?? 'unknown')) verdict.phantom++;
    const before = versions.get(event.streamId) ?? 0;
    if (event.version !== before + 1) verdict.inverted++;
    if (event.after !== null && !ids.has(event.after)) verdict.acausal++;
    versions.set(event.streamId, Math.max(event.version, before));
    ids.add(event.eventId);
  }
  for (const [id, fate] of fates) if (fate === 'committed' && !ids.has(id)) verdict.lost++;
  return verdict;
}

/** Sequencers in this process, each with a pool of its own that may be shot at. */
export function sequencers(url: string, count: number): { stop(): Promise<void>; all: Sequencer[] } {
  const made = Array.from({ length: count }, () => {
    const own = pool(url, 'kyogi_sequencer', { size: 2, name: 'hammer sequencer', log: () => undefined });
    const sequencer = new Sequencer({ pool: own, pollMs: 5 });
    sequencer.start();
    return { own, sequencer };
  });
  return {
    all: made.map((one) => one.sequencer),
    stop: async () => {
      for (const { own, sequencer } of made) await sequencer.stop().then(() => own.end());
    },
  };
}
