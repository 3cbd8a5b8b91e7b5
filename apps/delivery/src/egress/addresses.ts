import { BlockList, SocketAddress, isIP } from 'node:net';

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** A list of networks such as `10.0.0.0/8`. Throws when one is none. */
export const networks = (...blocks: string[]): BlockList => {
  const list = new BlockList();
  for (const block of blocks) {
    const [network = '', bits] = block.split('/');
    if (isIP(network) === 0) throw new TypeError(`${block} is not a network`);
    list.addSubnet(network, Number(bits ?? (isIP(network) === 6 ? 128 : 32)), family(network));
  }
  return list;
};

/** Whether a network of the list has the address. The mapped form of an IPv4 address is in the networks of the address, too. */
export const isWithin = (list: BlockList, address: string): boolean => list.check(address, family(address));

/** An address in its one spelling, so that two can be compared. */
export const spelled = (address: string): string =>
  new SocketAddress({ address: address.replace(/%.*$/, ''), family: family(address) }).address;

/** Of no use to anyone but the machine itself or its keeper (metadata of clouds): no setting opens these. */
const closed = networks(
  ...['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4', '100.100.100.200/32', '168.63.129.16/32'],
  ...['192.0.0.192/32', '::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::/32'],
);

/** Not of the public Internet: IANA's registries of special addresses, and every way to write an IPv4 address as an IPv6 one. */
const inside = networks(
  ...['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  // 2001::/23 has Teredo, benchmarks and ORCHID; 2001:db8::/32 and 3fff::/20 are for documents; 2002::/16 is 6to4.
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
);

/** All that is assigned for use in public. Mapped, NAT64, ULA, link-local and what is not assigned lies outside. */
const assigned = networks('2000::/3');

/** Whether no setting may open this address. */
export const isClosed = (address: string): boolean => isWithin(closed, address);

/** Whether an address of IPv4 or IPv6 is one of the public Internet. */
export const isPublic = (address: string): boolean =>
  !isClosed(address) && !isWithin(inside, address) && (isIP(address) === 4 || isWithin(assigned, address));
