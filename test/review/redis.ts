import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/free-port.js';
import { killChild } from '../support/kill-child.js';

export const hasRedis = Boolean(process.env.TEST_REDIS_SERVER);

/** A Redis of the test's own, always at the same address, that may die and come back empty. */
export class OwnRedis {
  private child: ChildProcess | undefined;
  private closed = false;

  private constructor(
    readonly port: number,
    private readonly dir: string,
    private readonly policy: string,
  ) {}

  static async start(policy = 'noeviction'): Promise<OwnRedis> {
    const own = new OwnRedis(await freePort(), mkdtempSync(join(tmpdir(), 'kyogi-redis-')), policy);
    await own.up();
    return own;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts empty. */
  async up(): Promise<void> {
    await this.die();
    if (this.closed) return;
    const env = { ...process.env, ...(JSON.parse(process.env.TEST_REDIS_ENV ?? '{}') as NodeJS.ProcessEnv) };
    const options = [
      '--port',
      `${this.port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      this.dir,
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    this.child = spawn(process.env.TEST_REDIS_SERVER!, [...options, '--maxmemory-policy', this.policy], {
      env,
      stdio: 'ignore',
    });
    // Whoever closed it meanwhile has killed it, too.
    await eventually(() => (this.closed ? undefined : this.ask((redis) => redis.ping())));
  }

  /** As kill -9 does it. */
  async die(): Promise<void> {
    await killChild(this.child);
  }

  async flush(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, {
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.die();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** A way to a port that can fall silent: connections stay open, new ones are accepted, and nothing comes through. */
export class SilentProxy {
  private silent = false;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    private readonly target: number,
  ) {}

  static async to(target: number): Promise<SilentProxy> {
    const server = createServer();
    const proxy = new SilentProxy(server, target);
    server.on('connection', (socket) => proxy.join(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  fallSilent(): void {
    this.silent = true;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(inner: Socket): void {
    const outer = connect(this.target, '127.0.0.1');
    for (const socket of [inner, outer]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.sockets.delete(socket));
    }
    inner.on('data', (data) => this.silent || outer.write(data));
    outer.on('data', (data) => this.silent || inner.write(data));
    inner.on('close', () => outer.destroy());
    outer.on('close', () => inner.destroy());
  }
}
