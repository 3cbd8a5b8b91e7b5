import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { VerifierKey } from '#transparency';
import { writeDurably } from '../files/durable.js';
import type { Alarm } from './alarm.js';
import type { Links } from './chain.js';
import { Lines } from './lines.js';
import { thinned, type Sighting } from './thinned.js';

/** A checkpoint somebody showed that reaches further than what was read: to be held against the log later. */
export interface Claim {
  from: string;
  note: string;
  /** Milliseconds since 1970. */
  since: number;
}

/** Where a monitor stands. */
export interface Standing {
  /** Right edge of the tree it has read, `Frontier.toString`. */
  frontier: string;
  /** The last checkpoint of that tree, with its signatures. Absent before the first. */
  note?: string;
  links: Links;
  claims: Claim[];
  /** Entries that were found bad: they stay in the log, and so does the alarm. */
  faults: Alarm[];
}

/** The alarms of a round, with the checkpoints that speak for them. */
interface AlarmLine {
  seen: string;
  alarms: readonly Alarm[];
  checkpoints?: readonly Shown[];
}

type Shown = Omit<Sighting, 'seen'>;

interface Kept extends Omit<Standing, 'links'> {
  streams: Record<string, number>;
  time: number;
}

const beginning = (): Standing => ({
  frontier: '0',
  links: { streams: new Map(), time: 0 },
  claims: [],
  faults: [],
});

const thinEvery = 3_600_000;

/** What of an alarm makes it another one: the age of a cosignature is another one in every round. */
const subjectOf = (alarm: Alarm): Partial<Alarm> => (alarm.kind === 'stale' ? { kind: alarm.kind } : alarm);

/** The folder of a monitor: where it stands, the checkpoints it saw, ever fewer of the older ones, and every alarm with its evidence. */
export class History {
  private readonly last = new Map<string, string>();
  private readonly sightings: Lines<Sighting>;
  private readonly alarms: Lines<AlarmLine>;
  private thinnedAt = -Infinity;

  constructor(private readonly folder: string) {
    this.sightings = new Lines(this.at('checkpoints.jsonl'));
    this.alarms = new Lines(this.at('alarms.jsonl'));
  }

  private at(name: string): string {
    return path.join(this.folder, name);
  }

  standing(): Standing {
    if (!existsSync(this.at('state.json'))) return beginning();
    const { streams, time, ...kept } = JSON.parse(readFileSync(this.at('state.json'), 'utf8')) as Kept;
    return { ...kept, links: { streams: new Map(Object.entries(streams)), time } };
  }

  async stand({ links, ...rest }: Standing): Promise<void> {
    const kept: Kept = { ...rest, streams: Object.fromEntries(links.streams), time: links.time };
    await writeDurably(this.at('state.json'), Buffer.from(JSON.stringify(kept)));
  }

  /** Keeps a checkpoint as it was shown, once while it does not change; it is evidence whatever it says. */
  keepCheckpoint(from: string, note: string): void {
    if (this.isNews(from, note)) this.sightings.append({ seen: new Date().toISOString(), from, note });
  }

  /** Keeps the alarms of a round for good, once while they do not change, with the checkpoints that speak for them. */
  keepAlarms(alarms: readonly Alarm[], checkpoints: readonly Shown[]): void {
    if (!this.isNews('alarms', JSON.stringify(alarms.map(subjectOf)))) return;
    const isProven = alarms.some(({ kind }) => kind !== 'unreachable');
    this.alarms.append({ seen: new Date().toISOString(), alarms, ...(isProven && { checkpoints }) });
  }

  /** Once an hour: of what was seen before the last day, less and less; of alarms nothing. */
  async thin(keys: readonly VerifierKey[], now = Date.now()): Promise<void> {
    if (Math.abs(now - this.thinnedAt) < thinEvery) return;
    this.thinnedAt = now;
    const all = this.sightings.read();
    const kept = thinned(all, keys, now);
    if (kept.length < all.length) await this.sightings.replace(kept);
  }

  /** The notes that are left of those that the log showed, and those of alarms. */
  checkpointsOf(from: string): string[] {
    const evidence = this.alarms.read().flatMap(({ checkpoints = [] }) => checkpoints);
    const shown = [...evidence, ...this.sightings.read()].filter((one) => one.from === from);
    return [...new Set(shown.map(({ note }) => note))];
  }

  async writeMetrics(text: string): Promise<void> {
    await writeDurably(this.at('metrics.prom'), Buffer.from(text));
  }

  private isNews(subject: string, said: string): boolean {
    const isSame = this.last.get(subject) === said;
    this.last.set(subject, said);
    return !isSame;
  }
}
