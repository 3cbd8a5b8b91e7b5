import { z } from 'zod';

/** 決定 / 了承 / 報告 / 資料配布. */
export const ItemForm = z.enum(['DECISION', 'APPROVAL', 'REPORT', 'HANDOUT']);

/** A sitting, or circulation of the papers (持ち回り). */
export const ItemManner = z.enum(['SITTING', 'CIRCULATED']);
