import { request as plain, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Exceptions } from '../../apps/delivery/src/egress/exceptions';
import { requireAllowed } from '../../apps/delivery/src/egress/guard';
import { resolver } from '../../apps/delivery/src/egress/names';
import { targetOf, type Target } from '../../apps/delivery/src/egress/target';

export interface Naive {
  allowed: string;
  port: number;
  nameServer: string;
}

const send = (url: string, lookup: LookupFunction): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? secure : plain;
    request(url, { method: 'POST', lookup, timeout: 1_000 }, resolve).on('error', reject).end('{}');
  });

const answering =
  (ask: () => Promise<string[]>): LookupFunction =>
  (_, { all }, answer) =>
    void ask().then(
      (found) => {
        const addresses = found.map((address) => ({ address, family: isIP(address) }));
        if (all) answer(null, addresses);
        else answer(null, addresses[0]?.address ?? '', addresses[0]?.family);
      },
      (error: Error) => answer(error, '', 4),
    );

/** Known bad: checks well, then lets the client look the name up again and follow where it is sent. */
export const checkThenFetch = ({ allowed, port, nameServer }: Naive) => {
  const [exceptions, resolve] = [new Exceptions(allowed), resolver([nameServer])];
  return async (url: string): Promise<unknown> => {
    const target = targetOf(url, exceptions, port);
    requireAllowed(target, await resolve(target.host, false), exceptions);
    const answer = await send(
      url,
      answering(() => resolve(target.host, false)),
    );
    const { location } = answer.headers;
    return location === undefined
      ? answer
      : send(
          location,
          answering(() => resolve(new URL(location).hostname, false)),
        );
  };
};

/** Known bad: checks in the lookup only, which is not asked about an address written as such. */
export const checkInLookup = ({ allowed, port, nameServer }: Naive) => {
  const [exceptions, resolve] = [new Exceptions(allowed), resolver([nameServer])];
  const checked = async (target: Target): Promise<string[]> => {
    const found = await resolve(target.host, false);
    requireAllowed(target, found, exceptions);
    return found;
  };
  return async (url: string): Promise<unknown> => {
    const target = targetOf(url, exceptions, port);
    return send(
      url,
      answering(() => checked(target)),
    );
  };
};
