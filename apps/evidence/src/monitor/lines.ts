import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { writeDurably } from '../files/durable.js';

function parsed<Line>(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

/**
 * A file with a line of JSON for each thing that was kept, of one process at a time. Killed while it writes, it leaves the last line torn at
 * worst, which goes when the file is opened again: else the next line would be torn with it.
 */
export class Lines<Line extends object> {
  constructor(private readonly file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    const end = bytes.lastIndexOf('\n') + 1;
    if (end === bytes.length) return;
    if (parsed(bytes.subarray(end).toString())) appendFileSync(file, '\n', { flush: true });
    else truncateSync(file, end);
  }

  /** All that can be read, in the order in which it was appended. */
  read(): Line[] {
    // Line by line: a file may be longer than a string.
    const bytes = existsSync(this.file) ? readFileSync(this.file) : Buffer.alloc(0);
    const lines: Line[] = [];
    for (let start = 0; start < bytes.length;) {
      const newline = bytes.indexOf('\n', start);
      const end = newline < 0 ? bytes.length : newline;
      const line = parsed<Line>(bytes.toString('utf8', start, end));
      if (line) lines.push(line);
      start = end + 1;
    }
    return lines;
  }

  /** When it returns, the line outlives a power cut. */
  append(line: Line): void {
    appendFileSync(this.file, text(line), { flush: true });
  }

  /** Puts these lines in the place of all others, whole or not at all. Nothing may be appended meanwhile. */
  async replace(lines: readonly Line[]): Promise<void> {
    await writeDurably(this.file, Buffer.concat(lines.map((line) => Buffer.from(text(line)))));
  }
}

const text = (line: object): string => `${JSON.stringify(line)}\n`;
