import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { readJson, writeJson } from '../support/files.mjs';

/**
 * Signing key (ES256) and cookie secret, kept so that tokens and sessions outlive a restart.
 * @param {string} file readable by its owner only
 * @returns {{ jwks: { keys: object[] }, cookieKeys: string[] }}
 */
export function issuerKeys(file) {
  const known = readJson(file);
  if (known?.jwks?.keys?.length) return known;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: randomUUID() };
  const fresh = { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] };
  writeJson(file, fresh, 0o600);
  return fresh;
}
