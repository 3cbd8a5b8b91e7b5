import {
  consistencyProof,
  Frontier,
  growTiles,
  hashesFromTiles,
  inclusionProof,
  leafHash,
  tileIn,
  tilePath,
  treeRoot,
  type ReadTile,
  type Tile,
} from '#transparency';

/** What we say of one size: root, that an entry is in it, that an older tree begins it. */
export interface Said {
  size: number;
  index: number;
  old: number;
  root: Buffer;
  oldRoot: Buffer;
  leaf: Buffer;
  record: Buffer[];
  tree: Buffer[];
}

/** A log of `entry 0`, `entry 1`, … that was written in tiles and is read from nothing else. */
export class OurLog {
  private readonly tiles = new Map<string, Buffer>();
  readonly leaves: Buffer[];

  constructor(readonly most: number) {
    this.leaves = Array.from({ length: most }, (_, i) => leafHash(Buffer.from(`entry ${i}`)));
  }

  private readonly readTile: ReadTile = ({ level, index }) =>
    Promise.resolve(this.tiles.get(`${level}/${index}`) ?? Buffer.alloc(0));

  async grow(): Promise<void> {
    for (const { tile, bytes } of await growTiles(0, this.leaves, this.readTile))
      this.tiles.set(`${tile.level}/${tile.index}`, bytes);
  }

  rootOf(size: number): Buffer {
    const frontier = Frontier.empty();
    for (const leaf of this.leaves.slice(0, size)) frontier.append(leaf);
    return frontier.root();
  }

  bytesOf(tile: Tile): Buffer {
    return (this.tiles.get(`${tile.level}/${tile.index}`) ?? Buffer.alloc(0)).subarray(0, tile.width * 32);
  }

  /** All tiles that a tree of this size is served with, by path. */
  tilesAt(size: number): Record<string, string> {
    const all: Record<string, string> = {};
    for (let level = 0; Math.floor(size / 256 ** level) > 0; level += 1)
      for (let index = 0; index * 256 < Math.floor(size / 256 ** level); index += 1) {
        const tile = tileIn(size, level, index);
        all[tilePath(tile)] = this.bytesOf(tile).toString('base64');
      }
    return all;
  }

  async say(size: number, index: number, old: number): Promise<Said> {
    const read = hashesFromTiles(size, this.readTile);
    const [root, oldRoot, record, tree] = await Promise.all([
      treeRoot(size, read),
      treeRoot(old, hashesFromTiles(old, this.readTile)),
      inclusionProof(index, size, read),
      consistencyProof(old, size, read),
    ]);
    return { size, index, old, root, oldRoot, leaf: this.leaves[index] as Buffer, record, tree };
  }
}
