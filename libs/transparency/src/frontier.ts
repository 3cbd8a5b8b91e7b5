import { hashFromBase64, toBase64 } from './base64.js';
import { emptyRoot, nodeHash } from './hash.js';
import { fromDecimal } from './decimal.js';
import { cover, foldCover } from './ranges.js';
import { demand } from './unsound.js';

/** The right edge of a growing tree: all that is needed to append and to know the root, at most 53 hashes. */
export class Frontier {
  private constructor(
    private count: number,
    private readonly hashes: Buffer[],
  ) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** Reads what `toString` wrote. */
  static parse(text: string): Frontier {
    const [size = '', ...hashes] = text.split(' ');
    const count = fromDecimal(size);
    demand(
      hashes.length === cover({ from: 0, to: count }).length,
      'a frontier has one hash for each bit of its size',
    );
    return new Frontier(count, hashes.map(hashFromBase64));
  }

  get size(): number {
    return this.count;
  }

  /** Appends the hash of one leaf. */
  append(leaf: Uint8Array): void {
    let hash: Buffer = Buffer.from(leaf);
    for (let n = this.count; n % 2 === 1; n = Math.floor(n / 2))
      hash = nodeHash(this.hashes.pop() as Buffer, hash);
    this.hashes.push(hash);
    this.count += 1;
  }

  root(): Buffer {
    return this.count === 0 ? emptyRoot() : foldCover(this.hashes);
  }

  toString(): string {
    return [this.count, ...this.hashes.map(toBase64)].join(' ');
  }
}
