import { randomUUID } from 'node:crypto';
import { nkeys } from '@nats-io/transport-node';

type Keys = ReturnType<typeof nkeys.createUser>;

const base64 = (value: object | Uint8Array): string =>
  Buffer.from(value instanceof Uint8Array ? value : JSON.stringify(value)).toString('base64url');

/** A JWT as NATS has them: signed with the ed25519 key of whoever answers for the subject. */
const jwt = (issuer: Keys, subject: Keys, nats: object): string => {
  const times = { jti: randomUUID(), iat: Math.floor(Date.now() / 1_000) };
  const claims = { ...times, iss: issuer.getPublicKey(), sub: subject.getPublicKey(), name: 'test', nats };
  const told = `${base64({ typ: 'JWT', alg: 'ed25519-nkey' })}.${base64(claims)}`;
  return `${told}.${base64(issuer.sign(Buffer.from(told)))}`;
};

const account = (limits: object) => ({
  ...{ type: 'account', version: 2, default_permissions: { pub: {}, sub: {} } },
  limits: {
    ...{ subs: -1, data: -1, payload: -1, imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1 },
    ...limits,
  },
});

/** An operator of NATS with an account that has JetStream; its servers believe JWTs, and know no password. */
export class NatsOperator {
  private readonly account = nkeys.createAccount();
  /** What the configuration of a server says of it. */
  readonly configuration: string;

  constructor() {
    const [operator, system] = [nkeys.createOperator(), nkeys.createAccount()];
    const stores = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 };
    const accounts = [
      [system, account({})],
      [this.account, account(stores)],
    ] as const;
    this.configuration = [
      `operator: ${jwt(operator, operator, { type: 'operator', version: 2, system_account: system.getPublicKey() })}`,
      `system_account: ${system.getPublicKey()}`,
      'resolver: MEMORY',
      `resolver_preload { ${accounts.map(([keys, is]) => `${keys.getPublicKey()}: ${jwt(operator, keys, is)}`).join('\n')} }`,
    ].join('\n');
  }

  /** The credentials file of a new user, for whom the account answers, or a stranger whom no server knows. */
  credentials(answers = this.account): string {
    const user = nkeys.createUser();
    const may = { pub: {}, sub: {}, subs: -1, data: -1, payload: -1, type: 'user', version: 2 };
    const parts = {
      'USER JWT': jwt(answers, user, may),
      'USER NKEY SEED': Buffer.from(user.getSeed()).toString(),
    };
    return Object.entries(parts)
      .map(([name, text]) => `-----BEGIN NATS ${name}-----\n${text}\n------END NATS ${name}------\n`)
      .join('\n');
  }
}
