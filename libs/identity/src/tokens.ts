import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '#contracts';
import { CONFIG, ConfigError, isOutage, type Config } from '#platform';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';

/** Seconds that the clocks of issuer and server may differ. */
const CLOCK_TOLERANCE = 5;
/** A verified token is not verified again for so long, milliseconds; a withdrawn key bites after it. */
const TRUST_MS = 30_000;

/** Issuer and subject of a verified access token: all that is believed of it. */
export interface Account {
  issuer: string;
  subject: string;
}

/** Refuses to boot without an issuer: an app that answers people calls it first. Throws ConfigError. */
export const requireIssuer = (config: Config): void => {
  if (config.OIDC_ISSUER) return;
  throw new ConfigError(
    'OIDC_ISSUER is not set: give it the address of the OpenID provider that signs people in.',
  );
};

const invalid = (detail: string) => new Problem('unauthenticated', detail, { error: 'invalid_token' });

/** Checks access tokens (RFC 9068): issuer, audience, algorithm, type, expiry and the issuer's own keys; nothing from the token steers the check. */
@Injectable()
export class Tokens {
  private readonly keys: JWTVerifyGetKey | undefined;
  private readonly verified = new LRUCache<string, Account & { until: number }>({
    max: 5_000,
    ttl: TRUST_MS,
  });

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { OIDC_ISSUER: issuer, OIDC_JWKS_URL: jwks } = config;
    if (!issuer) return;
    const url = jwks ?? `${issuer.replace(/\/$/, '')}/jwks`;
    this.keys = createRemoteJWKSet(new URL(url), {
      timeoutDuration: 3_000,
      cooldownDuration: 2_000,
      cacheMaxAge: 600_000,
    });
  }

  /** Throws unauthenticated for a token of any wrong kind, unavailable when the issuer's keys cannot be had. */
  async verify(token: string): Promise<Account> {
    const known = this.verified.get(token);
    if (known && Date.now() < known.until) return known;
    const { issuer, subject, expires } = await this.check(token);
    const until = (expires + CLOCK_TOLERANCE) * 1_000;
    this.verified.set(token, { issuer, subject, until });
    return { issuer, subject };
  }

  private async check(token: string): Promise<Account & { expires: number }> {
    if (!this.keys || !this.config.OIDC_ISSUER) throw new Problem('unavailable', 'No issuer is configured.');
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.config.OIDC_ISSUER,
        audience: this.config.OIDC_AUDIENCE,
        algorithms: this.config.OIDC_ALGORITHMS,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCK_TOLERANCE,
      });
      return { issuer: this.config.OIDC_ISSUER, subject: payload.sub ?? '', expires: payload.exp ?? 0 };
    } catch (error) {
      throw refusal(error);
    }
  }
}

/** Whether the keys could not be had, which says nothing about the token. */
const isKeyOutage = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') ||
  (!(error instanceof errors.JOSEError) && isOutage(error));

const refusal = (error: unknown): Problem => {
  if (isKeyOutage(error))
    return new Problem('unavailable', "The issuer's keys cannot be read at the moment.", {
      retryAfterSeconds: 2,
    });
  if (error instanceof errors.JWTExpired) return invalid('The access token has expired; get a new one.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return invalid(`The access token's "${error.claim}" is not the one this API takes.`);
  return invalid('This is not an access token of the issuer this API trusts.');
};
