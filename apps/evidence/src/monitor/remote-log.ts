import { cutTile, tilePath, tileWidth, type ReadTile } from '#transparency';
import { Alarming } from './alarm.js';

const patience = 30_000;
/** A full bundle of the largest entries there can be. */
const most = tileWidth * 65_537;
/** Twice a checkpoint with a hundred signatures: all that is shown is kept, and a log must not fill the disk of who watches it. */
const mostOfNote = 32_768;

/** What is served at an address; undefined when it says that there is nothing. No answer is the alarm `unreachable`. */
export async function fetchBytes(address: string, limit = most): Promise<Buffer | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`answers ${response.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > limit) throw new Error('answers without end');
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (error) {
    const { cause = error } = error as { cause?: unknown };
    throw new Alarming({ kind: 'unreachable', what: `${address}: ${String(cause)}` });
  }
}

/** The note that is served at an address, as `fetchBytes`. */
export const fetchNote = async (address: string): Promise<string | undefined> =>
  (await fetchBytes(address, mostOfNote))?.toString();

/** Reads tiles of the log at an address; one that is not there throws. */
export function remoteTiles(address: string): ReadTile {
  return async (tile) => {
    const own = await fetchBytes(`${address}/${tilePath(tile)}`);
    if (own) return own;
    const full =
      tile.width < tileWidth && (await fetchBytes(`${address}/${tilePath({ ...tile, width: tileWidth })}`));
    if (!full) throw new Error(`${tilePath(tile)} is not served`);
    return cutTile(tile, full);
  };
}
