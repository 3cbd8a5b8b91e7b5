import { Frontier, openCheckpoint, sameHash, Unsound, type Believed, type ReadTile } from '#transparency';
import { Alarming, type Alarm } from './alarm.js';
import { Chain } from './chain.js';
import { askWitness, settles, withClaim, type Answered, type Shown } from './claims.js';
import { begins, type Tree } from './consistent.js';
import { readEntries } from './entries.js';
import type { History, Standing } from './history.js';
import { freshness } from './freshness.js';
import { fetchNote, remoteTiles } from './remote-log.js';
import type { MonitorSettings } from './settings.js';
import { auditWhole } from './whole.js';

/**
 * What one round found. `age`: seconds since as many witnesses as are demanded (at least one) had cosigned the published checkpoint,
 * where there are such.
 */
export interface Report {
  size: number;
  added: number;
  age?: number;
  witnesses: Shown[];
  alarms: Alarm[];
}

const mostFaults = 100;

/** Runs a step; what it raises is added to the alarms, and the steps after it go on. */
async function attempt(alarms: Alarm[], step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (error instanceof Alarming) alarms.push(error.alarm);
    else if (error instanceof Unsound) alarms.push({ kind: 'unsound', what: error.message });
    else throw error;
  }
}

/** Follows a log, and holds what it shows against all that it, and its witnesses, showed before. */
export class Monitor {
  private readonly tiles: ReadTile;
  private standing: Standing;

  constructor(
    private readonly settings: MonitorSettings,
    private readonly history: History,
  ) {
    this.tiles = remoteTiles(settings.log);
    this.standing = history.standing();
  }

  /** One round; `now` in milliseconds since 1970. Throws for nothing that the log does. */
  async round(now = Date.now()): Promise<Report> {
    const before = this.own().size;
    const report: Report = { size: before, added: 0, witnesses: [], alarms: [] };
    let shown: string | undefined;
    await attempt(report.alarms, async () => {
      shown = await this.shownByLog();
      const checkpoint = openCheckpoint(shown, this.settings.trust);
      this.judgeAge(checkpoint, now, report);
      await this.follow(checkpoint, shown);
    });
    const isFork = report.alarms.some(({ kind }) => kind === 'fork');
    const witnessed = await this.compare(now, report);
    // It was signed, whatever the log shows from now on: the alarm stays until a proof says that it fits.
    if (isFork && shown !== undefined) this.claim('this monitor', shown, 0);
    report.alarms.push(...this.standing.faults);
    report.size = this.own().size;
    report.added = report.size - before;
    await this.history.stand(this.standing);
    this.history.keepAlarms(report.alarms, this.evidence(shown, witnessed));
    await this.history.thin(this.settings.trust.keys);
    return report;
  }

  /** Reads all of the log anew, under every checkpoint that is kept of those it showed here. */
  async audit(): Promise<Alarm[]> {
    const alarms: Alarm[] = [];
    await attempt(alarms, async () => {
      openCheckpoint(await this.shownByLog(), this.settings.trust);
      await auditWhole(this.history.checkpointsOf('log'), this.settings.trust, this.tiles);
    });
    return alarms;
  }

  private own(): Tree {
    const frontier = Frontier.parse(this.standing.frontier);
    return { size: frontier.size, root: frontier.root() };
  }

  /** The note that the log shows, kept and not yet believed. */
  private async shownByLog(): Promise<string> {
    const { log } = this.settings;
    const note = await fetchNote(`${log}/checkpoint`);
    if (note === undefined) throw new Alarming({ kind: 'unreachable', what: `${log} has no checkpoint` });
    this.history.keepCheckpoint('log', note);
    return note;
  }

  /** What this round was shown, what holds of before, and what was claimed: whoever doubts an alarm reads it there. */
  private evidence(
    shown: string | undefined,
    witnessed: readonly Answered[],
  ): { from: string; note: string }[] {
    const { note, claims } = this.standing;
    const all = [
      ...[note, shown].map((one) => ({ from: 'log', note: one })),
      ...witnessed.map(({ address, note: one }) => ({ from: address, note: one })),
      ...claims.map(({ from, note: one }) => ({ from, note: one })),
    ];
    return [...new Map(all.map((one) => [`${one.from} ${one.note}`, one])).values()].flatMap(
      ({ from, note: one }) => (one === undefined ? [] : { from, note: one }),
    );
  }

  private judgeAge(checkpoint: Believed, now: number, report: Report): void {
    const { age, alarm } = freshness(checkpoint, this.settings, Math.floor(now / 1_000));
    if (age !== undefined) report.age = age;
    if (alarm) report.alarms.push(alarm);
  }

  private claim(from: string, note: string, since: number): void {
    this.standing.claims = withClaim(this.standing.claims, { from, note, since });
  }

  /** Reads what was added, and stands on it when the checkpoint is of just that; else what was read before stays what holds. */
  private async follow(now: Believed, note: string): Promise<void> {
    const own = this.own();
    if (now.size < own.size) return this.judgeOlder(now, own);
    const frontier = Frontier.parse(this.standing.frontier);
    const chain = new Chain(this.standing.links);
    try {
      const faults = await readEntries(frontier, now.size, this.tiles, chain);
      if (!sameHash(frontier.root(), now.root)) throw this.notUnder(own, now);
      const { claims, faults: before } = this.standing;
      this.standing = {
        frontier: frontier.toString(),
        note,
        links: chain.links(),
        claims,
        faults: [...before, ...faults].slice(0, mostFaults),
      };
    } catch (error) {
      const isBad = error instanceof Alarming && error.alarm.kind === 'bad-entry';
      if (!isBad || (await begins(own, now, this.tiles))) throw error;
      const what = `the ${now.size} entries under the checkpoint do not begin with the ${own.size} that were read`;
      throw new Alarming({ kind: 'fork', what });
    }
  }

  private notUnder(own: Tree, now: Tree): Alarming {
    const what = `index ${own.size} to ${now.size - 1}: the entries are not those under the checkpoint`;
    return new Alarming({ kind: 'bad-entry', what, index: own.size });
  }

  /** A log may be behind its own word only where that word was the same. */
  private async judgeOlder(now: Believed, own: Tree): Promise<void> {
    throw new Alarming(
      (await begins(now, own, this.tiles))
        ? { kind: 'stale', what: `the log shows ${now.size} entries, and has shown ${own.size}` }
        : { kind: 'fork', what: `the log went back from ${own.size} to ${now.size} entries` },
    );
  }

  /** Holds what the log showed to witnesses against what it shows here. @returns what they showed */
  private async compare(now: number, report: Report): Promise<Answered[]> {
    const { settings, history, tiles } = this;
    const shown = await Promise.all(settings.witnesses.map((one) => askWitness(one, settings, history)));
    for (const { note, ...rest } of shown) {
      report.witnesses.push(rest);
      if (note !== undefined) this.claim(rest.address, note, now);
    }
    for (const claim of this.standing.claims)
      await attempt(report.alarms, async () => {
        if (await settles(claim, this.own(), settings, { tiles, now }))
          this.standing.claims = this.standing.claims.filter((other) => other !== claim);
      });
    return shown;
  }
}
