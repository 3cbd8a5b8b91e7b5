import { z } from 'zod';
import { Stage } from '../procedure.js';

/** Events that move a dossier say the stage it is in afterwards, so that folding needs no procedure. */
export const moved = { stage: Stage };
export const VersionNo = z.int().min(1);
export const roundNo = z.int().min(1);
