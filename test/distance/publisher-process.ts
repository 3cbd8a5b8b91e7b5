import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { TestApp } from '../support/app';
import { killChild } from '../support/kill-child';

const root = path.join(__dirname, '..', '..');

/** A delivery process of its own, beside an app on the same database, that publishes to NATS and can be killed. */
export class PublisherProcess {
  private child: ChildProcess | undefined;
  output = '';

  constructor(
    private readonly app: TestApp,
    private readonly natsUrl: string,
  ) {}

  /** Where it listens. Throws when it does not yet. */
  get url(): string {
    const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(this.output) ?? [];
    if (!found) throw new Error(`the publisher does not listen yet: ${this.output}`);
    return found;
  }

  start(more: Record<string, string> = {}): void {
    const env = {
      ...process.env,
      ...{
        DATABASE_URL: this.app.database.url,
        NATS_URL: this.natsUrl,
        DELIVERY_PORT: '0',
        LOG_LEVEL: 'warn',
      },
      ...{ OIDC_ISSUER: this.app.issuer.url, OIDC_JWKS_URL: this.app.issuer.jwksUrl },
      ...more,
    };
    const child = spawn(
      process.execPath,
      ['-r', path.join(root, 'test', 'support', 'ts-register.cjs'), 'apps/delivery/src/main.ts'],
      { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child = child;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    await killChild(child);
  }
}
