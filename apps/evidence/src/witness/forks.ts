import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createFile } from './durable.js';

/** Most files of a folder of forks: anyone who holds a checkpoint can send it with a false proof. */
const most = 1_000;

/** Keeps a checkpoint that was refused, signed by the log: beside the one that was cosigned it may be what a court asks for. */
export function keepFork(folder: string, note: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, createHash('sha256').update(note).digest('hex'));
  if (!existsSync(file) && readdirSync(folder).length < most) createFile(file, note);
}
