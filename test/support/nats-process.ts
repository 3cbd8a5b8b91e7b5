import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port of loopback that nobody listens at. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

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
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
