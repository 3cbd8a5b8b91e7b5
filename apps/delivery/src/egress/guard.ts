import { isClosed, isPublic } from './addresses.js';
import type { Exceptions } from './exceptions.js';
import { Refused } from './failures.js';
import type { Target } from './target.js';

/** Throws Refused unless every one of the addresses may be called for this target. */
export const requireAllowed = (target: Target, addresses: string[], exceptions: Exceptions): void => {
  const { host, port, usual } = target;
  const named = exceptions.names(host, port);
  const allowed = (address: string): boolean =>
    !isClosed(address) && ((usual && isPublic(address)) || named || exceptions.covers(address, port));
  // One that is not allowed condemns them all: which of them is connected to is not ours to say.
  if (addresses.length === 0 || !addresses.every(allowed))
    throw new Refused(`${host} leads to an address that is not of the public Internet`);
};
