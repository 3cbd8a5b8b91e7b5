import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ALog } from './a-log.js';

/** A log as it is served, by a server that can be told to lie. */
export class ServedLog {
  address = '';
  /** Files that are served otherwise than they are; undefined for one that is not there. */
  readonly forged = new Map<string, Buffer | undefined>();
  private readonly server: Server;

  constructor(
    public log: ALog,
    public size: number,
    public checkpoint: string,
  ) {
    this.server = createServer((request, response) => {
      const name = (request.url ?? '').slice(1);
      const bytes = this.file(name);
      if (bytes) response.end(bytes);
      else response.writeHead(404).end();
    });
  }

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.address = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  /** What is shown from now on. */
  show(log: ALog, size: number, checkpoint: string): void {
    Object.assign(this, { log, size, checkpoint });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private file(name: string): Buffer | undefined {
    if (this.forged.has(name)) return this.forged.get(name);
    if (name === 'checkpoint' || name.startsWith('checkpoint?')) return Buffer.from(this.checkpoint);
    try {
      return this.log.file(name, this.size);
    } catch {
      return undefined;
    }
  }
}
