import { projectRoot } from '#platform';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Stands before a server and lets nobody through until it is opened. */
export class ClosedDoor {
  /** Requests that came. */
  waiting = 0;
  private open: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => (this.open = resolve));
  private readonly server: Server;

  constructor(behind: string) {
    this.server = createServer((request, response) => {
      this.waiting += 1;
      void this.opened
        .then(() =>
          fetch(behind + request.url!, { headers: { authorization: request.headers.authorization! } }),
        )
        .then(async (answer) => response.writeHead(answer.status).end(await answer.text()));
    });
  }

  async listen(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  letThrough(): void {
    this.open();
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A process that reconciles the night in NIGHT. */
export const reconcilingChild = (more: Record<string, string>): ChildProcess =>
  spawn(
    process.execPath,
    ['-r', join(projectRoot(), 'test/support/ts-register.cjs'), join(__dirname, 'reconciling-child.ts')],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...more } },
  );
