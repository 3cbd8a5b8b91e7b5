import { z } from 'zod';

const port = (fallback: number) =>
  z.coerce.number('a port from 1 to 65535').int().min(0).max(65_535).default(fallback);
const whole = (min: number, max: number, fallback: number) =>
  z.coerce.number(`a whole number from ${min} to ${max}`).int().min(min).max(max).default(fallback);
const address = (protocols: RegExp, example: string) =>
  z.string(`an address such as ${example}`).refine((text) => {
    try {
      return protocols.test(new URL(text).protocol);
    } catch {
      return false;
    }
  }, `an address such as ${example}`);
const web = (example: string) => address(/^https?:$/, example);

const isServer = (text: string): boolean => {
  try {
    const { protocol, host, pathname, search, hash, username, password } = new URL(text);
    // Throws where a percent sign is not that of an encoded character.
    decodeURIComponent(username + password);
    return /^(nats|tls):$/.test(protocol) && host !== '' && pathname + search + hash === '';
  } catch {
    return false;
  }
};
const servers = z
  .string()
  .refine(
    (text) => text.split(',').every((one) => isServer(one.trim())),
    'addresses such as tls://user:password@a:4222,tls://b:4222, with special characters of the password percent-encoded',
  );

const Algorithm = z.enum(
  ['ES256', 'ES384', 'EdDSA', 'PS256', 'PS384'],
  'ES256, ES384, EdDSA, PS256 or PS384',
);

/** Every variable that Kyogi reads, with its default. `.env.example` is written from it. */
export const Environment = z.object({
  DATABASE_URL: address(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/kyogi').describe(
    'PostgreSQL 15 or newer. The login must be a member of the kyogi_* roles it takes on.',
  ),
  REDIS_URL: address(/^rediss?:$/, 'redis://127.0.0.1:6379')
    .optional()
    .describe('Redis or Valkey with noeviction, for hints only. Absent: hints go through PostgreSQL.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address the processes listen on.'),
  INTAKE_PORT: port(4100).describe('Port of the command door.'),
  HEADQUARTERS_PORT: port(4200).describe('Port of the headquarters queries.'),
  REVIEW_PORT: port(4300).describe('Port of the review worker: health and metrics.'),
  DELIVERY_PORT: port(4500).describe('Port of the feed and of its subscriptions.'),
  EVIDENCE_PORT: port(4600).describe('Port of the transparency log: checkpoints, tiles and proofs.'),
  KYOGI_EVIDENCE_DIR: z
    .string()
    .optional()
    .describe(
      'Folder of the transparency log: its public files, and what was signed last. The evidence process needs it; keep it on another disk than the database.',
    ),
  KYOGI_EVIDENCE_KEY_FILE: z
    .string()
    .optional()
    .describe(
      'Keys that sign checkpoints, one a line; all of them sign. Made at the first start. Absent: <KYOGI_EVIDENCE_DIR>.key.',
    ),
  KYOGI_EVIDENCE_ORIGIN: z
    .string()
    .regex(/^[^\s+]{1,200}$/, 'a name such as kyogi.example/japan, without spaces and plus signs')
    .optional()
    .describe('Name of the transparency log, for good. Absent: kyogi.example/<KYOGI_CABINET>.'),
  KYOGI_EVIDENCE_URL: web('https://log.kyogi.example')
    .transform((url) => url.replace(/\/$/, ''))
    .optional()
    .describe('Where the public reaches the transparency log. Absent: links to it are relative.'),
  KYOGI_WITNESSES: z
    .string()
    .default('')
    .describe('Witnesses that cosign checkpoints: `<vkey> <address>`, with commas between them.'),
  KYOGI_WITNESS_QUORUM: whole(0, 50, 0).describe(
    'Witnesses that must have cosigned a checkpoint before it is published.',
  ),
  EVIDENCE_PER_ADDRESS: whole(1, 10_000_000, 30_000).describe(
    'Requests that one evidence process takes from one address in a minute.',
  ),
  KYOGI_CABINET: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/, 'a name such as japan')
    .default('japan')
    .describe('The cabinet: cabinets/<name>.json and cabinets/<name>.people.json.'),
  KYOGI_CABINET_FILE: z.string().optional().describe('Path of another cabinet file.'),
  KYOGI_PEOPLE_FILE: z.string().optional().describe('Path of another people file.'),
  OIDC_ISSUER: web('https://login.example.go.jp')
    .optional()
    .describe(
      'Issuer whose access tokens are accepted. npm start brings one of its own when this is absent.',
    ),
  OIDC_JWKS_URL: web('https://login.example.go.jp/jwks')
    .optional()
    .describe('Where the public keys of the issuer are. Absent: <OIDC_ISSUER>/jwks.'),
  OIDC_AUDIENCE: z.string().min(1).default('urn:kyogi:api').describe('What `aud` of a token must contain.'),
  OIDC_ALGORITHMS: z
    .string()
    .default('ES256,EdDSA,PS256')
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(Algorithm).min(1))
    .describe('Signature algorithms that are accepted, with commas between them.'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'fatal, error, warn, info, debug, trace or silent',
    )
    .default('info')
    .describe('Least severe line that is logged.'),
  BODY_LIMIT_BYTES: whole(1_024, 104_857_600, 1_048_576).describe('Largest body of one command, bytes.'),
  POOL_SIZE: whole(1, 200, 10).describe('Database connections of one process at most, per role it takes on.'),
  SEQUENCER_BATCH: whole(1, 10_000, 1_000).describe(
    'Events that get their positions in one transaction at most.',
  ),
  RECONCILER_MS: whole(100, 600_000, 2_000).describe(
    'Milliseconds between two looks for work that no hint announced.',
  ),
  REVIEW_CONCURRENCY: whole(1, 200, 8).describe('Work items that one review process handles at once.'),
  SHUTDOWN_DRAIN_MS: whole(0, 60_000, 0).describe(
    'Milliseconds between the moment readiness turns 503 and the closing of the door; a load balancer needs some seconds.',
  ),
  PUBLIC_COMMENTS_PER_ADDRESS: whole(1, 1_000_000, 10).describe(
    'Public comments that one process takes from one address in a minute.',
  ),
  PUBLIC_COMMENTS_PER_MINUTE: whole(1, 1_000_000, 600).describe(
    'Public comments that one process takes from all addresses together in a minute.',
  ),
  WEBHOOK_ALLOWED_HOSTS: z
    .string()
    .default('')
    .describe(
      'Receivers of webhooks that may be called although they are not public, not https or not port 443: name[:port] or network[:port], IPv6 in brackets, with commas between them. Whoever may open a subscription can then send requests to them. Without a port: 443, and 80 for http.',
    ),
  FEED_ORIGIN: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, 'a host name such as kyogi.go.jp')
    .default('kyogi.example')
    .describe('Name by which receivers of webhooks know this sender, when they are asked for their consent.'),
  FEED_RETENTION_DAYS: whole(1, 3_650, 30).describe('Days for which a delivery can be had, taken or not.'),
  FEED_PULLS_PER_MINUTE: whole(1, 1_000_000, 1_200).describe(
    'Requests for events that one delivery process takes from one person in a minute.',
  ),
  FEED_OPEN_PER_PERSON: whole(1, 10_000, 20).describe(
    'Event streams and long polls that one delivery process keeps open for one person at once.',
  ),
  FEED_SUBSCRIPTIONS_PER_ORGAN: whole(1, 100_000, 100).describe(
    'Active subscriptions that one organ may have.',
  ),
  WEBHOOK_WINDOW: whole(1, 1_000, 32).describe(
    'Deliveries by webhook that are under way at once for one subscription.',
  ),
  WEBHOOK_IN_FLIGHT: whole(1, 100_000, 1_024).describe(
    'The same for all subscriptions of one process together; each has an equal share of it.',
  ),
  WEBHOOK_TIMEOUT_MS: whole(100, 60_000, 20_000).describe(
    'Milliseconds until a webhook without an answer counts as failed.',
  ),
  WEBHOOK_FAILING_HOURS: whole(1, 10_000, 120).describe(
    'Hours in which nothing at all was taken after which a subscription by webhook is disabled.',
  ),
  WEBHOOK_REPLAY_RATE: whole(1, 10_000, 50).describe('Deliveries a second that a replay sends at most.'),
  KYOGI_OPEN_DATA_URL: web('https://kyogi.example.go.jp')
    .transform((url) => url.replace(/\/$/, ''))
    .optional()
    .describe('Where the public reaches the register (<this>/open-data). Absent: its links are relative.'),
  OPEN_DATA_PER_ADDRESS: whole(1, 10_000_000, 120).describe(
    'Requests for open data that one headquarters process takes from one address in a minute.',
  ),
  TRUSTED_PROXIES: z
    .string()
    .optional()
    .describe(
      'Addresses or networks of the proxies in front, with commas between them: their X-Forwarded-For is believed. Absent: nobody is.',
    ),
  ALLOWED_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(
      z.array(
        z.url({ protocol: /^https?$/, error: 'origins such as https://desk.example.go.jp, with commas' }),
      ),
    )
    .optional()
    .describe(
      'Origins of the pages that may call this process from a browser, with commas between them. Absent: none, but what is public.',
    ),
  NATS_URL: servers
    .optional()
    .describe(
      'NATS servers with JetStream, with commas between them; the account serves this cabinet alone. Absent: nothing is published.',
    ),
  NATS_CREDENTIALS_FILE: z.string().optional().describe('Path of the NATS credentials (JWT and seed).'),
  NATS_CA_FILE: z
    .string()
    .optional()
    .describe(
      'Path of the certificates (PEM) of the authorities that are believed of NATS servers, and no other; TLS is then demanded. Absent: those that Node knows, with tls://…',
    ),
  NATS_REPLICAS: z.coerce
    .number('a whole number from 1 to 5')
    .int()
    .min(1)
    .max(5)
    .optional()
    .describe('Copies of a stream among the NATS servers. Absent: 3 with three servers or more, else 1.'),
  LEDGER_SOURCE: z
    .union(
      [web('https://delivery.example.go.jp'), servers],
      'https://… of a delivery process, or nats://… or tls://…',
    )
    .optional()
    .describe(
      'Headquarters at a distance: where the ledger is copied from, by pull (https) or JetStream (nats). Absent: the database is the ledger itself.',
    ),
  LEDGER_PULL_URL: web('https://delivery.example.go.jp')
    .optional()
    .describe('With LEDGER_SOURCE=nats://…: the delivery process that fills gaps.'),
  LEDGER_TOKEN_FILE: z
    .string()
    .optional()
    .describe("Path of the access token of headquarters' machine; read anew for every request."),
  RECONCILE_HOUR: whole(0, 23, 3).describe(
    'Hour of the night, in the time zone of the cabinet, from which on headquarters compares itself with the ledger.',
  ),
  KYOGI_MOVABLE_CLOCK: z
    .stringbool('true or false')
    .default(false)
    .describe(
      'Lets the time of decisions and deadlines be moved at /operations/clock, to try things out. Never true where the system is in use.',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: web('http://collector:4318')
    .optional()
    .describe('Where traces go (OTLP over HTTP). Absent: none are made.'),
});
export type Config = z.infer<typeof Environment>;

/** A variable that is wrong or missing; the message has one line per variable: its name and what to set. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the settings from an environment. An empty variable is an absent one. Throws ConfigError. */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]) as keyof Config;
    const state = given[name] === undefined ? 'is not set' : 'has a value that does not fit';
    return `${name} ${state}: give it ${issue.message}. ${Environment.shape[name].description ?? ''}`;
  });
  throw new ConfigError([...new Set(lines)].join('\n'));
};

let read: Config | undefined;

/** The settings of this process, read once. */
export const config = (): Config => (read ??= readConfig(process.env));
