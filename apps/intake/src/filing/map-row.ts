import { DossierBody, type Cabinet } from '#contracts';
import type { z } from 'zod';
import { CellFault, filled, split, valueOf, type Row } from './cells.js';
import { columnsOf, type Rule, type RowMap } from './map-file.js';

/** Why a row is not filed: the column to change and what is wrong with it. */
export interface Rejection {
  column: string;
  reason: string;
}

type Json = Record<string, unknown>;
export type Mapped = { body: DossierBody } | { rejection: Rejection };

const put = (target: Json, path: string, value: unknown): void => {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const inner = steps.reduce<Json>((at, step) => (at[step] ??= {}) as Json, target);
  const there = inner[last];
  // A list grows and a text gets a further paragraph: several columns may speak of one field.
  if (Array.isArray(there)) inner[last] = [...new Set([...(there as unknown[]), ...[value].flat()])];
  else if (typeof there === 'string' && typeof value === 'string') inner[last] = `${there}\n\n${value}`;
  else inner[last] = value;
};

const has = (body: Json, path: string): boolean =>
  path.split('.').reduce<unknown>((at, step) => (at as Json | undefined)?.[step], body) !== undefined;

const labelled = (rule: Extract<Rule, { as: 'labelled' }>, row: Row, map: RowMap): string | undefined => {
  const lines = rule.from.flatMap(({ column, label, blank }) => {
    const text = filled(row, column, map, blank);
    return text === undefined ? [] : [label ? `${label}: ${text}` : text];
  });
  return lines.length > 0 ? lines.join('\n') : undefined;
};

const applied = (body: Json, rule: Rule, row: Row, map: RowMap): void => {
  if (rule.onlyWith && !has(body, rule.onlyWith)) return;
  if (rule.as === 'labelled') {
    const text = labelled(rule, row, map);
    if (text !== undefined) put(body, rule.to, text);
    return;
  }
  for (const column of columnsOf(rule)) {
    const text = filled(row, column, map, rule.blank);
    if (text === undefined) continue;
    const value = valueOf(rule, column, text);
    if (rule.as !== 'line' || !rule.overflow) return put(body, rule.to, value);
    const [start, rest] = split(String(value), rule.overflow.max);
    put(body, rule.to, start);
    if (rest) put(body, rule.overflow.to, rest);
    return;
  }
};

const checkRow = (row: Row, map: RowMap): void => {
  for (const column of map.required)
    if (filled(row, column, map) === undefined) throw new CellFault(column, 'is blank and must be filled');
  for (const { column, value, reason } of map.refuse)
    if (filled(row, column, map)?.toLowerCase() === value.toLowerCase()) throw new CellFault(column, reason);
};

/** The organ that a row's lead column names; whether it is in force is decided with the command. */
const leadOf = (row: Row, map: RowMap, { organs }: Cabinet): string => {
  const text = filled(row, map.lead, map) ?? '';
  const slug = map.organs[text] ?? text;
  if (!organs.some((organ) => organ.slug === slug))
    throw new CellFault(map.lead, `the cabinet has no organ "${text.slice(0, 60)}"`);
  return slug;
};

/** The column that a field of the dossier comes from; the lead's when it is in no column. */
export const columnOf = (map: RowMap, path: string): string => {
  const near = map.fields.filter(
    ({ to }) => path === to || path.startsWith(`${to}.`) || to.startsWith(`${path}.`),
  );
  const rule = near.sort((a, b) => b.to.length - a.to.length)[0];
  if (path === 'head.lead' || !rule) return map.lead;
  return columnsOf(rule)[0] ?? map.lead;
};

const reasonOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `is longer than ${issue.maximum} characters; shorten it`;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return 'is blank and must be filled';
  return `does not fit ${issue.path.join('.')}: ${issue.message}`;
};

/** A dossier from a row, sound by its contract; or the column that prevents it. Never throws for anything a row can hold. */
export const mapRow = (row: Row, map: RowMap, cabinet: Cabinet): Mapped => {
  const body: Json = {};
  try {
    checkRow(row, map);
    put(body, 'head.lead', leadOf(row, map, cabinet));
    for (const [path, value] of Object.entries(map.constants)) put(body, path, value);
    for (const rule of map.fields) applied(body, rule, row, map);
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    return { rejection: { column: error.column, reason: error.reason } };
  }
  const parsed = DossierBody.safeParse({ type: map.dossierType, clauses: [], content: {}, ...body });
  if (parsed.success) return { body: parsed.data };
  const issue = parsed.error.issues[0]!;
  return { rejection: { column: columnOf(map, issue.path.join('.')), reason: reasonOf(issue) } };
};
