import { isIPv6 } from 'node:net';

const groups = (part: string): string[] => part.split(':').filter((group) => group !== '');

/** Whom a limit is of: an IPv4 address, or the /64 that one sender has of IPv6 as a whole. */
export const networkOf = (address: string): string => {
  // An IPv4 address in IPv6 clothes is one sender.
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const [first, last] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  const whole = [...first, ...zeros, ...last].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${whole.slice(0, 4).join(':')}::/64`;
};
