import type { EntityManager } from 'typeorm';

type Row = Record<string, unknown>;

interface Memory {
  docs: Map<string, unknown>;
  /** Rows to be written or, when `gone`, removed, by table and key; of one key the last stands. */
  pending: Map<Table, Map<string, { row: Row; gone: boolean }>>;
}

/** A table that is written by whole rows. */
export interface Table {
  name: string;
  key: readonly string[];
}

const memories = new WeakMap<EntityManager, Memory>();

const nameOf = (key: readonly unknown[]) => key.map(String).join(' ');

/**
 * The document a projection keeps under a key, read once per transaction. What is remembered dies with the transaction, so that a
 * rolled-back one leaves no trace. The table has a column doc.
 */
export async function recall<Doc>(
  tx: EntityManager,
  table: Table,
  ...key: (string | number)[]
): Promise<Doc | undefined> {
  const { docs } = memoryOf(tx);
  const name = `${table.name} ${nameOf(key)}`;
  if (!docs.has(name)) {
    const where = table.key.map((column, i) => `${column} = $${i + 1}`).join(' AND ');
    const rows = await tx.query<{ doc: Doc }[]>(`SELECT doc FROM ${table.name} WHERE ${where}`, key);
    docs.set(name, rows[0]?.doc);
  }
  return docs.get(name) as Doc | undefined;
}

/** Writes a whole row, at the end of the transaction. */
export function put(tx: EntityManager, table: Table, row: Row): void {
  change(tx, table, row, false);
}

/** Removes the row of a key, at the end of the transaction. */
export function remove(tx: EntityManager, table: Table, key: Row): void {
  change(tx, table, key, true);
}

function change(tx: EntityManager, table: Table, row: Row, gone: boolean): void {
  const { docs, pending } = memoryOf(tx);
  const rows = pending.get(table) ?? new Map<string, { row: Row; gone: boolean }>();
  pending.set(table, rows);
  const name = nameOf(table.key.map((column) => row[column]));
  rows.set(name, { row, gone });
  if (gone || 'doc' in row) docs.set(`${table.name} ${name}`, row.doc);
}

/** Writes all that was put, one statement per table: a rebuild is some ten times faster than row by row. */
export async function flush(tx: EntityManager): Promise<void> {
  const { pending } = memoryOf(tx);
  for (const [table, changes] of pending) {
    const all = [...changes.values()];
    await upsert(tx, table, rowsOf(all, false));
    await erase(tx, table, rowsOf(all, true));
  }
  pending.clear();
}

const rowsOf = (all: { row: Row; gone: boolean }[], wanted: boolean): Row[] =>
  all.filter(({ gone }) => gone === wanted).map(({ row }) => row);

async function erase(tx: EntityManager, { name, key }: Table, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = key.join(', ');
  await tx.query(
    `DELETE FROM ${name} WHERE (${columns}) IN (SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1))`,
    [JSON.stringify(rows)],
  );
}

async function upsert(tx: EntityManager, { name, key }: Table, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
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
    pending: new Map<Table, Map<string, { row: Row; gone: boolean }>>(),
  };
  memories.set(tx, memory);
  return memory;
}
