import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dossierTypes } from '#contracts';
import { envExample, projectRoot } from '#platform';
import { intakeDocument } from './openapi.js';
import { procedurePage } from './procedure-page.js';

const pages = dossierTypes.map(
  (type) => [`docs/procedures/${type.type}.md`, () => procedurePage(type)] as const,
);

/** Files that are generated and checked in, by path from the project's root. */
const generated = {
  'docs/api/intake.openapi.json': () => `${JSON.stringify(intakeDocument(), null, 2)}\n`,
  '.env.example': envExample,
  ...Object.fromEntries(pages),
};

for (const [path, text] of Object.entries(generated)) {
  const file = join(projectRoot(), path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text());
  process.stdout.write(`wrote ${path}\n`);
}
