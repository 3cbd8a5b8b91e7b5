import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where Debian's golang-golang-x-mod-dev puts its packages. */
const gopath = '/usr/share/gocode';
const main = path.join(__dirname, 'go', 'main.go');
const env = { ...process.env, GO111MODULE: 'off', GOPATH: gopath, GOFLAGS: '' };

export interface Answer {
  ok: boolean;
  error?: string;
  root?: string;
  record?: string[];
  tree?: string[];
  data?: string;
  paths?: string[];
  note?: string;
  text?: string;
  key?: string;
  signers?: string[];
}

/** The transparency log of Go, as a program that answers questions; undefined where it cannot be built. */
export function buildPeer(): { ask(questions: readonly object[]): Answer[]; close(): void } | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kyogi-go-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  const program = path.join(folder, 'peer');
  const built = spawnSync('go', ['build', '-o', program, main], {
    env: { ...env, GOCACHE: path.join(folder, 'cache') },
    encoding: 'utf8',
  });
  if (built.status !== 0) {
    close();
    if (process.env.KYOGI_GO === 'required')
      throw new Error(`Go's peer was not built: ${built.error ?? built.stderr}`);
    return undefined;
  }
  return { ask: (questions) => ask(program, questions), close };
}

function ask(program: string, questions: readonly object[]): Answer[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n');
  const { status, stdout, stderr } = spawnSync(program, { input, encoding: 'utf8', maxBuffer: 2 ** 29 });
  if (status !== 0) throw new Error(`Go's peer broke off: ${stderr}`);
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  if (answers.length !== questions.length) throw new Error('Go did not answer everything');
  return answers;
}
