import { Problem } from '#contracts';
import { JsonFault, parseJsonLines } from '../json-lines.js';

/** Deeper than any schema goes, and shallow enough for every recursion that follows. */
export const JSON_DEPTH = 64;

const decoder = new TextDecoder('utf-8', { fatal: true });
const unstorable = /[\0\p{Cs}]/u;
const suspicious = /\\u(0000|d[89a-f])/i;
const forbidden = /"(?:_|\\u005f){2}proto(?:_|\\u005f){2}"\s*:|"constructor"\s*:/i;

const malformed = (detail: string) => new Problem('malformed-body', detail);

const decode = (bytes: Buffer): string => {
  try {
    return decoder.decode(bytes);
  } catch {
    throw malformed(
      `The body is not UTF-8: the first wrong byte is number ${firstWrongByte(bytes)}, counted from 0.`,
    );
  }
};

/** The longest beginning that is sound UTF-8, by halving. */
const firstWrongByte = (bytes: Buffer): number => {
  let [sound, wrong] = [0, bytes.length];
  while (wrong - sound > 1) {
    const middle = Math.floor((sound + wrong) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      sound = middle;
    } catch {
      wrong = middle;
    }
  }
  return wrong - 1;
};

const checkDepth = (text: string): void => {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x22) quoted = !quoted;
    else if (char === 0x5c && quoted) i++;
    else if (!quoted && (char === 0x7b || char === 0x5b)) depth++;
    else if (!quoted && (char === 0x7d || char === 0x5d)) depth--;
    if (depth > JSON_DEPTH)
      throw malformed(`The body is nested deeper than ${JSON_DEPTH} levels at character ${i}.`);
  }
};

const whereWrong = (text: string, error: unknown): string => {
  const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  try {
    parseJsonLines(text);
  } catch (fault) {
    if (fault instanceof JsonFault)
      return `line ${fault.line}${at ? ` (character ${at} of the body)` : ''}: ${fault.reason}`;
  }
  return at ? `character ${at} of the body` : 'its end';
};

const checkStorable = (value: unknown, path: string): void => {
  if (typeof value === 'string' && unstorable.test(value))
    throw malformed(`The text at ${path || '/'} contains U+0000 or half of a surrogate pair; remove it.`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    checkStorable(key, `${path} (a key)`);
    checkStorable(inner, `${path}/${key}`);
  }
};

/**
 * Reads a JSON body: sound UTF-8, not too deep, no prototype keys, only text that PostgreSQL can keep. An empty body is `{}`.
 * Throws a malformed-body Problem that says where.
 */
export const parseJsonBody = (bytes: Buffer): unknown => {
  const text = decode(bytes);
  if (text.trim() === '') return {};
  checkDepth(text);
  const value = parse(text);
  if (forbidden.test(text)) throw malformed('The keys __proto__ and constructor are not taken; remove them.');
  if (suspicious.test(text)) checkStorable(value, '');
  return value;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(`The body is not JSON: ${whereWrong(text, error)}.`);
  }
};
