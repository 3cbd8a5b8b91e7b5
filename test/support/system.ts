import { Redis } from 'ioredis';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from './eventually';

const root = path.join(__dirname, '..', '..');

interface Running {
  pid: number;
  urls: Record<'intake' | 'headquarters' | 'review' | 'delivery' | 'evidence', string>;
  DATABASE_URL: string;
  REDIS_URL?: string;
  tokenUrl: string;
}

/** Wished ports of this worker's own: a system that is down for a moment must not find another in its place. */
const ports = (): Record<string, string> => {
  const first = 10_000 + 500 * (process.ppid % 40) + 250 * (Number(process.env.JEST_WORKER_ID ?? 0) % 2);
  const names = ['INTAKE', 'HEADQUARTERS', 'REVIEW', 'ISSUER', 'DELIVERY', 'EVIDENCE', 'WITNESS_METI'];
  const all = [...names, 'WITNESS_MIC', 'WITNESS_PPC'];
  return Object.fromEntries(all.map((name, i) => [`${name}_PORT`, String(first + 20 * i)]));
};

const redisPid = async (url: string): Promise<number> => {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
  } finally {
    redis.disconnect();
  }
};

/** A whole Kyogi as `npm start` runs it, on a data folder of its own. */
export class TestSystem {
  private supervisor: ChildProcess | undefined;
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kyogi-system-'));
  output = '';

  constructor(private readonly cabinet = 'japan') {}

  get running(): Running {
    return JSON.parse(readFileSync(path.join(this.folder, 'run.json'), 'utf8')) as Running;
  }

  /** Process id of intake, headquarters, review, issuer, postgres or redis. */
  async pid(name: string): Promise<number> {
    if (name === 'postgres')
      return Number(
        readFileSync(path.join(this.folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
      );
    if (name === 'redis') return redisPid(this.running.REDIS_URL ?? '');
    const file = JSON.parse(readFileSync(path.join(this.folder, 'pids.json'), 'utf8')) as Record<
      string,
      { pid: number }
    >;
    return file[name]?.pid ?? 0;
  }

  /** Until everything answers. */
  async start(): Promise<this> {
    const own = { KYOGI_DATA: this.folder, KYOGI_CABINET: this.cabinet };
    const env: NodeJS.ProcessEnv = { ...process.env, ...ports(), ...own };
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'OIDC_ISSUER']) delete env[name];
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.supervisor = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    await eventually(() => {
      if (child.exitCode !== null) throw new Error(`npm start ended: ${this.output}`);
      if (!this.output.includes('Kyogi runs')) throw new Error(`npm start is not ready: ${this.output}`);
    }, 90_000);
    return this;
  }

  /** kill -9 of one process; resolves when its successor runs. */
  async kill(name: string): Promise<void> {
    const pid = await this.pid(name);
    process.kill(pid, 'SIGKILL');
    await eventually(async () => {
      const now = await this.pid(name);
      if (!now || now === pid) throw new Error(`${name} is not back: ${this.output}`);
    }, 60_000);
  }

  /** kill -9 of the supervisor itself; its children end with it. */
  async killSupervisor(): Promise<void> {
    const child = this.supervisor;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(this.running.pid, 'SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    const child = this.supervisor;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  async token(person: string): Promise<string> {
    const form = new URLSearchParams({
      grant_type: 'password',
      client_id: 'kyogi-cli',
      username: person,
      password: 'kyogi',
    });
    const answer = await fetch(this.running.tokenUrl, { method: 'POST', body: form });
    const { access_token: token } = (await answer.json()) as { access_token?: string };
    if (!token) throw new Error(`no token for ${person}: ${answer.status}`);
    return token;
  }

  /** Sends a command until it is answered with less than 500, always with the same key, as a client that must not lose it. */
  async command(
    token: string,
    dossierId: string,
    name: string,
    body: object,
    key = randomUUID() as string,
  ): Promise<Response> {
    const creates = name === 'draft-dossier';
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(creates ? {} : { 'if-match': '*' }),
    };
    return eventually(
      async () => {
        const url = `${this.running.urls.intake}/v1/dossiers/${dossierId}/${name}`;
        const answer = await fetch(url, {
          method: 'POST',
          headers,
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(15_000),
        });
        if (answer.status >= 500) throw new Error(`${answer.status} ${await answer.text()}`);
        return answer;
      },
      120_000,
      50,
    );
  }

  async query<T>(token: string, address: string, minPosition = 0): Promise<T> {
    return eventually(
      async () => {
        const headers = { authorization: `Bearer ${token}`, 'min-position': String(minPosition) };
        const answer = await fetch(`${this.running.urls.headquarters}${address}`, { headers });
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
        return (await answer.json()) as T;
      },
      60_000,
      50,
    );
  }
}
