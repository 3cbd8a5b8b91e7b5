import { Inject, Injectable } from '@nestjs/common';
import { World } from '#commands';
import { Problem, type LedgerEvent, type Principal } from '#contracts';
import { readLog } from '#event-store';
import { sightOf } from '#sight';
import type { Pool } from 'pg';
import { z } from 'zod';
import { DELIVERER } from '../tokens.js';
import { cloudEvent } from './announce.js';

interface Row {
  position: number;
  marking: 1 | 2;
}

/** Single events, as the ledger has them now. */
@Injectable()
export class AnnouncedEvents {
  constructor(
    @Inject(DELIVERER) private readonly db: Pool,
    private readonly world: World,
  ) {}

  /** The CloudEvent with its data, of marking 2 as well: JSON text. Throws not-found unless it was told to this person's organs. */
  async read(eventId: string, principal: Principal): Promise<string> {
    const { headquarters, name } = this.world.cabinet;
    const row = z.uuid().safeParse(eventId).success
      ? await this.find(eventId, sightOf(principal, headquarters))
      : undefined;
    if (!row) throw new Problem('not-found', 'There is no such event, or it is not open to you.');
    const { position, marking } = row;
    const [event] = await readLog(
      async (sql, values) => (await this.db.query<object>(sql, values)).rows,
      position - 1,
      1,
    );
    return JSON.stringify(cloudEvent(event as unknown as LedgerEvent, { marking, withData: true }, name));
  }

  private async find(eventId: string, eyes: string[]): Promise<Row | undefined> {
    const { rows } = await this.db.query<Row>({
      name: 'kyogi_announced',
      text: `SELECT position::float8 AS position, marking FROM delivery.announcements
             WHERE event_id = $1 AND readers && $2`,
      values: [eventId, eyes],
    });
    return rows[0];
  }
}
