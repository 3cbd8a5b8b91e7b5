import type { EntityManager } from 'typeorm';

type Row = Record<string, unknown>;

interface Memory {
  docs: Map<string, unknown>;
  /** Rows to be written, by table and key; of one key the last stands. */
  pending: Map<Table, Map<string, Row>>;
}

/** A table that is written by whole rows. */
export interface Table {
  name: string;
  key: readonly string[];
}

const memories = new WeakMap<EntityManager, Memory>();

/**
 * The document a projection keeps of a case, read once per transaction. What is remembered dies with the transaction, so
 * that a rolled-back one leaves no trace. The table has the columns dossier_id and doc.
 */
export async function recall<Doc>(
  tx: EntityManager,
  table: Table,
  dossierId: string,
): Promise<Doc | undefined> {
  const { docs } = memoryOf(tx);
  const key = `${table.name} ${dossierId}`;
  if (!docs.has(key)) {
    const rows = await tx.query<{ doc: Doc }[]>(`SELECT doc FROM ${table.name} WHERE dossier_id = $1`, [
      dossierId,
    ]);
    docs.set(key, rows[0]?.doc);
  }
  return docs.get(key) as Doc | undefined;
}

/** Writes a whole row, at the end of the transaction. */
export function put(tx: EntityManager, table: Table, row: Row): void {
  const { docs, pending } = memoryOf(tx);
  const rows = pending.get(table) ?? new Map<string, Row>();
  pending.set(table, rows);
  rows.set(table.key.map((column) => String(row[column])).join(' '), row);
  if ('doc' in row) docs.set(`${table.name} ${String(row.dossier_id)}`, row.doc);
}

/** Writes all that was put, one statement per table: a rebuild is some ten times faster than row by row. */
export async function flush(tx: EntityManager): Promise<void> {
  const { pending } = memoryOf(tx);
  for (const [table, rows] of pending) await upsert(tx, table, [...rows.values()]);
  pending.clear();
}

async function upsert(tx: EntityManager, { name, key }: Table, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0]!);
  const changed = columns.filter((column) => !key.includes(column));
  await tx.query(
    `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${name}, $1)
     ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}

function memoryOf(tx: EntityManager): Memory {
  const memory = memories.get(tx) ?? {
    docs: new Map<string, unknown>(),
    pending: new Map<Table, Map<string, Row>>(),
  };
  memories.set(tx, memory);
  return memory;
}
