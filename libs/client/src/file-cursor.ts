import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Cursor } from './cursor.js';

const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A cursor in a file, whole at any moment: written beside it, flushed, and put in its place. */
export const fileCursor = (path: string): Cursor => ({
  load: async () => {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    if (!/^\d{1,15}\n$/.test(text)) throw new Error(`${path} holds no cursor`);
    return Number(text);
  },
  save: async (number) => {
    const handle = await open(`${path}.new`, 'w');
    try {
      await handle.writeFile(`${number}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.new`, path);
    await flush(dirname(path));
  },
});
