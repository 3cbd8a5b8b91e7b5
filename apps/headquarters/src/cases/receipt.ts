import { entryPath, proofPath, type ConsultationSheet } from '#contracts';
import type { CaseFile } from './case-file.js';

/** Where the proof of the decision is, below the address of the transparency log; null without a decision. */
export const receiptOf = ({ events }: CaseFile, log: string): ConsultationSheet['receipt'] => {
  const decided = events.findLast(({ type }) => type === 'DossierDecided');
  if (!decided) return null;
  const { position } = decided;
  return { position, proof: log + proofPath(position), entry: log + entryPath(position) };
};
