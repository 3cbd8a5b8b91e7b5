import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample, projectRoot } from '#platform';
import { intakeDocument } from './openapi.js';

/** Files that are generated and checked in, by path from the project's root. */
const generated = {
  'docs/api/intake.openapi.json': () => `${JSON.stringify(intakeDocument(), null, 2)}\n`,
  '.env.example': envExample,
};

for (const [path, text] of Object.entries(generated)) {
  const file = join(projectRoot(), path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text());
  process.stdout.write(`wrote ${path}\n`);
}
