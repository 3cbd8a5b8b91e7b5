import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeDurably } from '../files/durable.js';
import type { Alarm } from './alarm.js';
import type { Links } from './chain.js';

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
  links: Links;
  claims: Claim[];
  /** Entries that were found bad: they stay in the log, and so does the alarm. */
  faults: Alarm[];
}

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

/** The folder of a monitor: where it stands, and every checkpoint and alarm it ever saw. */
export class History {
  private readonly last = new Map<string, string>();

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
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
    this.append('checkpoints.jsonl', from, { from, note });
  }

  /** Keeps the alarms of a round, once while they do not change. */
  keepAlarms(alarms: readonly Alarm[]): void {
    this.append('alarms.jsonl', 'alarms', { alarms });
  }

  /** The notes of all checkpoints that the log showed. */
  checkpointsOf(from: string): string[] {
    if (!existsSync(this.at('checkpoints.jsonl'))) return [];
    const lines = readFileSync(this.at('checkpoints.jsonl'), 'utf8').split('\n').slice(0, -1);
    return lines
      .map((line) => JSON.parse(line) as { from: string; note: string })
      .filter((shown) => shown.from === from)
      .map(({ note }) => note);
  }

  async writeMetrics(text: string): Promise<void> {
    await writeDurably(this.at('metrics.prom'), Buffer.from(text));
  }

  private append(name: string, subject: string, what: object): void {
    const said = JSON.stringify(what);
    if (this.last.get(subject) === said) return;
    this.last.set(subject, said);
    appendFileSync(this.at(name), `${JSON.stringify({ seen: new Date().toISOString(), ...what })}\n`);
  }
}
