import { isIP, type BlockList } from 'node:net';
import { isWithin, networks } from './addresses.js';

interface Exception {
  name?: string;
  network?: BlockList;
  /** Absent: the usual port of the scheme. */
  port?: number;
}

const shape = /^(?:\[(?<v6>[0-9a-f:.]+(?:\/\d{1,3})?)\]|(?<rest>[^:[\]]+))(?::(?<port>\d{1,5}))?$/i;

const exception = (text: string): Exception => {
  const { v6, rest = '', port } = shape.exec(text)?.groups ?? {};
  const host = (v6 ?? rest).toLowerCase();
  const on = port === undefined ? {} : { port: Number(port) };
  if (isIP(host.split('/')[0] ?? '') !== 0) return { network: networks(host), ...on };
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host))
    throw new TypeError(`${text} is no host, network or host:port`);
  return { name: host, ...on };
};

/** What may be called although it is not public, not https or not port 443. */
export class Exceptions {
  private readonly all: Exception[];

  /** @param text `host[:port]` or `network[:port]` with commas between them, IPv6 in brackets; throws TypeError */
  constructor(text: string) {
    const entries = text.split(',').map((entry) => entry.trim());
    this.all = entries.filter((entry) => entry !== '').map(exception);
  }

  /** Whether the operator named this host, with this port. */
  names(host: string, port: number): boolean {
    return this.on(port).some(({ name }) => name === host);
  }

  /** Whether an address that lies in a named network may be called on this port. */
  hasNetwork(port: number): boolean {
    return this.on(port).some(({ network }) => network !== undefined);
  }

  covers(address: string, port: number): boolean {
    return this.on(port).some(({ network }) => network !== undefined && isWithin(network, address));
  }

  private on(port: number): Exception[] {
    return this.all.filter(
      (one) => one.port === port || (one.port === undefined && (port === 443 || port === 80)),
    );
  }
}
