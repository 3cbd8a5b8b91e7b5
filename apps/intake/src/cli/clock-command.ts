import { z } from 'zod';
import { addressOf } from './access.js';
import { misuse, Stop } from './stop.js';
import { say } from './summary.js';

/** Review first: while it passes the deadlines on the way, nobody can act after them. */
const processes = [
  ['review', 'KYOGI_REVIEW_URL'],
  ['intake', 'KYOGI_INTAKE_URL'],
  ['headquarters', 'KYOGI_HEADQUARTERS_URL'],
] as const;

const Stand = z.object({ now: z.string() });
const Refusal = z.object({ detail: z.string() });
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

const ask = async (name: string, url: string, now: string | undefined): Promise<string> => {
  const put = {
    method: 'PUT',
    body: JSON.stringify({ now }),
    headers: { 'content-type': 'application/json' },
  };
  const response = await fetch(`${url}/operations/clock`, now === undefined ? {} : put).catch(
    () => undefined,
  );
  if (!response) throw new Stop(`${name} at ${url} does not answer; is the system running?`);
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.status === 404)
    throw new Stop('The clock of this system is real; start it with KYOGI_MOVABLE_CLOCK=true.');
  if (!response.ok) throw new Stop(`${name}: ${Refusal.safeParse(answer).data?.detail ?? response.status}`);
  return Stand.parse(answer).now;
};

/** The instant that `clock` was asked for, in UTC; undefined when it only asks where the clocks are. Throws a Stop. */
export const wantedInstant = (args: readonly string[]): string | undefined => {
  const given = args.filter((arg, i) => !arg.startsWith('--cabinet') && args[i - 1] !== '--cabinet');
  const [instant, ...more] = given;
  if (more.length > 0) throw misuse(`One instant at a time: ${more.join(' ')} is too much.`);
  if (instant === undefined) return undefined;
  if (instantForm.test(instant) && !Number.isNaN(Date.parse(instant))) return new Date(instant).toISOString();
  throw misuse(`${instant} is no instant; write it like 2026-06-03T17:00+09:00.`);
};

/** Moves the clocks of the three processes, one after another; without an instant it leaves them. Says where each is. */
export const moveClocks = async (now: string | undefined): Promise<{ name: string; now: string }[]> => {
  const stands = [];
  for (const [name, variable] of processes)
    stands.push({ name, now: await ask(name, addressOf(variable), now) });
  return stands;
};

/** `clock [<instant>]`. */
export const clockCommand = async (args: readonly string[]): Promise<void> => {
  for (const { name, now } of await moveClocks(wantedInstant(args))) say(`${name.padEnd(12)}  ${now}`);
};
