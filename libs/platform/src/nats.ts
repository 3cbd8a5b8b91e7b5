import { readFileSync } from 'node:fs';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import type { NatsConnection, TlsOptions } from '@nats-io/transport-node';

export interface NatsSettings {
  /** Addresses with commas between them, such as tls://a:4222,tls://b:4222; name and password may stand in one. */
  url: string;
  /** Path of a credentials file (JWT and nkey seed), read anew for every connection. */
  credentials?: string | undefined;
  /** Path of the certificates (PEM) of the authorities that are believed, and no other; TLS is then demanded. */
  ca?: string | undefined;
  /** Shown to the operator of the servers; answers come to subjects that begin with `_INBOX_` and it. */
  name: string;
}

/**
 * The client calls a server that it reached by an address `localhost`, and one that another told of by the other's name. So what a
 * certificate must name is one of the servers that the settings name, whichever of them was reached.
 */
const tlsFor = (servers: readonly URL[], ca: string | undefined): TlsOptions => {
  const names = servers.map(({ hostname }) => hostname.replace(/^\[|\]$/g, ''));
  const named = {
    checkServerIdentity: (_asked: string, certificate: PeerCertificate) => {
      const faults = names.map((name) => checkServerIdentity(name, certificate));
      return faults.includes(undefined) ? undefined : faults[0];
    },
  };
  return { ...named, ...(ca && { caFile: ca }) };
};

/**
 * Connects to NATS; comes back by itself after a loss, for as long as it is not closed. The client is loaded here, so that only
 * processes that talk to NATS have it. Throws when no server can be reached now, and when one does not offer the TLS that was asked for.
 */
export const connectNats = async ({ url, credentials, ca, name }: NatsSettings): Promise<NatsConnection> => {
  const { connect, credsAuthenticator } = await import('@nats-io/transport-node');
  const servers = url.split(',').map((one) => new URL(one.trim()));
  const { username: user, password: pass } = servers.find(({ username }) => username) ?? servers[0]!;
  return connect({
    servers: servers.map(({ host }) => host),
    ...(user && { user: decodeURIComponent(user), pass: decodeURIComponent(pass) }),
    ...(credentials && { authenticator: credsAuthenticator(() => readFileSync(credentials)) }),
    ...((ca || servers.some(({ protocol }) => protocol === 'tls:')) && { tls: tlsFor(servers, ca) }),
    // Of its own: who may read `_INBOX.>` reads every answer to everybody, events of the ledger among them.
    inboxPrefix: `_INBOX_${name.replace(/\W/g, '_')}`,
    name,
    timeout: 3_000,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
  });
};
