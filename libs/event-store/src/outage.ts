import type { EntityManager } from 'typeorm';

// Classes of SQLSTATE that say nothing about the event: connection, rollback by contention, resources, operator, system.
const OUTAGE = ['08', '40', '53', '57', '58'];
const ABORTED = '25P02';

/**
 * Whether the database, and not the event, is at fault: then the same thing may be tried again. Drivers have many words for a lost
 * connection, so it is not the error that is believed but the connection: an event is at fault only if that still answers.
 */
export async function isOutage(error: unknown, tx: EntityManager): Promise<boolean> {
  if (OUTAGE.includes(sqlState(error).slice(0, 2))) return true;
  try {
    await tx.query('SELECT 1');
    return false;
  } catch (now) {
    return sqlState(now) !== ABORTED;
  }
}

function sqlState(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' && code.length === 5 ? code : '';
}
