import type { EntityManager } from 'typeorm';

const memories = new WeakMap<EntityManager, Map<string, unknown>>();

/**
 * The document a projection keeps of a case, read once per transaction. What is remembered dies with the transaction, so
 * that a rolled-back one leaves no trace. `table` has the columns dossier_id and doc.
 */
export async function recall<Doc>(
  tx: EntityManager,
  table: string,
  dossierId: string,
): Promise<Doc | undefined> {
  const memory = memoryOf(tx);
  const key = `${table} ${dossierId}`;
  if (!memory.has(key)) {
    const rows = await tx.query<{ doc: Doc }[]>(`SELECT doc FROM ${table} WHERE dossier_id = $1`, [
      dossierId,
    ]);
    memory.set(key, rows[0]?.doc);
  }
  return memory.get(key) as Doc | undefined;
}

/** Says what the table holds from now on; the caller writes it. */
export function remember(tx: EntityManager, table: string, dossierId: string, doc: unknown): void {
  memoryOf(tx).set(`${table} ${dossierId}`, doc);
}

function memoryOf(tx: EntityManager): Map<string, unknown> {
  const memory = memories.get(tx) ?? new Map<string, unknown>();
  memories.set(tx, memory);
  return memory;
}
