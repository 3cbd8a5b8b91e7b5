import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseVerifierKey, type VerifierKey } from '#transparency';

/** What a witness said on its output, a line each. */
export type Said = Record<string, unknown>;

/** A witness that runs as a process of its own. */
export interface RunningWitness {
  address: string;
  key: VerifierKey;
  child: ChildProcess;
  said: Said[];
  add(body: string | Uint8Array<ArrayBuffer>): Promise<{ status: number; body: string; type: string | null }>;
  /** Ends it with a signal, and waits. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

const root = path.join(__dirname, '..', '..');

export const freshFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'kyogi-evidence-'));

/** Starts the program without waiting for what it says. */
export function spawnWitness(
  settings: Record<string, string>,
  ...args: string[]
): { child: ChildProcess; said: Said[] } {
  const register = path.join(root, 'test/support/ts-register.cjs');
  const program = path.join(root, 'apps/evidence/src/witness/main.ts');
  const child = spawn(process.execPath, ['-r', register, program, ...args], {
    env: {
      PATH: process.env.PATH,
      WITNESS_NAME: 'meti.example/witness',
      WITNESS_PORT: '0',
      WITNESS_HOST: '127.0.0.1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Said[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line) as Said));
  return { child, said };
}

/** Starts a witness and waits until it listens; rejects with its last words when it does not. */
export async function startWitness(
  settings: Record<string, string>,
  ...args: string[]
): Promise<RunningWitness> {
  const { child, said } = spawnWitness(settings, ...args);
  const listening = () => said.find(({ message }) => message === 'listening');
  while (!listening()) {
    if (child.exitCode !== null) throw new Error(String(said.at(-1)?.message));
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'close')]);
  }
  const { at, vkey } = listening() as { at: { port: number }; vkey: string };
  const address = `http://127.0.0.1:${at.port}`;
  return {
    address,
    key: parseVerifierKey(vkey),
    child,
    said,
    add: async (body) => {
      const response = await fetch(`${address}/add-checkpoint`, { method: 'POST', body });
      return {
        status: response.status,
        body: await response.text(),
        type: response.headers.get('content-type'),
      };
    },
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
    },
  };
}
