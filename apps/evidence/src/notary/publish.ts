import type { Checkpoint } from '#transparency';
import type { Pool } from 'pg';
import type { LogFiles } from '../files/log-files.js';
import { publishedHead } from './heads.js';
import { writeReceipts } from './receipts.js';
import { insist } from './refused.js';
import type { OnStep } from './steps.js';

interface Publication {
  pool: Pool;
  files: LogFiles;
  /** Size of the checkpoint before. */
  after: number;
  checkpoint: Checkpoint & { note: string };
  onStep: OnStep;
}

/** Proofs first, then the checkpoint that they belong to: whoever sees it finds everything that it promises. */
export async function publish({ pool, files, after, checkpoint, onStep }: Publication): Promise<void> {
  const { size, root, note } = checkpoint;
  await writeReceipts(pool, files, after, checkpoint);
  onStep('proven');
  await pool.query(
    'INSERT INTO evidence.checkpoints (size, root, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [size, root, note],
  );
  const before = await publishedHead(files);
  insist((before?.size ?? 0) <= size, `a checkpoint of ${before?.size} entries is published already`);
  await files.write('checkpoint', note);
  onStep('published');
}
