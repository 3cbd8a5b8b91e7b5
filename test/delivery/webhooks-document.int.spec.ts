import { spawn, type ChildProcess } from 'node:child_process';
import { createSecretKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Egress } from '../../apps/delivery/src/egress/post';
import { ask } from '../../apps/delivery/src/webhooks/ask-consent';
import { signed, type LiveKey } from '../../apps/delivery/src/webhooks/sign';
import { eventually } from '../support/eventually';

const text = readFileSync(path.join(__dirname, '../../docs/webhooks.md'), 'utf8');
const program = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');

const shared = randomBytes(32);
const pair = generateKeyPairSync('ed25519');
const publicHalf = (pair.publicKey.export({ format: 'der', type: 'spki' }) as Buffer).subarray(-32);
const secrets: Record<LiveKey['kind'], { shown: string; key: KeyObject; other: KeyObject }> = {
  v1: {
    shown: `whsec_${shared.toString('base64')}`,
    key: createSecretKey(shared),
    other: createSecretKey(randomBytes(32)),
  },
  v1a: {
    shown: `whpk_${publicHalf.toString('base64')}`,
    key: pair.privateKey,
    other: generateKeyPairSync('ed25519').privateKey,
  },
};

const started: ChildProcess[] = [];
const opened: Egress[] = [];

/** The receiver of the document as a process, and what it says. */
const start = async (secret: string): Promise<{ lines: () => string[]; url: string; egress: Egress }> => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, SECRET: secret, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const port = await eventually(() => {
    const [, found] = /port (\d+)/.exec(output) ?? [];
    if (found === undefined) throw new Error(`the receiver says ${output}`);
    return found;
  });
  const egress = new Egress({ WEBHOOK_ALLOWED_HOSTS: `127.0.0.1:${port}` });
  opened.push(egress);
  return { lines: () => output.trim().split('\n').slice(1), url: `http://127.0.0.1:${port}/`, egress };
};

afterAll(() => {
  for (const child of started) child.kill();
  for (const egress of opened) egress.onApplicationShutdown();
});

describe.each(['v1', 'v1a'] as const)('the receiver in docs/webhooks.md, with %s', (kind) => {
  const { shown, key, other } = secrets[kind];
  const now = () => Math.floor(Date.now() / 1_000);
  const letter = (n: number, by: KeyObject[] = [key], timestamp = now()) => {
    const body = JSON.stringify({
      type: 'org.kyogi.dossier-filed.v1',
      subsequence: String(n).padStart(20, '0'),
    });
    const keys = by.map((one, at) => ({ keyId: `key-${at}`, kind, key: one }));
    return { body, headers: signed(keys, { id: `s.${n}`, timestamp, body }) };
  };

  it('consents, takes what is genuine once, and notices what was lost', async () => {
    const { egress, url, lines } = await start(shown);
    const settled = (n: number) => ({ 'kyogi-settled': String(n).padStart(20, '0') });
    const send = async ({ body, headers }: ReturnType<typeof letter>, n = 0): Promise<number> =>
      (await egress.post(url, { body, headers: { ...headers, ...settled(n) } })).status;

    expect(await ask(egress, url, 'kyogi.example')).toEqual({ kind: 'yes', rate: 6_000 });
    expect(await send(letter(1))).toBe(204);
    expect(await send(letter(1), 1)).toBe(204);
    expect(await send(letter(2, [other, key]), 1)).toBe(204);

    expect(await send(letter(3, [other]))).toBe(401);
    expect(await send(letter(3, []))).toBe(401);
    expect(await send(letter(3, [key], now() - 600))).toBe(401);
    expect(await send({ ...letter(3), body: letter(4).body })).toBe(401);
    expect(await send({ ...letter(3), headers: { ...letter(3).headers, 'webhook-id': 's.4' } })).toBe(401);
    expect(await send({ ...letter(3), headers: { ...letter(3).headers, 'webhook-timestamp': 'x' } })).toBe(
      401,
    );

    expect(await send(letter(4), 3)).toBe(204);
    await eventually(() =>
      expect(lines()).toEqual([
        'event org.kyogi.dossier-filed.v1 1',
        'event org.kyogi.dossier-filed.v1 2',
        'event org.kyogi.dossier-filed.v1 4',
        'lost 3',
      ]),
    );
  });
});
