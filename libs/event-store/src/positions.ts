import type { Pool } from 'pg';

type Waiter = (position: number | undefined) => void;

/** Who waits for the position of which event id, and the positions found lately. */
export class Positions {
  private readonly waiters = new Map<number, Set<Waiter>>();
  private readonly recent = new Map<number, number>();

  constructor(private readonly pool: Pool) {}

  wait(id: number, timeoutMs: number): Promise<number | undefined> {
    const known = this.recent.get(id);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => {
      const waiters = this.waiters.get(id) ?? new Set<Waiter>();
      this.waiters.set(id, waiters);
      const answer: Waiter = (position) => {
        clearTimeout(timer);
        waiters.delete(answer);
        if (waiters.size === 0 && this.waiters.get(id) === waiters) this.waiters.delete(id);
        resolve(position);
      };
      const timer = setTimeout(() => answer(undefined), timeoutMs);
      waiters.add(answer);
    });
  }

  waiting(): number[] {
    return [...this.waiters.keys()];
  }

  isWaiting(id: number): boolean {
    return this.waiters.has(id);
  }

  found(id: number, position: number): void {
    this.recent.set(id, position);
    if (this.recent.size > 10_000) this.recent.delete(this.recent.keys().next().value!);
    for (const answer of [...(this.waiters.get(id) ?? [])]) answer(position);
  }

  /** Asks the log for everybody who still waits. */
  async lookUp(): Promise<void> {
    if (this.waiters.size === 0) return;
    const { rows } = await this.pool.query<{ event_id: string; position: string }>({
      name: 'kyogi_positions',
      text: 'SELECT event_id, position FROM event_log WHERE event_id = ANY($1)',
      values: [this.waiting()],
    });
    for (const row of rows) this.found(Number(row.event_id), Number(row.position));
  }

  close(): void {
    for (const waiters of this.waiters.values()) for (const answer of [...waiters]) answer(undefined);
  }
}
