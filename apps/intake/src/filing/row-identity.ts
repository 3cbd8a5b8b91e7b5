import { createHash } from 'node:crypto';
import { digest } from '#commands';
import { CellFault, filled, type Row } from './cells.js';
import type { RowMap } from './map-file.js';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Time part of all derived ids: they were not made at any time, and sort before those that were. */
const timePart = '01K0000000';

/** 80 bits of SHA-256 behind a fixed time: the same for the same parts, always and everywhere. Shaped as a ULID. */
export const derivedId = (...parts: string[]): string => {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  let bits = hash.readBigUInt64BE(0) * 65_536n + BigInt(hash.readUInt16BE(8));
  let id = '';
  for (let i = 0; i < 16; i += 1, bits >>= 5n) id = alphabet[Number(bits & 31n)] + id;
  return timePart + id;
};

/** A key that names a command on a dossier as it stands; a repetition has the same. */
export const derivedKey = (...parts: (string | number)[]): string => digest(parts);

/** Names the rows of one file by their identity columns, and tells rows apart that are alike in them. */
export class RowIdentities {
  private readonly rows = new Map<string, number>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly cabinet: string,
    private readonly mapName: string,
    private readonly map: RowMap,
  ) {}

  /** The dossier of a row. Throws CellFault when an earlier row of the file has the same identity. */
  dossierIdOf(row: Row, rowNo: number): string {
    const { columns, ordinal } = this.identityOf(row);
    const cells = columns.map((column) => filled(row, column, this.map)?.replace(/\s+/g, ' ') ?? '');
    const key = JSON.stringify([columns, cells]);
    if (ordinal) {
      const count = (this.counts.get(key) ?? 0) + 1;
      this.counts.set(key, count);
      return derivedId(this.cabinet, this.mapName, key, String(count));
    }
    const first = this.rows.get(key);
    if (first !== undefined)
      throw new CellFault(columns.at(-1) ?? '', `row ${first} has the same ${columns.join(' and ')}`);
    this.rows.set(key, rowNo);
    return derivedId(this.cabinet, this.mapName, key);
  }

  private identityOf(row: Row) {
    const complete = this.map.identity.find(({ columns }) =>
      columns.every((column) => filled(row, column, this.map) !== undefined),
    );
    return complete ?? this.map.identity.at(-1)!;
  }
}
