import { z } from 'zod';
import type { Doc } from './rows.js';

const bare = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema;

/** Dotted names of the columns of an entry, in the order of its schema; a list is one column. */
export const columnsOf = (schema: z.ZodObject, prefix = ''): string[] =>
  Object.entries(schema.shape).flatMap(([key, field]) => {
    const inner = bare(field as z.core.$ZodType);
    return inner instanceof z.ZodObject ? columnsOf(inner, `${prefix}${key}.`) : [`${prefix}${key}`];
  });

const scalar = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

/** A member of a list: an organ by its slug, anything else with its values after one another. */
const inline = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const { slug } = value as Doc;
  return typeof slug === 'string' ? slug : Object.values(value).map(scalar).join(' ');
};

/** A value as the cells of a spreadsheet show it: members by dotted names, lists in one cell, what is not there as an empty one. */
const cells = (value: unknown, name: string): [string, string][] => {
  if (Array.isArray(value)) return [[name, value.map(inline).join('; ')]];
  if (typeof value !== 'object' || value === null) return [[name, scalar(value)]];
  return Object.entries(value).flatMap(([key, member]) => cells(member, name ? `${name}.${key}` : key));
};

/** The rows of a CSV: a line of names, the same whatever the entries are, then one line for each entry. */
export const tableOf = (names: readonly string[], items: readonly Doc[]): string[][] => [
  [...names],
  ...items.map((item) => {
    const found = new Map(cells(item, ''));
    return names.map((name) => found.get(name) ?? '');
  }),
];
