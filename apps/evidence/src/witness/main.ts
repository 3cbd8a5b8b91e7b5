import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { formatVerifierKey, type VerifierKey } from '#transparency';
import { keepFork } from './forks.js';
import { logKeysFrom, signerIn } from './keys.js';
import { Memory } from './memory.js';
import { witnessServer } from './server.js';

const say = (what: object): void => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...what })}\n`);
};

function die(error: unknown): never {
  say({ level: 'fatal', message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

function setting(name: string, otherwise?: string): string {
  const value = process.env[name] ?? otherwise;
  if (!value) die(`${name} is not set`);
  return value;
}

async function untilKeys(source: string, folder: string): Promise<VerifierKey[]> {
  for (;;) {
    try {
      return await logKeysFrom(source, folder);
    } catch (error) {
      say({ level: 'warn', message: 'no keys of a log yet', why: String(error) });
      // Not referenced: a witness that was told to stop does not wait for keys.
      await delay(2_000, undefined, { ref: false });
    }
  }
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { begin: { type: 'boolean' } },
    allowPositionals: true,
  });
  const folder = setting('WITNESS_DIR');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = { folder, guard: process.env.WITNESS_GUARD };
  const signer = signerIn(place, setting('WITNESS_NAME'));
  const memory = values.begin
    ? Memory.begin(
        place,
        signer.verifier,
        positionals.map((file) => readFileSync(file, 'utf8')),
      )
    : Memory.open(place, signer.verifier);
  const source = setting('WITNESS_LOG_KEYS');
  const keys: VerifierKey[] = [];
  const server = witnessServer({
    signer,
    memory,
    keys,
    say: (verdict) => {
      if ('fork' in verdict && verdict.fork) keepFork(path.join(folder, 'forks'), verdict.fork);
      if (verdict.status !== 200) say({ level: 'warn', message: 'refused', ...verdict });
    },
    fail: die,
  });
  server.on('error', die).listen(Number(setting('WITNESS_PORT', '4700')), process.env.WITNESS_HOST, () =>
    say({
      level: 'info',
      message: 'listening',
      at: server.address(),
      vkey: formatVerifierKey(signer.verifier),
    }),
  );
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => server.close());
  keys.push(...(await untilKeys(source, folder)));
}

run().catch(die);
