import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { formatVerifierKey, Unsound, type SignerKey, type VerifierKey } from '#transparency';
import type { Memory } from './memory.js';
import { addCheckpoint, type Verdict } from './witness.js';

/** A witness at work. `keys` may still be empty: then every log is unknown. */
export interface Witness {
  signer: SignerKey;
  memory: Memory;
  keys: VerifierKey[];
  /** Is told of every submission that was not malformed. */
  say: (verdict: Verdict) => void;
  /** What cannot go on: the disk refused, or another process writes the memory. */
  fail: (error: unknown) => void;
}

const maxBody = 65_536;
const plain = 'text/plain; charset=utf-8';

class TooLarge extends Error {}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBody) throw new TooLarge();
    parts.push(part);
  }
  // Whatever a lenient decoder would change, the log has not signed.
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
}

function send(response: ServerResponse, status: number, body: string, type = plain): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function answer(response: ServerResponse, verdict: Verdict): void {
  if (verdict.status === 200) return send(response, 200, verdict.line);
  if (verdict.status === 409) return send(response, 409, `${verdict.size}\n`, 'text/x.tlog.size');
  return send(response, verdict.status, `${verdict.why}\n`);
}

async function add(request: IncomingMessage, response: ServerResponse, witness: Witness): Promise<void> {
  let body: string;
  try {
    body = await bodyOf(request);
  } catch (error) {
    response.setHeader('connection', 'close');
    return send(response, error instanceof TooLarge ? 413 : 400, 'This is not the text of a submission.\n');
  }
  try {
    const verdict = addCheckpoint(body, witness, Math.floor(Date.now() / 1_000));
    witness.say(verdict);
    answer(response, verdict);
  } catch (error) {
    if (error instanceof Unsound) return send(response, 400, `${error.message}\n`);
    send(response, 500, 'The witness cannot remember what it signs.\n');
    witness.fail(error);
  }
}

function about({ signer, memory, keys }: Witness): string {
  const logs = memory.all().map(({ origin, size, note }) => `${origin}: ${size} entries\n\n${note}`);
  return [
    `Witness ${signer.verifier.name}`,
    `Key: ${formatVerifierKey(signer.verifier)}`,
    `Logs: ${keys.map(formatVerifierKey).join(' ') || 'no keys yet'}`,
    '',
    ...(logs.length > 0 ? logs : ['Nothing was cosigned yet.\n']),
  ].join('\n');
}

function show(path: string, query: string, response: ServerResponse, witness: Witness): void {
  if (path === '/') return send(response, 200, about(witness));
  if (path === '/vkey') return send(response, 200, `${formatVerifierKey(witness.signer.verifier)}\n`);
  const seen = witness.memory.last(new URLSearchParams(query).get('origin') ?? '');
  if (path === '/checkpoint' && seen) return send(response, 200, seen.note);
  return send(response, 404, 'Here are /, /vkey, /checkpoint?origin= and POST /add-checkpoint.\n');
}

/** HTTP of a witness: `POST /add-checkpoint` (C2SP tlog-witness), `GET /`, `/vkey` and `/checkpoint?origin=`. */
export function witnessServer(witness: Witness): Server {
  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    if (request.method === 'POST' && path === '/add-checkpoint') void add(request, response, witness);
    else if (request.method === 'GET' || request.method === 'HEAD') show(path, query, response, witness);
    else send(response, 405, 'Only GET, and POST /add-checkpoint.\n');
  });
  server.maxConnections = 512;
  return server;
}
