import {
  consistencyProof,
  formatCheckpoint,
  formatSubmission,
  growTiles,
  leafBytes,
  leafHash,
  leafOf,
  newSignerKey,
  parseTilePath,
  signatureType,
  signNote,
  tileIn,
  tileWidth,
  treeRoot,
  writeBundle,
  type Leaf,
  type ReadHashes,
  type ReadTile,
  type SignerKey,
} from '#transparency';
import { hashesInMemory } from '../../libs/transparency/src/testing.js';

export const origin = 'kyogi.example/ledger';

/** The leaf at an index of a log of `streams` cases in turn, an entry a second. */
export const leafAt = (index: number, said: unknown = index, streams = 7): Leaf =>
  leafOf(
    {
      position: index + 1,
      eventId: `event-${index}`,
      type: 'OpinionFiled',
      stream: `case-${index % streams}`,
      streamVersion: Math.floor(index / streams) + 1,
      time: new Date(1_800_000_000_000 + index * 1_000).toISOString(),
    },
    { salt: Buffer.alloc(16, index % 251), payload: { said }, person: 'sato' },
  );

/** A log in memory, which signs whatever it is asked to, for specs of those who must not believe it. */
export class ALog {
  private readonly tiles = new Map<string, Buffer>();
  private readonly roots = new Map<number, Promise<Buffer>>();
  private readonly hashes: ReadHashes;

  private constructor(
    readonly entries: readonly Buffer[],
    readonly key: SignerKey,
  ) {
    this.hashes = hashesInMemory(entries.map((entry) => leafHash(entry)));
  }

  static async of(
    entries: readonly Buffer[],
    key = newSignerKey(origin, signatureType.ed25519),
  ): Promise<ALog> {
    const log = new ALog(entries, key);
    const hashes = entries.map((entry) => leafHash(entry));
    for (const { tile, bytes } of await growTiles(0, hashes, log.readTile))
      log.tiles.set(`${tile.level}/${tile.index}`, bytes);
    return log;
  }

  static grown(size: number): Promise<ALog> {
    return ALog.of(Array.from({ length: size }, (_, index) => leafBytes(leafAt(index))));
  }

  /** Another history, of the same key, that parts from this one at an index. */
  forkedAt(index: number): Promise<ALog> {
    const forged = this.entries.map((entry, at) => (at < index ? entry : leafBytes(leafAt(at, 'forged'))));
    return ALog.of(forged, this.key);
  }

  readonly readTile: ReadTile = ({ level, index }) =>
    Promise.resolve(this.tiles.get(`${level}/${index}`) ?? Buffer.alloc(0));

  root(size: number): Promise<Buffer> {
    const known = this.roots.get(size) ?? treeRoot(size, this.hashes);
    this.roots.set(size, known);
    return known;
  }

  /** The log's statement of its size, signed by it and by whoever else. */
  async checkpoint(
    size: number,
    witnesses: readonly SignerKey[] = [],
    seconds = 1_800_000_000,
  ): Promise<string> {
    const body = formatCheckpoint({ origin, size, root: await this.root(size) });
    return signNote(body, [this.key, ...witnesses], seconds);
  }

  /** What the log asks of a witness that has seen `old` entries. */
  async submission(old: number, size: number): Promise<string> {
    const proof = await consistencyProof(old, size, this.hashes);
    return formatSubmission({ old, proof, checkpoint: await this.checkpoint(size) });
  }

  /** Bytes of a file as it is served while the log has `size` entries; undefined for one that is not there. */
  file(name: string, size: number): Buffer | undefined {
    const tile = parseTilePath(name);
    const { level, index, width } = tile;
    const there = tileIn(size, level, index);
    if (there.width < width) return undefined;
    if (level !== 'entries') return this.tiles.get(`${level}/${index}`)?.subarray(0, width * 32);
    return writeBundle(this.entries.slice(index * tileWidth, index * tileWidth + width));
  }
}
