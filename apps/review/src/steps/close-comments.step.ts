import { digest } from '#commands';
import type { Step } from './step.js';

interface Received {
  id: string;
  sha256: string;
  group: string;
}

/**
 * Counts the comments of the public and binds them by a digest. It runs after the event that ends the taking of comments, and waits for
 * those that are being taken at the moment: what was accepted is counted, and counted again it gives the same.
 */
export const closeComments: Step = async ({ streamId }, { pool }) => {
  await pool.query('SELECT await_public_comments($1)', [streamId]);
  const { rows } = await pool.query<Received>(
    `SELECT id, encode(sha256(convert_to(text, 'UTF8')), 'hex') AS sha256, group_key AS group
     FROM public_comments WHERE dossier_id = $1 ORDER BY id`,
    [streamId],
  );
  return {
    command: 'ClosePublicComment',
    data: {
      received: rows.length,
      unique: new Set(rows.map(({ group }) => group)).size,
      digest: digest(rows.map(({ id, sha256 }) => [Number(id), sha256])),
    },
  };
};
