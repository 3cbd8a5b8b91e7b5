import { isIP } from 'node:net';
import { spelled } from './addresses.js';
import type { Exceptions } from './exceptions.js';
import { Refused } from './failures.js';

/** What a URL asks to be connected to. */
export interface Target {
  /** Name in ASCII, or address without brackets, as the URL standard reads it: `0x7f.1` is 127.0.0.1. */
  host: string;
  port: number;
  tls: boolean;
  /** `host:port` as the header Host has it. */
  authority: string;
  path: string;
  /** https on port 443: needs no exception but for its address. */
  usual: boolean;
}

const parsed = (url: string): URL => {
  try {
    return new URL(url);
  } catch {
    throw new Refused('the address must be a whole URL such as https://hooks.example.jp/kyogi');
  }
};

const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

const hostOf = ({ hostname }: URL): string => {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isIP(host) === 0 ? host : spelled(host);
};

/** Reads a URL that is to be called. Throws Refused with what is wrong with it; looks no name up. */
export const targetOf = (url: string, exceptions: Exceptions, usualPort = 443): Target => {
  const read = parsed(url);
  if (read.protocol !== 'https:' && read.protocol !== 'http:')
    throw new Refused('the address must begin with https://');
  if (read.username !== '' || read.password !== '')
    throw new Refused('the address must be without user and password');
  const [host, port, tls] = [hostOf(read), portOf(read), read.protocol === 'https:'];
  const usual = tls && port === usualPort;
  const excepted = exceptions.names(host, port) || exceptions.hasNetwork(port);
  if (!usual && !excepted)
    throw new Refused(tls ? 'the port must be 443' : 'the address must begin with https://');
  return { host, port, tls, authority: read.host, path: `${read.pathname}${read.search}`, usual };
};
