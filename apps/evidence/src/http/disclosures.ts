import { Injectable } from '@nestjs/common';
import { isBesideDossiers } from '#contracts';
import { readLog, readStream } from '#event-store';
import { publicRecordOf, shownToAll } from '#sight';
import { disclose, type Disclosure } from '#transparency';
import type { Pool } from 'pg';
import { secretly } from '../leaf-of-event.js';
import { readEvent, rowsOf } from './read-event.js';

/** What everybody may read in the entries: of the events that the public register repeats, what it repeats. */
@Injectable()
export class Disclosures {
  constructor(private readonly pool: Pool) {}

  /** Undefined when nothing at this position is public, before it is integrated, and once it was erased. */
  async at(position: number): Promise<Disclosure | undefined> {
    const rows = rowsOf(this.pool);
    const [event] = await readLog(rows, position - 1, 1);
    if (event?.position !== position || isBesideDossiers(event.type)) return undefined;
    const stream = (await readStream(rows, event.streamId, 0, Number.MAX_SAFE_INTEGER)).map(readEvent);
    const shown = shownToAll(publicRecordOf(stream)).get(event.eventId);
    // Last, so that whatever was read is from before an erasure that takes it.
    const salt = shown && (await this.saltAt(position));
    return salt ? disclose({ salt, payload: secretly(event).payload }, shown) : undefined;
  }

  private async saltAt(position: number): Promise<Buffer | null | undefined> {
    const sql = 'SELECT salt FROM evidence.leaves WHERE position = $1';
    const { rows } = await this.pool.query<{ salt: Buffer | null }>(sql, [position]);
    return rows[0]?.salt;
  }
}
