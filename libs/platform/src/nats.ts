import { readFileSync } from 'node:fs';
import type { NatsConnection } from '@nats-io/transport-node';

export interface NatsSettings {
  /** Addresses with commas between them, such as nats://a:4222,nats://b:4222; name and password may stand in the first. */
  url: string;
  /** Path of a credentials file (JWT and nkey seed). */
  credentials?: string | undefined;
  /** Shown to the operator of the servers. */
  name: string;
}

/**
 * Connects to NATS; comes back by itself after a loss, for as long as it is not closed. The client is loaded here, so that only
 * processes that talk to NATS have it. Throws when no server can be reached now.
 */
export const connectNats = async ({ url, credentials, name }: NatsSettings): Promise<NatsConnection> => {
  const { connect, credsAuthenticator } = await import('@nats-io/transport-node');
  const servers = url.split(',').map((one) => new URL(one.trim()));
  const { username: user, password: pass } = servers[0]!;
  return connect({
    servers: servers.map(({ host }) => host),
    ...(user && { user: decodeURIComponent(user), pass: decodeURIComponent(pass) }),
    ...(credentials && { authenticator: credsAuthenticator(readFileSync(credentials)) }),
    ...(servers.some(({ protocol }) => protocol === 'tls:') && { tls: {} }),
    name,
    timeout: 3_000,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
  });
};
