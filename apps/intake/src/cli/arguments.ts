import { parseArgs, type ParseArgsConfig } from 'node:util';
import { misuse } from './stop.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command was called with. Throws a Stop for what it does not know. */
export const readArguments = <const Asked extends Options>(args: string[], options: Asked) => {
  const shared = { cabinet: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args, options: { ...shared, ...options }, allowPositionals: true });
  } catch (error) {
    throw misuse(`${(error as Error).message.split('. ')[0]}.`);
  }
};

/** A whole number of an option. Throws a Stop that names it. */
export const wholeNumber = (name: string, text: string | undefined): number => {
  if (text === undefined || !/^\d{1,15}$/.test(text)) throw misuse(`Give ${name} a whole number.`);
  return Number(text);
};

/** The one thing that a command is about. Throws a Stop. */
export const only = (what: string, [first, ...more]: string[]): string => {
  if (first === undefined) throw misuse(`Say which ${what}.`);
  if (more.length > 0) throw misuse(`One ${what} at a time: ${more.join(' ')} is too much.`);
  return first;
};
