/** A text that is not JSON; `line` counts from 1. */
export class JsonFault extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`);
    this.name = 'JsonFault';
  }
}

/** A parsed JSON text that remembers on which line each of its values begins. */
export interface JsonLines {
  value: unknown;
  /** The line of the value at that path, or of the nearest thing around it. */
  lineOf: (path: readonly PropertyKey[]) => number;
}

const space = /[ \t\r\n]*/y;
const token = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|[a-z]+|[{}[\]:,]/y;
const end = 'the end of the file';
const keyOf = (path: readonly PropertyKey[]) => path.map((step) => JSON.stringify(String(step))).join('/');

/** Words of a JSON text with the line of the one in front. */
class Words {
  line = 1;
  front = '';
  private at = 0;

  constructor(private readonly text: string) {
    this.next();
  }

  fail(reason: string): never {
    throw new JsonFault(this.line, reason);
  }

  take(...wanted: string[]): string {
    const word = this.front;
    if (wanted.length > 0 && !wanted.includes(word))
      this.fail(`expected ${wanted.join(' or ')} but found ${word}`);
    this.next();
    return word;
  }

  private next(): void {
    space.lastIndex = this.at;
    const skipped = space.exec(this.text)?.[0] ?? '';
    this.line += skipped.split('\n').length - 1;
    token.lastIndex = this.at += skipped.length;
    const found = token.exec(this.text)?.[0];
    const rest = this.text.slice(this.at, this.at + 20).split('\n')[0];
    this.front = found ?? (this.at === this.text.length ? end : `${rest}`);
    this.at += found?.length ?? 0;
  }
}

/** Parses JSON. Throws JsonFault on a syntax error and, unlike JSON.parse, on a key given twice. */
export const parseJsonLines = (text: string): JsonLines => {
  const lines = new Map<string, number>();
  const words = new Words(text);

  const scalar = (): unknown => {
    try {
      const value: unknown = JSON.parse(words.front);
      words.take();
      return value;
    } catch {
      return words.fail(`expected a value but found ${words.front}`);
    }
  };
  const list = (path: PropertyKey[]): unknown[] => {
    const items: unknown[] = [];
    words.take('[');
    if (words.front !== ']')
      do items.push(read([...path, items.length]));
      while (words.front === ',' && words.take());
    words.take(',', ']');
    return items;
  };
  const record = (path: PropertyKey[]): Record<string, unknown> => {
    const fields = new Map<string, unknown>();
    const field = () => {
      const key = scalar();
      if (typeof key !== 'string') return words.fail('a key must be in quotes');
      if (fields.has(key)) words.fail(`"${key}" is given twice`);
      words.take(':');
      fields.set(key, read([...path, key]));
    };
    words.take('{');
    if (words.front !== '}')
      do field();
      while (words.front === ',' && words.take());
    words.take(',', '}');
    return Object.fromEntries(fields);
  };
  const read = (path: PropertyKey[]): unknown => {
    lines.set(keyOf(path), words.line);
    if (words.front === '{') return record(path);
    return words.front === '[' ? list(path) : scalar();
  };

  const value = read([]);
  words.take(end);
  const lineOf = (path: readonly PropertyKey[]): number =>
    lines.get(keyOf(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
  return { value, lineOf };
};
