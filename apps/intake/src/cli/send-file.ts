import { createReadStream } from 'node:fs';
import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { FilingBroken, FilingLine, FilingSummary, type FilingStep } from '#contracts';
import { Stop } from './stop.js';

export interface Sending {
  intake: string;
  map: string;
  step: FilingStep;
  token: string;
  file: string;
}

/** The request broke off; what it did stands, and the same may be sent again. */
export class BrokeOff extends Error {}

const open = ({ intake, map, step, token, file }: Sending): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const url = new URL(`${intake}/v1/filings?${new URLSearchParams({ map, step }).toString()}`);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
    const request = (url.protocol === 'https:' ? secure : plain)(url, { method: 'POST', headers });
    // The answer comes while the file is still on its way; a failure of either ends both.
    request.once('response', resolve);
    request.on('error', (error) => reject(new BrokeOff(error.message)));
    pipeline(createReadStream(file), request, (error) => {
      const code = error && 'code' in error ? error.code : '';
      if (error && (code === 'ENOENT' || code === 'EACCES')) reject(new Stop(`${file} cannot be read.`));
    });
  });

const refused = async (response: IncomingMessage): Promise<Error> => {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  const status = response.statusCode ?? 0;
  const problem = FilingBroken.shape.problem.safeParse(jsonOf(text));
  const detail = problem.data?.detail ?? `The answer is ${status}.`;
  return status >= 500 ? new BrokeOff(detail) : new Stop(detail);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Streams the file to one step and yields the lines of the answer as they come; returns the summary. Throws BrokeOff when the connection
 * or the process went away, Stop for what a repetition would not mend.
 */
export async function* sendFile(sending: Sending): AsyncGenerator<FilingLine, FilingSummary['summary']> {
  const response = await open(sending);
  if (response.statusCode !== 200) throw await refused(response);
  let fault: Error | undefined;
  response.on('error', (error) => (fault = error));
  for await (const text of createInterface({ input: response, crlfDelay: Infinity })) {
    const json = jsonOf(text);
    const line = FilingLine.safeParse(json);
    if (line.success) {
      yield line.data;
      continue;
    }
    const summary = FilingSummary.safeParse(json);
    if (summary.success) return summary.data.summary;
    const broken = FilingBroken.safeParse(json);
    if (broken.success) throw new BrokeOff(broken.data.problem.detail);
  }
  throw new BrokeOff(fault?.message ?? 'the answer ended before its summary');
}
