import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { FilingLine, FilingStep, FilingSummary } from '#contracts';

export const mapName = 'us-ai-use-case-inventory-2025';
/** 200 rows of the real inventory: the untidiest ones. */
export const fixture = readFileSync(join(__dirname, '../fixtures/us-ai-200.csv'));
export const usFederal = { KYOGI_CABINET: 'us-federal' };

/** The header of the fixture and some rows of one's own. */
export const sheet = (...rows: Record<string, string>[]): string => {
  const header = fixture.toString().split('\n')[0]!.trim();
  const columns = header.split(',');
  const line = (row: Record<string, string>) =>
    columns.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join(',');
  return `${[header, ...rows.map(line)].join('\r\n')}\r\n`;
};

export interface Filed {
  status: number;
  lines: FilingLine[];
  summary: FilingSummary['summary'] | undefined;
  /** The problem document: of a refusal, or of a run that ended early. */
  problem: Record<string, any> | undefined; // eslint-disable-line @typescript-eslint/no-explicit-any
}

interface Sheet {
  url: string;
  token: string | undefined;
  step: FilingStep;
  csv: string | Buffer | AsyncIterable<string | Buffer>;
  query?: string;
  type?: string;
  onLine?: (line: FilingLine) => void;
}

/** Sends a spreadsheet and reads the answer while sending. Rejects when the connection breaks. */
export const fileSheet = (sent: Sheet): Promise<Filed> =>
  new Promise((resolve, reject) => {
    const query = sent.query ?? `map=${mapName}&step=${sent.step}`;
    const headers = {
      ...(sent.token && { authorization: `Bearer ${sent.token}` }),
      'content-type': sent.type ?? 'text/csv',
    };
    const post = request(`${sent.url}/v1/filings?${query}`, { method: 'POST', headers, agent: false });
    post.on('error', reject);
    post.once('response', (response) => {
      const filed: Filed = {
        status: response.statusCode ?? 0,
        lines: [],
        summary: undefined,
        problem: undefined,
      };
      let rest = '';
      const take = (text: string) => {
        const json = JSON.parse(text);
        if ('summary' in json) filed.summary = json.summary;
        else if ('row' in json) {
          filed.lines.push(json);
          sent.onLine?.(json);
        } else filed.problem = json.problem ?? json;
      };
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const texts = (rest + chunk).split('\n');
        rest = texts.pop() ?? '';
        texts.forEach(take);
      });
      response.on('error', reject).on('end', () => {
        if (rest) take(rest);
        resolve(filed);
      });
    });
    const send = async () => {
      const { csv } = sent;
      for await (const chunk of typeof csv === 'string' || Buffer.isBuffer(csv) ? [csv] : csv)
        if (!post.write(chunk))
          await new Promise((drained) => post.once('drain', drained).once('close', drained));
      post.end();
    };
    void send();
  });

/** How many lines had each outcome. */
export const outcomes = (lines: readonly FilingLine[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { outcome } of lines) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};
