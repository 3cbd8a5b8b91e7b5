import { createHash } from 'node:crypto';

/** The same for texts that differ only in width and case of letters, spaces, line breaks and punctuation: campaigns count once. */
export const groupKey = (text: string): string => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, '');
  return createHash('sha256')
    .update(plain || text)
    .digest('hex');
};
