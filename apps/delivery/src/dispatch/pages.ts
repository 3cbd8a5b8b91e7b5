import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Announced, Item, TroubledRow } from './item.js';

/** What a subscription has room for. */
export interface Wanted {
  id: string;
  after: number;
  room: number;
}

interface Row {
  id: string;
  seq: number;
  position: number;
}

/** Deliveries of one subscription that are read at once at most. */
const PAGE = 256;
/** Announcements that are remembered: an event goes to many subscriptions at about the same time. */
const REMEMBERED = 4_096;
/** Characters of them together. */
const REMEMBERED_SIZE = 33_554_432;

/** Reads deliveries with what was announced: one statement for all subscriptions, and each announcement once. */
export class Pages {
  private readonly known = new LRUCache<number, Announced>({
    ...{ max: REMEMBERED, maxSize: REMEMBERED_SIZE },
    sizeCalculation: ({ event }) => event.length,
  });

  /** Counts how often it forgot: what was asked before that is not remembered. */
  private era = 0;

  constructor(private readonly db: Pool) {}

  /** What was announced has changed. */
  forget(): void {
    this.era += 1;
    this.known.clear();
  }

  /** The next deliveries of each subscription, in order. */
  async after(wanted: readonly Wanted[]): Promise<Map<string, Item[]>> {
    const { rows } = await this.db.query<Row>({
      name: 'kyogi_dispatch_pages',
      text: `SELECT u.id, d.seq::float8 AS seq, d.position::float8 AS position
             FROM unnest($1::text[], $2::bigint[], $3::int[]) AS u(id, after, room) CROSS JOIN LATERAL (
               SELECT seq, position FROM delivery.deliveries x WHERE x.subscription_id = u.id AND x.seq > u.after
               ORDER BY x.seq LIMIT u.room) d`,
      values: [
        wanted.map(({ id }) => id),
        wanted.map(({ after }) => after),
        wanted.map(({ room }) => Math.min(room, PAGE)),
      ],
    });
    const announced = await this.announced(rows.map(({ position }) => position));
    const pages = new Map<string, Item[]>();
    for (const { id, seq, position } of rows) {
      const page = pages.get(id) ?? [];
      pages.set(id, page);
      const found = announced.get(position);
      if (found) page.push({ seq, ...found });
    }
    return pages;
  }

  /** Deliveries as what can be sent. One whose announcement is gone is left out. */
  async ofDeliveries(deliveries: readonly { seq: number; position: number }[]): Promise<Item[]> {
    const announced = await this.announced(deliveries.map(({ position }) => position));
    return deliveries.flatMap(({ seq, position }) => {
      const found = announced.get(position);
      return found ? [{ seq, ...found }] : [];
    });
  }

  /** Troubled rows as what can be sent. One whose announcement is gone is left out. */
  async ofRows<Of extends TroubledRow>(rows: readonly Of[]): Promise<{ item: Item; row: Of }[]> {
    const announced = await this.announced(rows.map(({ position }) => position));
    return rows.flatMap((row) => {
      const found = announced.get(row.position);
      return found ? [{ item: { seq: row.seq, ...found, row }, row }] : [];
    });
  }

  private async announced(positions: readonly number[]): Promise<Map<number, Announced>> {
    const found = new Map<number, Announced>();
    const missing = new Set<number>();
    for (const position of positions) {
      const known = this.known.get(position);
      if (known) found.set(position, known);
      else missing.add(position);
    }
    if (missing.size === 0) return found;
    const { era } = this;
    const { rows } = await this.db.query<Announced>({
      name: 'kyogi_dispatch_announced',
      text: `SELECT position::float8 AS position, dossier_id AS key, event, extract(epoch FROM recorded_at)::float8 * 1000 AS "recordedAt"
             FROM delivery.announcements WHERE position = ANY($1::bigint[])`,
      values: [[...missing]],
    });
    for (const row of rows) {
      if (era === this.era) this.known.set(row.position, row);
      found.set(row.position, row);
    }
    return found;
  }
}
