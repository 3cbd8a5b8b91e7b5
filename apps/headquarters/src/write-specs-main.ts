import { projectRoot } from '#platform';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapi } from './openapi.js';

/** Writes the checked-in OpenAPI document of headquarters; `npm run specs` runs it. */
const folder = join(projectRoot(), 'docs', 'api');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'headquarters.openapi.json'), `${JSON.stringify(openapi(), null, 2)}\n`);
