import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { spelled } from './addresses.js';
import { Unreachable } from './failures.js';

/** All addresses of a name, each in its one spelling. */
export type Resolve = (host: string, trusted: boolean) => Promise<string[]>;

const none = (): string[] => [];

/**
 * Asks name servers (default: the system's). Names of strangers are asked by c-ares, whose slow answers hold nobody up; the system's own
 * lookup, with its four threads for the whole process and its hosts file, is for names that the operator named.
 */
export const resolver = (servers?: string[]): Resolve => {
  const dns = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers) dns.setServers(servers);
  return async (host, trusted) => {
    if (isIP(host) !== 0) return [host];
    const found =
      trusted && !servers
        ? (await lookup(host, { all: true }).catch(none)).map((one) =>
            typeof one === 'string' ? one : one.address,
          )
        : (await Promise.all([dns.resolve4(host).catch(none), dns.resolve6(host).catch(none)])).flat();
    if (found.length === 0) throw new Unreachable(`the name ${host} has no address`);
    return [...new Set(found.map(spelled))];
  };
};
