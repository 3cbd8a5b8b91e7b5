import { Injectable } from '@nestjs/common';
import { readEvent, readLog, readStream } from '#event-store';
import { isEverShown, publicRecordOf, revealing, shownToAll } from '#sight';
import { disclose, type Disclosure } from '#transparency';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { secretly } from '../leaf-of-event.js';
import { rowsOf } from './rows-of.js';

type Shown = ReturnType<typeof shownToAll>;

/** Dossiers of which it is remembered what is public. */
const REMEMBERED = 64;

/** How far a stream is numbered, and whether anything of it was made public so far; the texts are not read for that. */
const STAND = `SELECT max(e.version) AS version, coalesce(bool_or(e.type = ANY($2)), false) AS revealed
  FROM events e JOIN event_log l ON l.event_id = e.id WHERE e.stream_id = $1`;

/** What everybody may read in the entries: of the events that the public register repeats, what it repeats. */
@Injectable()
export class Disclosures {
  private readonly rows: ReturnType<typeof rowsOf>;
  private readonly remembered = new LRUCache<string, { version: number; shown: Promise<Shown> }>({
    max: REMEMBERED,
  });

  constructor(private readonly pool: Pool) {
    this.rows = rowsOf(pool);
  }

  /** Undefined when nothing at this position is public, before it is integrated, and once it was erased. */
  async at(position: number): Promise<Disclosure | undefined> {
    const [event] = await readLog(this.rows, position - 1, 1);
    if (event?.position !== position || !isEverShown(event.type)) return undefined;
    const shown = (await this.shownOf(event.streamId))?.get(event.eventId);
    // Last, so that whatever was read is from before an erasure that takes it.
    const salt = shown && (await this.saltAt(position));
    return salt ? disclose({ salt, payload: secretly(event).payload }, shown) : undefined;
  }

  /** Strangers may ask as often as for a file, so a stream is read once for as long as nothing is added to it, and never in vain. */
  private async shownOf(streamId: string): Promise<Shown | undefined> {
    const { rows } = await this.pool.query<{ version: number; revealed: boolean }>(STAND, [
      streamId,
      revealing,
    ]);
    const { version = 0, revealed = false } = rows[0] ?? {};
    if (!revealed) return undefined;
    const known = this.remembered.get(streamId);
    if (known?.version === version) return known.shown;
    const shown = this.read(streamId);
    this.remembered.set(streamId, { version, shown });
    return shown;
  }

  private async read(streamId: string): Promise<Shown> {
    try {
      const stream = await readStream(this.rows, streamId, 0, Number.MAX_SAFE_INTEGER);
      return shownToAll(publicRecordOf(stream.map(readEvent)));
    } catch (error) {
      this.remembered.delete(streamId);
      throw error;
    }
  }

  private async saltAt(position: number): Promise<Buffer | null | undefined> {
    const sql = 'SELECT salt FROM evidence.leaves WHERE position = $1';
    const { rows } = await this.pool.query<{ salt: Buffer | null }>(sql, [position]);
    return rows[0]?.salt;
  }
}
