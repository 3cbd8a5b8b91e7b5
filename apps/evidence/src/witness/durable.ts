import { closeSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

function synced(file: string, flags: string, text = ''): void {
  const handle = openSync(file, flags, 0o600);
  try {
    if (text !== '') writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function written(file: string, text: string): string {
  const aside = `${file}.${process.pid}.new`;
  synced(aside, 'w', text);
  return aside;
}

/** Replaces a file (mode 0600) whole or not at all; when it returns, the bytes outlive a power cut. */
export function replaceFile(file: string, text: string): void {
  renameSync(written(file, text), file);
  synced(path.dirname(file), 'r');
}

/** As `replaceFile`, for a file that must not be there yet: throws EEXIST when it is. */
export function createFile(file: string, text: string): void {
  const aside = written(file, text);
  try {
    linkSync(aside, file);
  } finally {
    unlinkSync(aside);
  }
  synced(path.dirname(file), 'r');
}
