import type { Cabinet, LedgerEvent } from '#contracts';
import type { LedgerEvent as StoredEvent } from '#event-store';
import type { EntityManager } from 'typeorm';

/** A read model: what its tables are and what each event does to them. One file each; see index.ts. */
export interface ReadModel {
  name: 'dossiers' | 'timeline' | 'inbox' | 'dwell' | 'precedents' | 'publications';
  /** A change of the tables or of what an event does to them takes the next one, and the model is rebuilt from the ledger. */
  version: number;
  /** Statements that make the tables, names unqualified: they run with the generation's schema as search_path. */
  tables: string;
  /** Writes the consequences of one event, with `tx` only. Must depend on nothing but the ledger and the cabinet. */
  project(event: LedgerEvent, tx: EntityManager, cabinet: Cabinet): Promise<void>;
  /** The same for an event of a stream that is no dossier; absent: they mean nothing to the model. */
  projectBeside?(event: StoredEvent, tx: EntityManager): Promise<void>;
}

/**
 * The organs whose eyes the query runs with. A sub-select, so that it is computed once per query and not per row. After a
 * transaction the setting is '' and not NULL: both mean nobody.
 */
export const MINE = `(SELECT string_to_array(nullif(current_setting('kyogi.readers', true), ''), ','))`;

/** Row-level security of a table: the projector writes everything, a reader sees the rows for which `open` holds. */
export const secured = (table: string, open: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY project ON ${table} FOR ALL TO kyogi_projector USING (true) WITH CHECK (true);
  CREATE POLICY read ON ${table} FOR SELECT TO kyogi_reader USING (${open});
  GRANT SELECT ON ${table} TO kyogi_reader;`;

/** The same for a table of the projector's own memory, which no query reads. */
export const hidden = (table: string): string => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY project ON ${table} FOR ALL TO kyogi_projector USING (true) WITH CHECK (true);`;
