import net from 'node:net';
import {
  formatVerifierKey,
  openCheckpoint,
  parseSubmission,
  parseTrust,
  type Checkpoint,
  type VerifierKey,
} from '#transparency';
import { origin, type ALog } from './a-log.js';
import type { RunningWitness } from './a-witness.js';

/** Numbers that follow from a seed (mulberry32), so that a run can be repeated. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** What one witness answered: to be held against the histories it may have believed. */
export class Answers {
  readonly signed: Checkpoint[] = [];
  readonly statuses: Record<number, number> = {};

  constructor(
    private readonly log: ALog,
    private readonly key: VerifierKey,
  ) {}

  /** Takes one answer; a signature that is not one over what was submitted throws. */
  take(submitted: string, { status, body }: { status: number; body: string }): void {
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status !== 200) return;
    const keys = [this.log.key.verifier, this.key].map(formatVerifierKey).join('\n');
    const { checkpoint } = parseSubmission(submitted);
    this.signed.push(openCheckpoint(checkpoint + body, parseTrust(origin, keys, 1)));
  }

  /** Whether all that was signed is of this history. */
  async areOf(history: ALog): Promise<boolean> {
    for (const { size, root } of this.signed) if (!(await history.root(size)).equals(root)) return false;
    return true;
  }
}

type Add = (body: string) => Promise<{ status: number; body: string }>;

/** A client that brings a witness on to a size of a history, and asks again from where the witness says it is. */
async function push(history: ALog, size: number, answers: Answers, add: Add): Promise<void> {
  let old = 0;
  for (let tries = 0; tries < 5 && old <= size; tries += 1) {
    const submission = await history.submission(old, size);
    const answer = await add(submission);
    answers.take(submission, answer);
    if (answer.status !== 409) return;
    old = Number(answer.body);
  }
}

/** `clients` at once, each of one of the histories, to sizes around `near`. */
export async function contend(
  histories: readonly ALog[],
  near: number,
  { clients, roll }: { clients: number; roll: (below: number) => number },
  answers: Answers,
  add: Add,
): Promise<void> {
  await Promise.all(
    Array.from({ length: clients }, () =>
      push(histories[roll(histories.length)] as ALog, near + roll(40), answers, add),
    ),
  );
}

/** Writes bytes to the witness as they are, and waits until it closes. */
async function raw(address: string, bytes: Buffer): Promise<void> {
  const { hostname, port } = new URL(address);
  await new Promise<void>((resolve) => {
    const socket = net.connect(Number(port), hostname, () => socket.end(bytes));
    socket
      .on('error', () => undefined)
      .on('close', () => resolve())
      .resume();
  });
}

const numbers = ['-1', '01', '1e3', '9007199254740993', '18446744073709551616', '٣', '', ' 1', '0x1', 'NaN'];
const pieces = ['\n', '\n\n', '\r\n', '\0', '— ', '=', 'AAAA', '\u2028', '�', '+', ' ', 'old 0\n\n'];

/** A submission with something wrong in it, or not: what it is then is for the witness to say. */
function damaged(body: string, other: string, roll: (below: number) => number): string {
  const at = roll(body.length);
  const lines = body.split('\n');
  const line = roll(lines.length);
  const ways = [
    () => body.slice(0, at),
    () => body.slice(at),
    () => body.slice(0, at) + (pieces[roll(pieces.length)] ?? '') + body.slice(at + roll(3)),
    () => body.replace(/^old \d+/, `old ${numbers[roll(numbers.length)]}`),
    () => body.replace(/\n\d+\n/, `\n${numbers[roll(numbers.length)]}\n`),
    () => lines.toSpliced(line, 1).join('\n'),
    () => lines.toSpliced(line, 0, lines[roll(lines.length)] ?? '').join('\n'),
    () => `${'A'.repeat(roll(200_000))}${body}`,
    () => body.replace(/\n\n/, `\n${`${Buffer.alloc(32, at).toString('base64')}\n`.repeat(roll(90))}\n`),
    () => lines.with(line, other.split('\n')[line] ?? '').join('\n'),
    () => body.slice(0, at) + other.slice(at),
    () => Buffer.from(Array.from({ length: roll(300) }, () => roll(256))).toString('latin1'),
  ];
  return (ways[roll(ways.length)] as () => string)();
}

const heads = [
  'POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  'POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\nold',
  'POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999\r\n\r\nold 0',
  'POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'GET //?origin=%ff%zz HTTP/1.1\r\nHost: \r\n\r\n',
  'GET /checkpoint?origin=__proto__ HTTP/1.1\r\nHost: a\r\n\r\n',
  'POST /add-checkpoint HTTP/1.1\r\nExpect: 100-continue\r\nHost: a\r\nContent-Length: 3\r\n\r\no',
  'CONNECT x:1 HTTP/1.1\r\n\r\n',
  '\0\x01\x02',
];

/** Sends `count` damaged requests, of histories that part from each other, and takes what is answered. */
export async function fuzz(
  witness: RunningWitness,
  histories: readonly [ALog, ALog],
  count: number,
  roll: (below: number) => number,
  answers: Answers,
): Promise<void> {
  const one = async () => {
    if (roll(8) === 0) return raw(witness.address, Buffer.from(heads[roll(heads.length)] ?? ''));
    const [history, other] = roll(2) === 0 ? histories : histories.toReversed();
    const size = 1 + roll(599);
    const old = roll(3) === 0 ? Math.max(0, ...answers.signed.map((seen) => seen.size)) : roll(size);
    const whole = await history.submission(Math.min(old, size), size);
    const body = damaged(whole, await other.submission(0, size), roll);
    answers.take(body, await witness.add(body));
  };
  for (let sent = 0; sent < count; sent += 10) await Promise.all(Array.from({ length: 10 }, one));
}

/** Has clients contend while the witness is killed and started again, `kills` times. */
export async function contendAndKill(
  histories: readonly ALog[],
  start: () => Promise<RunningWitness>,
  kills: number,
  roll: (below: number) => number,
): Promise<Answers> {
  let witness = await start();
  let left = 0;
  const answers = new Answers(histories[0] as ALog, witness.key);
  const add: Add = async (body) => {
    const answer = await witness.add(body).catch(() => ({ status: 0, body: '' }));
    left -= 1;
    // Some answers later, and then at any moment of those that are under way.
    if (left === 0) setTimeout(() => witness.child.kill('SIGKILL'), roll(4));
    return answer;
  };
  for (let kill = 0; kill < kills; kill += 1) {
    left = 1 + roll(40);
    await contend(histories, Math.floor((kill * 500) / kills), { clients: 30, roll }, answers, add);
    await witness.end('SIGKILL');
    witness = await start();
  }
  await witness.end();
  return answers;
}
