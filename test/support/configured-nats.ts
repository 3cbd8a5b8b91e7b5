import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';
import { freePort } from './free-port';
import { NatsProcess } from './nats-process';

/** Whether something at a port says that it is a NATS server. */
const greets = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('data', (text) => {
      socket.destroy();
      if (text.toString().startsWith('INFO ')) resolve();
      else reject(new Error('no NATS server'));
    });
    socket.once('error', reject);
  });

/** One NATS server on loopback with a configuration as an operator writes it, started in a folder of its own, always at the same port. */
export class ConfiguredNats {
  private readonly server: NatsProcess;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {
    this.server = new NatsProcess(folder);
  }

  /** Its folder, in which the configuration finds the files it names. Not yet started. */
  static async in(files: Record<string, string> = {}): Promise<ConfiguredNats> {
    const folder = mkdtempSync(join(tmpdir(), 'kyogi-nats-'));
    const nats = new ConfiguredNats(folder, await freePort());
    for (const [name, text] of Object.entries(files)) nats.put(name, text);
    return nats;
  }

  /** @returns the path of the file */
  put(name: string, text: string): string {
    writeFileSync(join(this.folder, name), text);
    return join(this.folder, name);
  }

  /** Starts it, or kills it and starts it anew, with a configuration; what it stored stays. */
  async serve(configuration: string, env: Record<string, string> = {}): Promise<void> {
    await this.server.kill();
    const place = ['-a', '127.0.0.1', '-p', String(this.port)];
    this.server.start(['-c', this.put('nats.conf', configuration), ...place, '-l', 'log'], env);
    await eventually(() => greets(this.port), 10_000, 50);
  }

  async stop(): Promise<void> {
    await this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
