import { z } from 'zod';
import { prose } from '../common.js';

/** Roles and where each must be held, for commands of one kind. */
export const drafting = { DESK: 'leads', LIAISON: 'leads' } as const;
export const liaison = { LIAISON: 'lead' } as const;
export const machine = { SYSTEM: 'machine' } as const;
export const answering = { LIAISON: 'participant' } as const;
export const leading = { LIAISON: 'leads', DESK: 'leads' } as const;

export const Reason = z.strictObject({ reason: prose(2_000) });
export const Nothing = z.strictObject({});
export const VersionNo = z.int().min(1);
