import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { once } from 'node:events';

/** A receiver of webhooks on an address of loopback. */
export class Receiver {
  connections = 0;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(
    listener: RequestListener,
    host = '127.0.0.2',
    tls?: ServerOptions,
    port = 0,
  ): Promise<Receiver> {
    const server = tls ? createTlsServer(tls, listener) : createServer(listener);
    server.listen(port, host);
    await once(server, 'listening');
    const made = new Receiver(server, (server.address() as AddressInfo).port);
    server.on('connection', () => (made.connections += 1));
    return made;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Listens where nobody may come, and counts who came and what they said. */
export class Canary {
  connections = 0;
  bytes = 0;

  private constructor(
    private readonly server: TcpServer,
    readonly port: number,
  ) {}

  static async start(port: number, host = '127.0.0.1'): Promise<Canary> {
    const server = createTcpServer();
    server.listen(port, host);
    await once(server, 'listening');
    const made = new Canary(server, (server.address() as AddressInfo).port);
    server.on('connection', (socket) => {
      made.connections += 1;
      socket.on('error', () => undefined);
      socket.on('data', (part) => {
        made.bytes += part.length;
        socket.destroy();
      });
    });
    return made;
  }

  close(): void {
    this.server.close();
  }
}
