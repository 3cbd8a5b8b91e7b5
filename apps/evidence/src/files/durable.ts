import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';

async function synced(file: string, flags: string, bytes?: Uint8Array, mode?: number): Promise<void> {
  const handle = await open(file, flags, mode);
  try {
    if (bytes) await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Folders that lead to a file are made where they are missing, and outlive a power cut as well. */
async function folderOf(file: string): Promise<string> {
  const folder = path.dirname(path.resolve(file));
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return folder;
  for (let made = folder; made.length >= first.length; made = path.dirname(made))
    await synced(path.dirname(made), 'r');
  return folder;
}

/** Replaces a file whole or not at all; when it settles, the bytes outlive a power cut. */
export async function writeDurably(file: string, bytes: Uint8Array, mode = 0o644): Promise<void> {
  const folder = await folderOf(file);
  const aside = `${file}.${process.pid}.new`;
  await synced(aside, 'w', bytes, mode);
  await rename(aside, file);
  await synced(folder, 'r');
}

/** Whether an error of the file system says that there is no such file. */
export const isAbsence = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes(String((error as { code?: unknown } | null)?.code));
