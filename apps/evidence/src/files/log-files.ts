import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { cutTile, tilePath, tileWidth, type ReadTile, type Tile } from '#transparency';
import { isAbsence, writeDurably } from './durable.js';

/** The folder of the log: all that is public of it, below the names under which it is served, and `signed`. */
export class LogFiles {
  constructor(readonly folder: string) {}

  /** Undefined when there is no such file. */
  async read(name: string): Promise<Buffer | undefined> {
    try {
      return await readFile(path.join(this.folder, name));
    } catch (error) {
      if (isAbsence(error)) return undefined;
      throw error;
    }
  }

  /** Durable, and left alone when it is so already. */
  async write(name: string, bytes: Uint8Array | string): Promise<void> {
    const wanted = Buffer.from(bytes);
    if ((await this.read(name))?.equals(wanted)) return;
    await writeDurably(path.join(this.folder, name), wanted);
  }

  /** Throws when there is neither the tile nor a full version of it. */
  readonly tile: ReadTile = async (tile) => {
    const own = await this.read(tilePath(tile));
    if (own) return own;
    const full =
      tile.width < tileWidth ? await this.read(tilePath({ ...tile, width: tileWidth })) : undefined;
    if (!full) throw new Error(`${tilePath(tile)} is not there`);
    return cutTile(tile, full);
  };

  /** The versions of a tile from when it was not full: whoever still asks for one is given a part of the full one. */
  async removePartial({ level, index }: Tile): Promise<void> {
    const full = tilePath({ level, index, width: tileWidth });
    await rm(path.join(this.folder, `${full}.p`), { recursive: true, force: true });
  }
}
