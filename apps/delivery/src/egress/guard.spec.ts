import { isPublic } from './addresses.js';
import { Exceptions } from './exceptions.js';
import { Refused } from './failures.js';
import { requireAllowed } from './guard.js';
import { targetOf } from './target.js';
import { retryAfterMs } from './retry-after.js';

const goes = (allowed: string, url: string, ...addresses: string[]): boolean => {
  const exceptions = new Exceptions(allowed);
  try {
    requireAllowed(targetOf(url, exceptions), addresses, exceptions);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

describe('what may be called', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
  ])('is the public Internet of IPv4, up to its edges: %s', (address) =>
    expect(isPublic(address)).toBe(true),
  );

  it.each([
    '169.253.0.1',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.0.1',
    '198.17.0.1',
    '198.20.0.0',
    '223.255.255.255',
  ])('is the public Internet of IPv4, also here: %s', (address) => expect(isPublic(address)).toBe(true));

  it.each(['2001:200::1', '2400:4050::1', '2606:4700::1111', '2a00:1450::1', '3ffe::1'])(
    'is the public Internet of IPv6: %s',
    (address) => expect(isPublic(address)).toBe(true),
  );

  it('is https on port 443, unless an exception says more', () => {
    expect(goes('', 'https://hooks.example.jp/', '9.9.9.9')).toBe(true);
    expect(goes('', 'https://hooks.example.jp:8443/', '9.9.9.9')).toBe(false);
    expect(goes('', 'http://hooks.example.jp/', '9.9.9.9')).toBe(false);
  });

  it('is, of a name that is excepted, this port alone, and any address that is not closed', () => {
    const allowed = 'hooks.go.jp:8443, other.go.jp';
    expect(goes(allowed, 'https://hooks.go.jp:8443/', '10.0.0.1')).toBe(true);
    expect(goes(allowed, 'http://HOOKS.go.jp.:8443/', '10.0.0.1')).toBe(true);
    expect(goes(allowed, 'https://hooks.go.jp/', '10.0.0.1')).toBe(false);
    expect(goes(allowed, 'https://x.hooks.go.jp:8443/', '10.0.0.1')).toBe(false);
    expect(goes(allowed, 'https://other.go.jp/', '10.0.0.1')).toBe(true);
    expect(goes(allowed, 'http://other.go.jp/', '10.0.0.1')).toBe(true);
    expect(goes(allowed, 'https://other.go.jp:8443/', '10.0.0.1')).toBe(false);
    for (const closed of [
      '169.254.169.254',
      '0.0.0.0',
      '224.0.0.1',
      'fe80::1',
      'fd00:ec2::254',
      '100.100.100.200',
    ])
      expect(goes(allowed, 'https://other.go.jp/', closed)).toBe(false);
  });

  it('is, of a network that is excepted, what lies in it alone', () => {
    const allowed = '10.20.0.0/16,[fd12:3456::/32]:8443,192.168.7.7:9000';
    expect(goes(allowed, 'https://a.go.jp/', '10.20.1.1')).toBe(true);
    expect(goes(allowed, 'https://a.go.jp/', '10.20.1.1', '9.9.9.9')).toBe(true);
    expect(goes(allowed, 'https://a.go.jp/', '10.20.1.1', '10.21.1.1')).toBe(false);
    expect(goes(allowed, 'http://a.go.jp/', '9.9.9.9')).toBe(false);
    expect(goes(allowed, 'https://[fd12:3456::9]:8443/', 'fd12:3456::9')).toBe(true);
    expect(goes(allowed, 'https://[fd12:3457::9]:8443/', 'fd12:3457::9')).toBe(false);
    expect(goes(allowed, 'http://192.168.7.7:9000/', '192.168.7.7')).toBe(true);
    expect(goes(allowed, 'http://192.168.7.8:9000/', '192.168.7.8')).toBe(false);
    expect(goes('0.0.0.0/0,[::/0]', 'https://a.go.jp/', '169.254.169.254')).toBe(false);
  });

  it('is nothing when there is no address', () => {
    expect(goes('hooks.go.jp', 'https://hooks.go.jp/')).toBe(false);
  });

  it.each(['10.0.0.0/33', 'a b', 'fd00::/8', 'host:', '*', '*.go.jp', 'https://host', '10.0.0.300/8'])(
    'is not configured by what is no exception: %s',
    (text) => expect(() => new Exceptions(text)).toThrow(),
  );
});

describe('Retry-After', () => {
  it('is seconds or a date, and else nothing', () => {
    const now = Date.parse('2026-04-01T00:00:00Z');
    expect(retryAfterMs('120', now)).toBe(120_000);
    expect(retryAfterMs('Wed, 01 Apr 2026 00:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterMs('Tue, 31 Mar 2026 00:01:00 GMT', now)).toBe(0);
    for (const odd of [undefined, '', '-5', '1e9', 'soon', '9'.repeat(400)])
      expect(retryAfterMs(odd, now)).toBe(undefined);
  });
});
