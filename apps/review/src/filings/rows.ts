/** Whatever runs SQL and gives rows: a TypeORM manager, or a pg pool by its `rows`. */
export type Rows = (sql: string, values: unknown[]) => Promise<unknown[]>;
