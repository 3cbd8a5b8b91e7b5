import { openNote, Unsound, type VerifierKey } from '#transparency';

/** A checkpoint as it was shown. */
export interface Sighting {
  /** ISO 8601. */
  seen: string;
  /** 'log', or the address of a witness. */
  from: string;
  note: string;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Milliseconds for which every sighting is kept, and for which one an hour is. */
const whole = day;
const hourly = 30 * day;

/** Sightings of the same period stand for each other; 'YYYY-MM-DDTHH' is an hour. */
const periodOf = (seen: string, now: number): string =>
  seen.slice(0, now - Date.parse(seen) <= hourly ? 13 : 10);

function isSignedBy(note: string, key: VerifierKey): boolean {
  try {
    openNote(note, [key]);
    return true;
  } catch (error) {
    if (error instanceof Unsound) return false;
    throw error;
  }
}

/**
 * What is kept of checkpoints that were shown, in order: all of the last day, the last one of each hour of the last thirty, the last one of each
 * day before, of everybody who showed some. So the newest of each is among them; and so is the newest that each key has signed, which a
 * witness needs that lost its memory.
 */
export function thinned(
  sightings: readonly Sighting[],
  keys: readonly VerifierKey[],
  now: number,
): Sighting[] {
  const lasting = new Map(sightings.map((one) => [`${periodOf(one.seen, now)} ${one.from}`, one]));
  const kept = new Set(sightings.filter(({ seen }) => now - Date.parse(seen) <= whole));
  for (const one of lasting.values()) kept.add(one);
  for (const key of keys) {
    const newest = sightings.findLast(({ note }) => isSignedBy(note, key));
    if (newest) kept.add(newest);
  }
  return sightings.filter((one) => kept.has(one));
}
