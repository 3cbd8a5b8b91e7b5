import { Injectable } from '@nestjs/common';
import { isBesideDossiers, isOnlooker, type Meta, type OpeningView, type Principal } from '#contracts';
import { readEvent, readLog, readStream, type LedgerEvent as StoredEvent } from '#event-store';
import { follow, sightOf, toldTo, type Case } from '#sight';
import type { Pool } from 'pg';
import { secretly } from '../leaf-of-event.js';
import { rowsOf } from './rows-of.js';

interface Place {
  position: string;
  salt: Buffer | null;
}

/** Finds events, and what opens their leaves. */
@Injectable()
export class Openings {
  private readonly rows: ReturnType<typeof rowsOf>;

  constructor(
    private readonly pool: Pool,
    private readonly headquarters: string,
  ) {
    this.rows = rowsOf(pool);
  }

  /** Position of an event; undefined when it has none. */
  async positionOf(eventId: string): Promise<number | undefined> {
    const found = await this.placeOf(eventId);
    return found && Number(found.position);
  }

  /**
   * Salt, payload and person of an event, for those of the organ that acted, whose own deed it is, and for the secretariat where the
   * event was told to it. Undefined for everybody else, before it is integrated, and once it was erased.
   */
  async open(eventId: string, principal: Principal): Promise<OpeningView | undefined> {
    const place = await this.placeOf(eventId);
    if (!place?.salt) return undefined;
    const [event] = await readLog(this.rows, Number(place.position) - 1, 1);
    if (!event || !(await this.may(principal, event))) return undefined;
    const { payload, person } = secretly(event);
    return { salt: place.salt.toString('base64'), payload: payload as OpeningView['payload'], person };
  }

  private async may({ assignments, ...rest }: Principal, event: StoredEvent): Promise<boolean> {
    const actor = (event.meta as Partial<Meta>).actor?.organ;
    if (assignments.some(({ role, organ }) => organ === actor && !isOnlooker(role))) return true;
    const secretariat = assignments.filter(({ role }) => role.startsWith('SECR_'));
    if (secretariat.length === 0 || isBesideDossiers(event.type)) return false;
    const readers = await this.readersOf(event);
    const eyes = sightOf({ ...rest, assignments: secretariat }, this.headquarters);
    return readers.some((reader) => eyes.includes(reader));
  }

  /** Whom the event was told to when it was recorded. */
  private async readersOf({ streamId, position }: StoredEvent): Promise<string[]> {
    const stream = (await readStream(this.rows, streamId, 0, position)).map(readEvent);
    const last = stream.at(-1);
    let after: Case | undefined;
    for (const event of stream) after = follow(after, event, this.headquarters);
    return after && last ? toldTo(after, last, this.headquarters).readers : [];
  }

  private async placeOf(eventId: string): Promise<Place | undefined> {
    const { rows } = await this.pool.query<Place>(
      `SELECT l.position, f.salt FROM events e JOIN event_log l ON l.event_id = e.id
       LEFT JOIN evidence.leaves f ON f.position = l.position WHERE e.event_id = $1`,
      [eventId],
    );
    return rows[0];
  }
}
