import { createSocket } from 'node:dgram';
import { isIP } from 'node:net';

/** Addresses of a name; with several lists, one after the other, the last for ever. */
export type Zone = Record<string, string[][]>;

const questionOf = (query: Buffer): { name: string; type: number; end: number } => {
  const labels: string[] = [];
  let at = 12;
  for (let size = query[at] ?? 0; size > 0; size = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + size));
    at += 1 + size;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
};

const wire = (address: string): Buffer => {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail = ''] = address.split('::');
  const words = (text: string): string[] => text.split(':').filter((word) => word !== '');
  const zeros = Array<string>(8 - words(head).length - words(tail).length).fill('0');
  return Buffer.from(
    [...words(head), ...zeros, ...words(tail)].map((word) => word.padStart(4, '0')).join(''),
    'hex',
  );
};

/** A name server on loopback that answers A and AAAA from a zone, without any age. */
export const startNameServer = async (zone: Zone): Promise<{ address: string; close: () => void }> => {
  const asked = new Map<string, number>();
  const socket = createSocket('udp4', (query, from) => {
    const { name, type, end } = questionOf(query);
    const lists = zone[name] ?? [];
    const key = `${name} ${type}`;
    const turn = asked.get(key) ?? 0;
    asked.set(key, turn + 1);
    const family = type === 28 ? 6 : 4;
    const found = (lists[Math.min(turn, lists.length - 1)] ?? []).filter((one) => isIP(one) === family);
    const head = Buffer.from(query.subarray(0, 12));
    head.writeUInt16BE(lists.length > 0 ? 0x8580 : 0x8583, 2);
    for (const [at, count] of [
      [4, 1],
      [6, found.length],
      [8, 0],
      [10, 0],
    ] as const)
      head.writeUInt16BE(count, at);
    const answers = found.map((address) => {
      const data = wire(address);
      return Buffer.concat([Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length]), data]);
    });
    socket.send(Buffer.concat([head, query.subarray(12, end), ...answers]), from.port, from.address);
  });
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  return { address: `127.0.0.1:${socket.address().port}`, close: () => void socket.close() };
};
