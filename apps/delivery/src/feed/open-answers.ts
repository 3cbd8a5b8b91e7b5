import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '#contracts';
import { CONFIG, type Config } from '#platform';

/** Seconds after which a place may be free: a long poll waits 30 at most. */
const RETRY_SECONDS = 5;

/** Event streams and long polls of each person that this process keeps open. */
@Injectable()
export class OpenAnswers {
  private readonly open = new Map<string, number>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'FEED_OPEN_PER_PERSON'>) {}

  /** One more, until it is gone. Throws too-many-requests. */
  admit(person: string, gone: AbortSignal): void {
    const { FEED_OPEN_PER_PERSON: limit } = this.config;
    const open = this.open.get(person) ?? 0;
    if (open >= limit)
      throw new Problem(
        'too-many-requests',
        `You keep ${open} event streams and long polls open, as many as one person may: close one, or ask without wait.`,
        { retryAfterSeconds: RETRY_SECONDS },
      );
    if (gone.aborted) return;
    this.open.set(person, open + 1);
    gone.addEventListener('abort', () => this.leave(person), { once: true });
  }

  private leave(person: string): void {
    const left = (this.open.get(person) ?? 1) - 1;
    if (left > 0) this.open.set(person, left);
    else this.open.delete(person);
  }
}
