import { existsSync } from 'node:fs';
import { prepare } from './prepare.mjs';
import { runStep } from './system/run-step.mjs';
import { inRoot } from './support/project.mjs';
import { runMain, say, Stop } from './support/say.mjs';

const script = 'dist/apps/intake/src/write-specs-main.js';

// Writes what is generated and checked in: docs/api (OpenAPI) and .env.example.
await runMain(async () => {
  await prepare();
  if (!existsSync(inRoot(script))) throw new Stop(`${script} is not built.`);
  say(await runStep('Writing the specifications', script, process.env));
});
