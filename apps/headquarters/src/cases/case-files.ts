import type { LedgerEvent } from '#contracts';
import { readStream, type LedgerEvent as StoredEvent } from '#event-store';
import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { readEvent } from '../projections/read-event.js';
import { caseFileOf, type CaseFile } from './case-file.js';

/** Characters of events held in memory at most. */
const maxSize = 32 * 1024 * 1024;
const FILES = 64;

interface Known {
  events: readonly LedgerEvent[];
  size: number;
}

/**
 * Cases folded from the ledger. What is known of a stream never becomes wrong, since events are never revised: only newer ones are
 * read, and a file up to an event is the same for ever.
 */
export class CaseFiles {
  private readonly streams = new LRUCache<string, Known>({ maxSize, sizeCalculation: ({ size }) => size });
  private readonly files = new LRUCache<string, CaseFile>({ max: FILES });

  /** @param db role kyogi_projector, which may read the ledger */
  constructor(private readonly db: DataSource) {}

  /** The events of a stream up to a position. Not bounded by what anybody may see: that is the caller's. */
  async events(dossierId: string, upTo: number): Promise<readonly LedgerEvent[]> {
    const known = this.streams.get(dossierId);
    const last = known?.events.at(-1);
    if (known && last && last.position >= upTo) return known.events.filter((one) => one.position <= upTo);
    const stored = await readStream(
      (sql, values) => this.db.query(sql, values),
      ...([dossierId, last?.version ?? 0, upTo] as const),
    );
    const events = [...(known?.events ?? []), ...stored.map(readEvent)];
    if (stored.length > 0)
      this.streams.set(dossierId, { events, size: (known?.size ?? 1_000) + charactersOf(stored) });
    return events;
  }

  /** The file of a case up to a position; undefined when it had not begun. */
  async at(dossierId: string, position: number): Promise<CaseFile | undefined> {
    const events = await this.events(dossierId, position);
    const key = `${dossierId}@${events.length}`;
    const known = this.files.get(key);
    if (known) return known;
    const file = caseFileOf(events);
    if (file) this.files.set(key, file);
    return file;
  }
}

const charactersOf = (stored: readonly StoredEvent[]): number =>
  stored.reduce((sum, { data }) => sum + 500 + JSON.stringify(data).length, 0);
