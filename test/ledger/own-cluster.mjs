// A durable PostgreSQL of its own, for a spec that crashes it. Prints its address; ends with its standard input.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../scripts/services/postgres.mjs';

const dir = mkdtempSync(path.join(os.tmpdir(), 'kyogi-soak-'));
const { env, first } = await startPostgres({ dir, durable: true });
console.log(env.DATABASE_URL);
process.stdin.resume();
process.stdin.once('end', async () => {
  await (await first).stop();
  rmSync(dir, { recursive: true, force: true });
  process.exit(0);
});
