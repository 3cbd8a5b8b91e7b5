import { Problem } from '#contracts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const random = /^[\w-]{22,255}$/;
const wanted = 'a UUID, or 22 to 255 random characters of A-Z a-z 0-9 _ -, new for every new request';

/**
 * The key of an Idempotency-Key header, bare or as a quoted string of structured fields. Throws when it is missing, or too short to hold
 * 128 random bits.
 */
export const idempotencyKey = (header: string | string[] | undefined): string => {
  if (header === undefined || header === '')
    throw new Problem('idempotency-key-missing', `Send the header Idempotency-Key: ${wanted}.`);
  const text = Array.isArray(header) ? header.join(',') : header;
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text;
  if (!uuid.test(key) && !random.test(key))
    throw new Problem('invalid-request', `The Idempotency-Key must be ${wanted}.`, {
      faults: [{ path: 'Idempotency-Key', message: `must be ${wanted}` }],
    });
  return key;
};
