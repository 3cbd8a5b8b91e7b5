// Classes of SQLSTATE that say nothing about the event: connection, rollback by contention, resources, operator, system.
const OUTAGE = ['08', '40', '53', '57', '58'];
const NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
];

/** Whether the database, and not the event, is at fault: then the same thing may be tried again. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string')
    return NETWORK.includes(code) || (code.length === 5 && OUTAGE.includes(code.slice(0, 2)));
  return /connection terminated|client has encountered a connection error|not queryable/i.test(error.message);
}
