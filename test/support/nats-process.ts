import { spawn, type ChildProcess } from 'node:child_process';
import { killChild } from './kill-child';

/** One nats-server in a folder of its own, which can be killed and started again. */
export class NatsProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly folder: string) {}

  start(args: readonly string[], env: Record<string, string> = {}): void {
    this.child = spawn('nats-server', args, {
      ...{ cwd: this.folder, env: { ...process.env, ...env }, stdio: 'ignore' },
    });
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    await killChild(child);
  }
}
