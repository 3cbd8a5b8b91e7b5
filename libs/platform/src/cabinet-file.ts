import { readFileSync } from 'node:fs';
import { Cabinet, peopleOf, type People } from '#contracts';
import type { z } from 'zod';
import { JsonFault, parseJsonLines, type JsonLines } from './json-lines.js';

/** A cabinet or people file that cannot be used; the message has one 'file:line: path: reason' per fault. */
export class CabinetFileError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'CabinetFileError';
  }
}

const written = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');

const faultsOf = (file: string, { lineOf }: JsonLines, issue: z.core.$ZodIssue): string[] => {
  const at = (path: PropertyKey[], reason: string) =>
    `${file}:${lineOf(path)}: ${path.length > 0 ? `${written(path)}: ` : ''}${reason}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => at([...issue.path, key], 'there is no such field'));
  const missing = issue.code !== 'custom' && issue.input === undefined;
  return [at(issue.path, missing ? 'is required' : issue.message)];
};

/** Reads a JSON file by its schema. Throws CabinetFileError naming every fault with its line. */
export const loadJsonFile = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> => {
  const json = read(file);
  const parsed = schema.safeParse(json.value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new CabinetFileError(parsed.error.issues.flatMap((issue) => faultsOf(file, json, issue)));
};

const read = (file: string): JsonLines => {
  try {
    return parseJsonLines(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
  } catch (error) {
    if (error instanceof JsonFault) throw new CabinetFileError([`${file}:${error.line}: ${error.reason}`]);
    throw new CabinetFileError([`${file}: cannot be read: ${String(error)}`]);
  }
};

/** Reads a cabinet file. Throws CabinetFileError naming every fault with its line. */
export const loadCabinet = (file: string): Cabinet => loadJsonFile(file, Cabinet);

/** Reads the people beside a cabinet. Throws CabinetFileError, also for an organ the cabinet does not have. */
export const loadPeople = (file: string, cabinet: Cabinet): People => loadJsonFile(file, peopleOf(cabinet));
