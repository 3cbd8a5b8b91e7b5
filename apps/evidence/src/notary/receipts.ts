import { formatProof, hashesFromTiles, inclusionProof } from '#transparency';
import { proofPath, receiptEvents } from '#contracts';
import type { Pool } from 'pg';
import type { LogFiles } from '../files/log-files.js';

const AT_ONCE = 16;

/** Text of the proof that the entry of a position is under a checkpoint, which is a note over `size` entries. */
export async function proofOf(
  files: LogFiles,
  position: number,
  { note, size }: { note: string; size: number },
): Promise<string> {
  const index = position - 1;
  const hashes = await inclusionProof(index, size, hashesFromTiles(size, files.tile));
  return formatProof({ index, hashes, checkpoint: note });
}

/** Writes the proofs of what was decided or published after `after`, up to the size of the checkpoint. */
export async function writeReceipts(
  pool: Pool,
  files: LogFiles,
  after: number,
  checkpoint: { note: string; size: number },
): Promise<void> {
  const { rows } = await pool.query<{ position: string }>(
    `SELECT l.position FROM event_log l JOIN events e ON e.id = l.event_id
     WHERE l.position > $1 AND l.position <= $2 AND e.type = ANY($3) ORDER BY l.position`,
    [after, checkpoint.size, receiptEvents],
  );
  const positions = rows.map(({ position }) => Number(position));
  for (let at = 0; at < positions.length; at += AT_ONCE)
    await Promise.all(
      positions
        .slice(at, at + AT_ONCE)
        .map(async (position) =>
          files.write(proofPath(position).slice(1), await proofOf(files, position, checkpoint)),
        ),
    );
}
