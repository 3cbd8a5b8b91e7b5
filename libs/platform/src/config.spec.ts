import { ConfigError, readConfig } from './config.js';

const DATABASE_URL = 'postgres://kyogi@localhost/kyogi';

describe('the configuration', () => {
  it('has a default for everything but the database', () => {
    const config = readConfig({ DATABASE_URL });
    expect(config).toMatchObject({
      INTAKE_PORT: 4100,
      KYOGI_CABINET: 'japan',
      OIDC_ALGORITHMS: ['ES256', 'EdDSA', 'PS256'],
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ DATABASE_URL, REDIS_URL: '', INTAKE_PORT: '' })).toMatchObject({ INTAKE_PORT: 4100 });
  });

  it.each([
    ['DATABASE_URL', 'localhost:5432'],
    ['REDIS_URL', 'http://redis'],
    ['INTAKE_PORT', 'many'],
    ['INTAKE_PORT', '70000'],
    ['OIDC_ALGORITHMS', 'HS256'],
    ['OIDC_ALGORITHMS', 'none'],
    ['OIDC_ISSUER', 'login'],
    ['LOG_LEVEL', 'loud'],
    ['BODY_LIMIT_BYTES', '-1'],
    ['NATS_URL', 'https://a:4222'],
    ['NATS_URL', 'tls://user:50%off@a:4222'],
    ['NATS_URL', 'tls://user:half,half@a:4222'],
    ['NATS_URL', 'tls://user:1#2@a:4222'],
    ['LEDGER_SOURCE', 'tls://user:1?2@a:4222'],
  ])('refuses %s=%s with one line that names it and does not repeat the value', (name, value) => {
    const attempt = () => readConfig({ DATABASE_URL, [name]: value });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(new RegExp(`^${name} has a value that does not fit: give it .+\\.`));
    if (value.length > 5) expect(attempt).not.toThrow(value);
  });

  it('takes NATS servers, with a password that is percent-encoded', () => {
    const NATS_URL = 'tls://user:50%25%2C%20%23%3F%2F%40@a:4222, tls://[::1]:4222';
    expect(readConfig({ DATABASE_URL, NATS_URL })).toMatchObject({ NATS_URL });
  });

  it('says what is missing', () => {
    expect(() => readConfig({})).toThrow(/^DATABASE_URL is not set: give it an address such as postgres:/);
  });
});
