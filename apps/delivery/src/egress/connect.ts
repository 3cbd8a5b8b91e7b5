import { Agent, type AgentOptions } from 'node:http';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { spelled } from './addresses.js';
import { Refused, Unreachable } from './failures.js';
import type { Target } from './target.js';

/** Milliseconds for TCP and TLS together. */
const patience = 10_000;
/** Connections to one receiver at most. */
const maxSockets = 128;
const options: AgentOptions = {
  ...{ keepAlive: true, maxSockets, maxFreeSockets: maxSockets, scheduling: 'lifo', timeout: 60_000 },
};

/**
 * Sockets of one host that lead to addresses that were checked, and nowhere else: the name is not looked up again, and where a socket
 * really ended is compared before a byte is sent on it. Settings of the environment for proxies are not read.
 */
export class CheckedAgent extends Agent {
  /** @param ca certificates that are trusted instead of those of Node, PEM */
  constructor(
    private readonly target: Pick<Target, 'host' | 'port' | 'tls'>,
    private readonly addresses: readonly string[],
    private readonly ca?: string,
  ) {
    super(options);
  }

  override createConnection(): Socket {
    const socket = this.target.tls ? this.secured() : this.plain();
    const timer = setTimeout(() => socket.destroy(new Unreachable('no connection in time')), patience);
    socket.once(this.target.tls ? 'secureConnect' : 'connect', () => clearTimeout(timer));
    socket.once('close', () => clearTimeout(timer));
    // Before the listeners that send what is waiting: the request, or the first message of TLS.
    socket.prependOnceListener('connect', () => {
      if (!this.addresses.includes(spelled(socket.remoteAddress ?? '::')))
        socket.destroy(new Refused(`${this.target.host} was not connected to an address that was checked`));
    });
    return socket;
  }

  /** Ends what is idle now, and the rest after its answer. */
  retire(): void {
    this.maxFreeSockets = 0;
    for (const socket of Object.values(this.freeSockets).flat()) socket?.destroy();
  }

  private plain(): Socket {
    const { host, port } = this.target;
    return connectTcp({ host, port, lookup: this.lookup, noDelay: true });
  }

  private secured(): Socket {
    const { host, port } = this.target;
    return connectTls({
      ...{ host, port, lookup: this.lookup, noDelay: true, minVersion: 'TLSv1.2' },
      // Said aloud, because NODE_TLS_REJECT_UNAUTHORIZED would turn the default off.
      rejectUnauthorized: true,
      ...(isIP(host) === 0 && { servername: host }),
      ...(this.ca !== undefined && { ca: this.ca }),
    });
  }

  private readonly lookup: LookupFunction = (_, { all }, answer) => {
    const found = this.addresses.map((address) => ({ address, family: isIP(address) }));
    if (all) answer(null, found);
    else answer(null, found[0]?.address ?? '', found[0]?.family);
  };
}
