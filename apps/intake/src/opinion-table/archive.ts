import { inflateRawSync } from 'node:zlib';
import { opinionTableLimits, type Problem } from '#contracts';
import { refusedWhole } from './told.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const ENTRIES = 500;
const [STORED, DEFLATED] = [0, 8];

/** It is no XLSX, or one that is encrypted or broken. */
export const unreadable = (): Problem =>
  refusedWhole(
    'Excel形式(.xlsx)で、パスワードを付けずに保存し直してください。',
    'The file is not an XLSX that can be read: save it as .xlsx, without a password.',
  );
const tooBig = () =>
  refusedWhole(
    'ファイルが展開すると大きすぎます。画像や不要なシートを削除してください。',
    `The file unpacks to more than ${opinionTableLimits.inflatedBytes} bytes: take out pictures and other sheets.`,
  );

interface Entry {
  method: number;
  size: number;
  at: number;
}

const endOf = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw unreadable();
};

const entriesOf = (bytes: Buffer): Entry[] => {
  const end = endOf(bytes);
  // A 64-bit archive has a second directory, which whoever reads the file may follow instead of this one.
  const locator = end - LOCATOR_BYTES;
  if (locator >= 0 && bytes.readUInt32LE(locator) === LOCATOR) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  if (count > ENTRIES) throw tooBig();
  const entries: Entry[] = [];
  for (let at = bytes.readUInt32LE(end + 16); entries.length < count;) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw unreadable();
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    entries.push({ method, size, at: bytes.readUInt32LE(at + 42) });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
};

/** What an entry really unpacks to, at most `room`; the size it states of itself is not believed. */
const inflatedSize = (bytes: Buffer, { method, size, at }: Entry, room: number): number => {
  if (bytes.readUInt32LE(at) !== LOCAL) throw unreadable();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + size > bytes.length) throw unreadable();
  if (method === STORED) return size;
  if (method !== DEFLATED) throw unreadable();
  return inflateRawSync(bytes.subarray(start, start + size), { maxOutputLength: Math.max(1, room) }).length;
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Offsets that lead out of the file, and streams that are none. */
const broken = /^(ERR_OUT_OF_RANGE|ERR_BUFFER_OUT_OF_BOUNDS|Z_\w+)$/;

/** Unpacks an archive on trial, before anything reads it: a small file may hold gigabytes. Throws invalid-content. */
export const requireModestArchive = (bytes: Buffer): void => {
  let room: number = opinionTableLimits.inflatedBytes;
  try {
    for (const entry of entriesOf(bytes)) {
      room -= inflatedSize(bytes, entry, room);
      if (room < 0) throw tooBig();
    }
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooBig();
    throw broken.test(codeOf(error)) ? unreadable() : error;
  }
};
