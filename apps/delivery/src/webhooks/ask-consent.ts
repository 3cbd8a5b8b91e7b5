import { Refused, Unreachable } from '../egress/failures.js';
import type { Egress, Receipt } from '../egress/post.js';

/** `silent`: neither yes nor no, but perhaps later. */
export type Reply =
  { kind: 'yes'; rate: number | null } | { kind: 'no'; why: string } | { kind: 'silent'; why: string };

/** Requests a minute that we ask for; more is never sent to one receiver for long. */
const wishedRate = 60_000;

const text = (header: string | string[] | undefined): string => [header ?? ''].flat().join(',').trim();

const rateOf = (header: string): number | null | undefined => {
  if (header === '') return wishedRate;
  if (header === '*') return null;
  return /^[1-9]\d{0,8}$/.test(header) ? Number(header) : undefined;
};

const replyOf = ({ status, headers }: Receipt, origin: string): Reply => {
  if (status === 429 || status >= 500) return { kind: 'silent', why: `it answered OPTIONS with ${status}` };
  if (status < 200 || status > 299) return { kind: 'no', why: `it answered OPTIONS with ${status}` };
  const allowed = text(headers['webhook-allowed-origin']);
  if (allowed !== '*' && allowed.toLowerCase() !== origin)
    return { kind: 'no', why: `it does not allow ${origin} in WebHook-Allowed-Origin` };
  const rate = rateOf(text(headers['webhook-allowed-rate']));
  if (rate === undefined)
    return { kind: 'no', why: 'WebHook-Allowed-Rate must be * or a whole number from 1' };
  return { kind: 'yes', rate };
};

/** Asks a receiver once whether it wants to be called by this origin (CloudEvents 1.0.2, HTTP webhook, section 4). */
export const ask = async (egress: Pick<Egress, 'options'>, url: string, origin: string): Promise<Reply> => {
  const headers = { 'webhook-request-origin': origin, 'webhook-request-rate': String(wishedRate) };
  try {
    return replyOf(await egress.options(url, headers), origin);
  } catch (error) {
    if (error instanceof Refused) return { kind: 'no', why: error.message };
    if (error instanceof Unreachable)
      return { kind: 'silent', why: `it cannot be reached: ${error.message}` };
    throw error;
  }
};
