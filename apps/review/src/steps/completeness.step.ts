import { dossierType, type DossierBody } from '#contracts';
import { rowsOf } from '../filings/rows.js';
import { versionOf } from '../filings/version.js';
import { versionNoOf } from './version-no.js';
import type { Step } from './step.js';

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** What the dossier's type expects and the text does not have, as paths. */
export const missingIn = (body: DossierBody): string[] =>
  dossierType(body.type).expected.filter((path) => isEmpty(at(body, path)));

/** Lists what a filing lacks. */
export const completeness: Step = async (item, { pool }) => {
  const versionNo = versionNoOf(item);
  const { body } = await versionOf(rowsOf(pool), item.streamId, versionNo);
  return { command: 'RecordCompleteness', data: { versionNo, missing: missingIn(body) } };
};
