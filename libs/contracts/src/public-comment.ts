import { z } from 'zod';

/** Statutory (Art. 39), shortened with a published reason (Art. 40), or a voluntary call. */
export const PublicCommentKind = z.enum(['STATUTORY_ART39', 'ART40_SHORT', 'VOLUNTARY']);
export type PublicCommentKind = z.infer<typeof PublicCommentKind>;
