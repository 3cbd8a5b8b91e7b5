import type { WholeEvent } from '#contracts';
import type { DataSource } from 'typeorm';

/** Writes the events of another ledger into this database (migrations/0080_mirror.sql). */
export class MirrorWriter {
  /** @param db role kyogi_projector */
  constructor(private readonly db: DataSource) {}

  /** The last position there is here. */
  async head(): Promise<number> {
    const [row] = await this.db.query<{ n: string }[]>('SELECT n FROM public.log_head WHERE k = 1');
    return Number(row?.n ?? 0);
  }

  /**
   * Writes events in order of position; those that are here are compared. @returns the head
   * @throws DatabaseError KY416 a position is missing, KY417 the event here is another one, KY423 not a mirror
   */
  async write(events: readonly WholeEvent[]): Promise<number> {
    const [row] = await this.db.query<{ head: string }[]>('SELECT public.mirror_events($1) AS head', [
      JSON.stringify(events),
    ]);
    return Number(row!.head);
  }
}
