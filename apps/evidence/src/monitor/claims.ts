import { openCheckpoint, parseNote, type ReadTile } from '#transparency';
import { Alarming } from './alarm.js';
import { begins, type Tree } from './consistent.js';
import type { Claim, History } from './history.js';
import { fetchNote } from './remote-log.js';
import type { MonitorSettings } from './settings.js';

/** What one witness showed. */
export interface Shown {
  address: string;
  size?: number;
  problem?: string;
}

/** What it showed, with the note as it came; absent where it could not be believed. */
export interface Answered extends Shown {
  note?: string;
}

const opened = (note: string, { trust }: MonitorSettings) => openCheckpoint(note, { ...trust, witnesses: 0 });

/** Asks a witness what the log showed to it. What cannot be believed is a problem of the witness, not of the log. */
export async function askWitness(
  address: string,
  settings: MonitorSettings,
  history: History,
): Promise<Answered> {
  try {
    const origin = encodeURIComponent(settings.trust.origin);
    const note = await fetchNote(`${address}/checkpoint?origin=${origin}`);
    if (note === undefined) return { address, problem: 'has not seen the log' };
    history.keepCheckpoint(address, note);
    return { address, size: opened(note, settings).size, note };
  } catch (error) {
    return { address, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Adds a claim unless the same is there already, under whatever signatures. */
export function withClaim(claims: readonly Claim[], claim: Claim): Claim[] {
  const { text } = parseNote(claim.note);
  const isThere = claims.some(({ from, note }) => from === claim.from && parseNote(note).text === text);
  return isThere ? [...claims] : [...claims, claim];
}

/** Holds a claim against what was read here: true when it fits, false while it reaches further, else the alarm `fork`. */
export async function settles(
  claim: Claim,
  own: Tree,
  settings: MonitorSettings,
  { tiles, now }: { tiles: ReadTile; now: number },
): Promise<boolean> {
  const shown = opened(claim.note, settings);
  const fork = (what: string) => new Alarming({ kind: 'fork', what });
  if (shown.size > own.size) {
    if (now - claim.since <= settings.maxAge * 1_000) return false;
    throw fork(`the log showed ${shown.size} entries to ${claim.from}, and shows ${own.size}`);
  }
  if (await begins(shown, own, tiles)) return true;
  throw fork(`the log showed other ${shown.size} entries to ${claim.from} than here`);
}
