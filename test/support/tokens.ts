import { createHmac, randomUUID } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export const AUDIENCE = 'urn:kyogi:api';

interface Pair {
  publicKey: CryptoKey;
  privateKey: CryptoKey;
  alg: string;
  kid: string;
}

const pair = async (alg: string): Promise<Pair> => ({
  ...(await generateKeyPair(alg, { extractable: true })),
  alg,
  kid: randomUUID(),
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What may differ from a good token. */
export interface TokenParts {
  issuer?: string;
  audience?: string | undefined;
  typ?: string;
  /** Seconds from now. */
  expiresIn?: number;
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  key?: Pair;
  without?: string[];
}

/** Makes access tokens of one issuer: good ones, and one of every wrong kind. */
export class TokenMaker {
  private constructor(
    readonly issuer: string,
    private readonly good: Pair,
    private readonly foreign: Pair,
    private readonly rsa: Pair,
  ) {}

  static async of(issuer: string): Promise<TokenMaker> {
    return new TokenMaker(issuer, await pair('ES256'), await pair('ES256'), await pair('RS256'));
  }

  /** What the issuer publishes: the good key, and an RSA key whose algorithm is not accepted. */
  async jwks(): Promise<{ keys: JWK[] }> {
    const keys = await Promise.all(
      [this.good, this.rsa].map(async ({ publicKey, kid, alg }) => ({
        ...(await exportJWK(publicKey)),
        ...{ kid, alg, use: 'sig' },
      })),
    );
    return { keys };
  }

  async token(subject: string, parts: TokenParts = {}): Promise<string> {
    const { key = this.good } = parts;
    const now = Math.floor(Date.now() / 1_000);
    const claims: Record<string, unknown> = {
      ...{
        iss: parts.issuer ?? this.issuer,
        aud: 'audience' in parts ? parts.audience : AUDIENCE,
        sub: subject,
      },
      ...{ iat: now, exp: now + (parts.expiresIn ?? 600), client_id: 'test', jti: randomUUID() },
      ...parts.claims,
    };
    for (const name of parts.without ?? []) delete claims[name];
    const header = { alg: key.alg, kid: key.kid, typ: parts.typ ?? 'at+jwt', ...parts.header };
    return new SignJWT(claims).setProtectedHeader(header).sign(key.privateKey);
  }

  /** A token of every wrong kind, by its name. */
  async wrong(subject: string): Promise<Record<string, string>> {
    const good = await this.token(subject);
    const [header = '', payload = '', signature = ''] = good.split('.');
    const spki = await exportSPKI(this.good.publicKey);
    const hs256 = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: this.good.kid })}.${payload}`;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const longer = encode({ ...claims, exp: 4_000_000_000 });
    return {
      expired: await this.token(subject, { expiresIn: -60 }),
      'without expiry': await this.token(subject, { without: ['exp'] }),
      'not valid yet': await this.token(subject, { claims: { nbf: Math.floor(Date.now() / 1_000) + 600 } }),
      'without subject': await this.token(subject, { without: ['sub'] }),
      'of a wrong audience': await this.token(subject, { audience: 'urn:other:api' }),
      'without audience': await this.token(subject, { without: ['aud'] }),
      'of a wrong issuer': await this.token(subject, { issuer: 'https://login.example.org' }),
      'an ID token': await this.token(subject, { typ: 'JWT' }),
      'without a type': await this.token(subject, { header: { typ: undefined } }),
      'unsigned (alg none)': `${encode({ alg: 'none', typ: 'at+jwt' })}.${payload}.`,
      'without its signature': `${header}.${payload}.`,
      'signed with the public key (HS256)': `${hs256}.${createHmac('sha256', spki).update(hs256).digest('base64url')}`,
      'of an algorithm that is not accepted': await this.token(subject, { key: this.rsa }),
      "of a foreign key under the issuer's kid": await this.token(subject, {
        key: { ...this.foreign, kid: this.good.kid },
      }),
      'with a kid that is a path': await this.token(subject, {
        key: this.foreign,
        header: { kid: '../../../dev/null' },
      }),
      'with a kid that is SQL': await this.token(subject, {
        key: this.foreign,
        header: { kid: "x' OR '1'='1" },
      }),
      'with a key of its own in the header': await this.token(subject, {
        key: this.foreign,
        header: { jwk: await exportJWK(this.foreign.publicKey) },
      }),
      'with a key address of its own': await this.token(subject, {
        key: this.foreign,
        header: { jku: `${this.issuer}/foreign-jwks` },
      }),
      'with another payload': `${header}.${longer}.${signature}`,
      'no token at all': 'nonsense',
    };
  }
}
