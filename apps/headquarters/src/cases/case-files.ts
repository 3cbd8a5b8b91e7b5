import type { LedgerEvent } from '#contracts';
import { readEvent, readStream, type LedgerEvent as StoredEvent } from '#event-store';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { caseFileOf, type CaseFile } from './case-file.js';

/** Characters of events held in memory at most. */
const maxSize = 32 * 1024 * 1024;
const FILES = 64;

interface Known {
  events: readonly LedgerEvent[];
  size: number;
  /** Erasures of the stream when it was read from its beginning: after another one the words are read anew. */
  erasures: string;
}

const ERASURES = `SELECT count(*) AS n FROM public.events WHERE stream_id = $1 AND type = 'PayloadErased'`;

/**
 * Cases folded from the ledger. What is known of a stream never becomes wrong, since events are never revised, except by an
 * erasure. That is asked for each time, since whoever looks may have been told nothing so late. Else only newer events are read, and
 * a file up to an event is the same until then.
 */
export class CaseFiles {
  private readonly streams = new LRUCache<string, Known>({ maxSize, sizeCalculation: ({ size }) => size });
  private readonly files = new LRUCache<string, CaseFile>({ max: FILES });

  /** @param db role kyogi_projector, which may read the ledger */
  constructor(private readonly db: DataSource) {}

  /** The events of a stream up to a position. Not bounded by what anybody may see: that is the caller's. */
  async events(dossierId: string, upTo: number): Promise<readonly LedgerEvent[]> {
    return (await this.read(dossierId, upTo)).events;
  }

  /** The file of a case up to a position; undefined when it had not begun. */
  async at(dossierId: string, position: number): Promise<CaseFile | undefined> {
    const { events, erasures } = await this.read(dossierId, position);
    const key = `${dossierId}@${erasures}@${events.length}`;
    const known = this.files.get(key);
    if (known) return known;
    const file = caseFileOf(events);
    if (file) this.files.set(key, file);
    return file;
  }

  private async read(dossierId: string, upTo: number): Promise<Known> {
    const [found] = await this.db.query<{ n: string }[]>(ERASURES, [dossierId]);
    const erasures = found?.n ?? '0';
    const known = this.streams.get(dossierId);
    if (known && known.erasures !== erasures) this.forget(dossierId);
    const before = known?.erasures === erasures ? known : { events: [], size: 1_000, erasures };
    const last = before.events.at(-1);
    if (last && last.position >= upTo)
      return { ...before, events: before.events.filter(({ position }) => position <= upTo) };
    return this.readOn(dossierId, upTo, before);
  }

  private async readOn(dossierId: string, upTo: number, before: Known): Promise<Known> {
    const after = before.events.at(-1)?.version ?? 0;
    const stored = await readStream((sql, values) => this.db.query(sql, values), dossierId, after, upTo);
    const events = [...before.events, ...stored.map(readEvent)];
    const known = { ...before, events, size: before.size + charactersOf(stored) };
    if (stored.length > 0) this.streams.set(dossierId, known);
    return known;
  }

  private forget(dossierId: string): void {
    this.streams.delete(dossierId);
    for (const key of this.files.keys()) if (key.startsWith(`${dossierId}@`)) this.files.delete(key);
  }
}

const charactersOf = (stored: readonly StoredEvent[]): number =>
  stored.reduce((sum, { data }) => sum + 500 + JSON.stringify(data).length, 0);
