import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

/* Certificates of X.509, as much of it as a test needs; so that no program for it has to be installed. */

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...(length < 128 ? [length] : long)]), body]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const bits = (body: Buffer): Buffer => der(0x03, Buffer.from([0]), body);

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
const timeOf = (day: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(day).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
const extension = (id: string, body: Buffer): Buffer => sequence(oid(id), der(0x04, body));
const isAuthority = extension('551d13', sequence(der(0x01, Buffer.from([0xff]))));
const namesOf = (names: readonly string[]): Buffer =>
  extension(
    '551d11',
    sequence(
      ...names.map((name) =>
        isIP(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name)),
      ),
    ),
  );

const DAY_MS = 86_400_000;

/** An authority of its own that certifies servers for a day. */
export class Authority {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  /** Its own certificate, PEM. */
  readonly pem: string;

  constructor(private readonly name: string) {
    this.pem = this.certificate(this.keys.publicKey, name, isAuthority);
  }

  /** A key and its certificate, PEM, for host names and IPv4 addresses. */
  issue(...names: string[]): { certificate: string; key: string } {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    return { key, certificate: this.certificate(publicKey, names[0]!, namesOf(names)) };
  }

  private certificate(key: KeyObject, name: string, tells: Buffer): string {
    const now = Date.now();
    const told = sequence(
      ...[der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.from([1, ...randomBytes(7)]))],
      ...[ecdsaWithSha256, nameOf(this.name), sequence(timeOf(now - DAY_MS), timeOf(now + DAY_MS))],
      ...[nameOf(name), key.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(tells))],
    );
    const signed = sequence(told, ecdsaWithSha256, bits(sign('sha256', told, this.keys.privateKey)));
    const lines = signed.toString('base64').replace(/.{64}/g, '$&\n');
    return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
  }
}
