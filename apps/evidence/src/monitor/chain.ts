import type { Leaf } from '#transparency';

/** Milliseconds by which an entry may be older than one before it: clocks of several machines differ. */
const tolerance = 60_000;

/** How far each stream has come, and the latest time so far. */
export interface Links {
  streams: Map<string, number>;
  time: number;
}

/** The order that must hold across entries: of each stream every version, one after the other, and time that does not run back. */
export class Chain {
  private readonly added = new Map<string, number>();
  private time: number;

  constructor(private readonly before: Links) {
    this.time = before.time;
  }

  /** Says what is wrong with the next entry, and goes on from it. */
  follow({ stream, streamVersion, time }: Leaf): string | undefined {
    const last = this.added.get(stream) ?? this.before.streams.get(stream) ?? 0;
    this.added.set(stream, streamVersion);
    const at = Date.parse(time);
    if (Number.isNaN(at)) return `the time ${time} is none`;
    const isLate = at < this.time - tolerance;
    const latest = this.time;
    this.time = Math.max(at, latest);
    if (streamVersion !== last + 1)
      return `version ${streamVersion} of the stream ${stream} follows version ${last}`;
    return isLate ? `the time runs back from ${new Date(latest).toISOString()} to ${time}` : undefined;
  }

  /** What holds from here on. */
  links(): Links {
    for (const [stream, version] of this.added) this.before.streams.set(stream, version);
    return { streams: this.before.streams, time: this.time };
  }
}
