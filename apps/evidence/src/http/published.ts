import { Injectable } from '@nestjs/common';
import { Problem, proofPath } from '#contracts';
import {
  parseCheckpoint,
  parseNote,
  parseTilePath,
  readBundle,
  tileIn,
  tileWidth,
  Unsound,
  type Tile,
} from '#transparency';
import type { LogFiles } from '../files/log-files.js';
import { publishedHead } from '../notary/heads.js';
import { proofOf } from '../notary/receipts.js';

/** The checkpoint as it is published: the note, and how many entries it covers. */
interface Present {
  note: string;
  size: number;
}

const none = (what: string) => new Problem('not-found', what);

/** A position as it stands in an address. Throws not-found. */
export const positionIn = (text: string): number => {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw none('A position is a whole number from 1.');
  return Number(text);
};

/** What the published checkpoint promises, and nothing beyond it. */
@Injectable()
export class Published {
  constructor(private readonly files: LogFiles) {}

  async present(): Promise<Present> {
    const note = (await this.files.read('checkpoint'))?.toString();
    if (note === undefined) throw none('Nothing has been published yet.');
    return { note, size: parseCheckpoint(parseNote(note).text).size };
  }

  /** Entries under the published checkpoint. */
  async size(): Promise<number> {
    return (await publishedHead(this.files))?.size ?? 0;
  }

  async keys(): Promise<Buffer> {
    const keys = await this.files.read('keys');
    if (!keys) throw none('There are no keys yet.');
    return keys;
  }

  async tile(path: string): Promise<{ bytes: Uint8Array; tile: Tile }> {
    const tile = tileOf(path);
    try {
      return { tile, bytes: await this.files.tile(tile) };
    } catch {
      throw none('The log has no such tile, or not yet.');
    }
  }

  async entry(text: string): Promise<Buffer> {
    const index = positionIn(text) - 1;
    const { size } = await this.present();
    if (index >= size) throw none(notYet(size));
    const tile = tileIn(size, 'entries', Math.floor(index / tileWidth));
    const entries = readBundle(await this.files.tile(tile), tile.width);
    return entries[index % tileWidth] as Buffer;
  }

  /** A proof that was written down, when the position is one that decides or publishes; else one under the present checkpoint. */
  async proof(file: string): Promise<{ text: string | Buffer; kept: boolean }> {
    const position = positionIn(/^(\d+)\.tlog-proof$/.exec(file)?.[1] ?? '');
    const present = await this.present();
    if (position > present.size) throw none(notYet(present.size));
    const kept = await this.files.read(proofPath(position).slice(1));
    return kept
      ? { text: kept, kept: true }
      : { text: await proofOf(this.files, position, present), kept: false };
  }
}

const notYet = (size: number) => `The published checkpoint covers ${size} entries; ask again in a moment.`;

function tileOf(path: string): Tile {
  try {
    return parseTilePath(path);
  } catch (error) {
    if (error instanceof Unsound) throw none('This is not the address of a tile.');
    throw error;
  }
}
