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
 * Cases folded from the ledger. What is known of a stream never becomes wrong, since events are never revised, except by an
 * erasure, which is an event itself: only newer ones are read, and a file up to an event is the same until then.
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
    if (known && last && last.position >= upTo) return upToPosition(known.events, upTo);
    return this.readOn(dossierId, upTo, known ?? { events: [], size: 1_000 });
  }

  private async readOn(
    dossierId: string,
    upTo: number,
    { events: before, size }: Known,
  ): Promise<readonly LedgerEvent[]> {
    const after = before.at(-1)?.version ?? 0;
    const stored = await readStream((sql, values) => this.db.query(sql, values), dossierId, after, upTo);
    if (after > 0 && tellsOfErasure(stored)) return this.forget(dossierId, upTo);
    const events = [...before, ...stored.map(readEvent)];
    if (stored.length > 0) this.streams.set(dossierId, { events, size: size + charactersOf(stored) });
    return events;
  }

  /** Words were erased: what was read before still has them. */
  private forget(dossierId: string, upTo: number): Promise<readonly LedgerEvent[]> {
    this.streams.delete(dossierId);
    for (const key of this.files.keys()) if (key.startsWith(`${dossierId}@`)) this.files.delete(key);
    return this.events(dossierId, upTo);
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

const upToPosition = (events: readonly LedgerEvent[], upTo: number): LedgerEvent[] =>
  events.filter(({ position }) => position <= upTo);

const tellsOfErasure = (stored: readonly StoredEvent[]): boolean =>
  stored.some(({ type }) => type === 'PayloadErased');

const charactersOf = (stored: readonly StoredEvent[]): number =>
  stored.reduce((sum, { data }) => sum + 500 + JSON.stringify(data).length, 0);
