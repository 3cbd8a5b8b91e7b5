import { migrate } from './migrate.js';

/** The process that migrates: environment DATABASE_URL; exit code 0 when the schema is current. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: give it a postgres:// address');
  const done = await migrate(url);
  process.stdout.write(done.length === 0 ? 'schema is current\n' : `migrated: ${done.join(', ')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`migration failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
