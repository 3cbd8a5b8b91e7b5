import { projectRoot } from '#platform';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from './openapi.js';

/** Writes the checked-in OpenAPI document of the evidence process; `npm run specs` runs it. */
const path = 'docs/api/evidence.openapi.json';
const file = join(projectRoot(), path);
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, `${JSON.stringify(openapi(), null, 2)}\n`);
process.stdout.write(`wrote ${path}\n`);
