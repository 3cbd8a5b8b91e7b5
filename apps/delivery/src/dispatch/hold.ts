import type { Backlog } from './backlog.js';
import { LEASE_MS, type Lease } from './leases.js';
import type { Progress } from './progress.js';

/** A holder stops sending so long before its lease ends, milliseconds. */
const MARGIN_MS = 1_500;
/** A lease is prolonged after so long, milliseconds. */
const RENEW_MS = 2_000;

/** That this process, and no other, sends for a subscription, and how far it has said it came. */
export class Hold {
  private state: 'working' | 'stopping' | 'ending' | 'lost' = 'working';
  private said = '';

  /** @param at when the lease was asked for: monotonic clock, milliseconds */
  constructor(
    private readonly lease: Lease,
    private at: number,
  ) {}

  /** Whether anything new is to be begun. */
  get isWorking(): boolean {
    return this.state === 'working';
  }

  /** Whether it may send: no other process can hold the subscription yet. */
  get maySend(): boolean {
    return this.isWorking && performance.now() < this.at + LEASE_MS - MARGIN_MS;
  }

  /** Whether nothing that comes back counts any more. */
  get isLost(): boolean {
    return this.state === 'lost';
  }

  /** Begins nothing new. */
  stop(): void {
    if (this.state === 'working') this.state = 'stopping';
  }

  /** Lets go with what is written next. */
  end(): void {
    if (this.state !== 'lost') this.state = 'ending';
  }

  /** Another may hold it. */
  lose(): void {
    this.state = 'lost';
  }

  /** Whether there is something to write, if only that it is still held. */
  isToBeWritten(backlog: Backlog, failingSince: Date | null): boolean {
    const isStale = performance.now() - this.at > RENEW_MS || this.state === 'ending';
    return isStale || backlog.trouble.hasChanges || this.said !== standOf(backlog, failingSince);
  }

  /** What is to be written now; `written` says how it went. */
  progress(backlog: Backlog, failingSince: Date | null): Progress {
    this.said = standOf(backlog, failingSince);
    const { id, fence } = this.lease;
    const { settled, trouble } = backlog;
    return {
      id,
      fence,
      settled,
      failingSince,
      ends: this.state === 'ending',
      changes: trouble.takeChanges(),
    };
  }

  /** @param askedAt monotonic clock, milliseconds; undefined: it could not be written */
  written(backlog: Backlog, askedAt: number | undefined): void {
    backlog.trouble.written(askedAt !== undefined);
    if (askedAt === undefined) this.said = '';
    else this.at = askedAt;
  }
}

const standOf = ({ settled }: Backlog, failingSince: Date | null): string =>
  `${settled} ${failingSince?.getTime()}`;
