import { pipeline, type Readable } from 'node:stream';
import { filingLimits } from '#contracts';
import { parse, type CsvError, type Parser } from 'csv-parse';

/** A row as a spreadsheet numbers it (the header is row 1), or why it cannot be read; after `last` nothing more is read. */
export type CsvRow =
  { row: number; cells: string[] } | { row: number; column?: number; reason: string; last?: boolean };

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The texts of the cells, or the number of the one that is not UTF-8. */
const decoded = (cells: Buffer[]): string[] | number => {
  const texts: string[] = [];
  for (const [i, cell] of cells.entries()) {
    try {
      texts.push(decoder.decode(cell));
    } catch {
      return i;
    }
  }
  return texts;
};

/** One reading of a CSV. What follows a broken quote cannot be told apart, so the reading ends there. */
class Reading {
  broken: { row: number; reason: string; last: true } | undefined;
  readonly parser: Parser;

  constructor(private readonly source: Readable) {
    this.parser = parse({
      encoding: null,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 0,
      // Not by failing: rows before the fault that nobody has read yet would be lost.
      skip_records_with_error: true,
      on_skip: (error) => void this.end(`has a broken quote (${reasonOf(error)})`),
    });
    // A failure of the source reaches the reader through the parser.
    pipeline(this.chunks(), this.parser, () => undefined);
  }

  private end(reason: string): void {
    this.broken ??= {
      row: this.parser.info.records + 1,
      reason: `${reason}; nothing is read from here on`,
      last: true,
    };
  }

  private async *chunks(): AsyncGenerator<Buffer> {
    let known = 0;
    let since = 0;
    for await (const chunk of withoutMark(this.source.iterator({ destroyOnReturn: false }))) {
      if (this.parser.info.records > known) since = 0;
      known = this.parser.info.records;
      if (since > filingLimits.rowBytes)
        this.end(`is larger than ${filingLimits.rowBytes} bytes (perhaps a quote is never closed)`);
      if (this.broken) return;
      since += chunk.length;
      yield chunk;
    }
  }
}

/** The same bytes without a byte order mark. */
async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!start) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < byteOrderMark.length) continue;
    yield start.subarray(0, 3).equals(byteOrderMark) ? start.subarray(3) : start;
    start = undefined;
  }
  if (start && start.length > 0) yield start;
}

const reasonOf = (error: CsvError | undefined) =>
  error?.message.replace(/, value is .*/s, '') ?? 'unreadable';

/**
 * Rows of a CSV in UTF-8 (RFC 4180; any line ends; a byte order mark is passed over), as fast as they are asked for.
 * Rejects when the source does. Memory is bounded by some rows, whatever comes.
 */
export async function* csvRows(source: Readable): AsyncGenerator<CsvRow> {
  const reading = new Reading(source);
  let row = 0;
  try {
    for await (const cells of reading.parser as AsyncIterable<Buffer[]>) {
      row += 1;
      if (reading.broken && row >= reading.broken.row) break;
      const texts = decoded(cells);
      if (typeof texts === 'number') yield { row, column: texts, reason: 'is not UTF-8' };
      else yield { row, cells: texts };
    }
    if (reading.broken) yield reading.broken;
  } finally {
    // An answer on its way out must not wait for a body that nobody reads.
    source.resume();
  }
}
