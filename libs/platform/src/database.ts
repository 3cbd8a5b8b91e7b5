import { Client, Pool, type ClientConfig, type PoolConfig } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** What a connection may do; see migrations/0001_roles.sql. `null` keeps the login's own rights (migrations, tests). */
export type DatabaseRole =
  | 'kyogi_owner'
  | 'kyogi_app'
  | 'kyogi_sequencer'
  | 'kyogi_projector'
  | 'kyogi_reader'
  | 'kyogi_verifier'
  | 'kyogi_deliverer'
  | 'kyogi_notary';

/** Where a pool reports the loss of an idle connection. It must not throw. */
export type DatabaseLog = (message: string, error: Error) => void;

export interface ConnectionSettings {
  /** Milliseconds; 0 = none. */
  statementTimeout?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  log?: DatabaseLog;
}

export interface PoolSettings extends ConnectionSettings {
  /** Connections at most (8). */
  size?: number;
}

export interface DataSourceSettings extends PoolSettings {
  entities?: DataSourceOptions['entities'];
}

/** A transaction that its process has forgotten ends after a minute: it would keep vacuum from the queue of the sequencer. */
const FORGOTTEN_MS = 60_000;

/**
 * An error event that nobody hears ends the process, and between two owners of a connection (pool, TypeORM) nobody may be listening.
 * Nothing is hidden: who uses the connection learns of its loss from the query, and an idle one is reported by the pool.
 */
class SafeClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** Connection options of every kind of client: the role is taken on at start-up, so no statement ever runs under the login. */
export function connection(
  url: string,
  role: DatabaseRole | null,
  settings: ConnectionSettings = {},
): PoolConfig {
  const as = role === null ? '' : ` -c role=${role}`;
  const limits = `-c statement_timeout=${settings.statementTimeout ?? 30_000} -c idle_in_transaction_session_timeout=${FORGOTTEN_MS}`;
  return {
    connectionString: url,
    Client: SafeClient,
    options: `-c search_path=public ${limits}${as}`,
    application_name: settings.name ?? `kyogi:${role ?? 'login'}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
}

/** A pg pool under a role. The loss of an idle connection is logged, and the next query gets a new one. */
export function pool(url: string, role: DatabaseRole | null, settings: PoolSettings = {}): Pool {
  const made = new Pool({ ...connection(url, role, settings), max: settings.size ?? 8 });
  const log = settings.log ?? toStderr;
  made.on('error', (error) => log('idle database connection lost', error));
  return made;
}

/** A TypeORM data source under a role, not yet initialised. It never changes the schema by itself. */
export function dataSource(
  url: string,
  role: DatabaseRole | null,
  settings: DataSourceSettings = {},
): DataSource {
  const log = settings.log ?? toStderr;
  const { connectionString, ...extra } = connection(url, role, settings);
  return new DataSource({
    type: 'postgres',
    url: connectionString,
    entities: settings.entities ?? [],
    synchronize: false,
    poolSize: settings.size ?? 8,
    poolErrorHandler: (error: Error) => log('idle database connection lost', error),
    installExtensions: false,
    extra,
  });
}

function toStderr(message: string, error: Error): void {
  process.stderr.write(`${JSON.stringify({ level: 'warn', msg: message, error: error.message })}\n`);
}
