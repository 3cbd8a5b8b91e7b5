import { existsSync } from 'node:fs';
import { prepare } from './prepare.mjs';
import { runStep } from './system/run-step.mjs';
import { inRoot } from './support/project.mjs';
import { runMain, say, Stop } from './support/say.mjs';

const scripts = ['intake', 'headquarters', 'evidence', 'delivery'].map(
  (app) => `dist/apps/${app}/src/write-specs-main.js`,
);

// Writes what is generated and checked in: docs/api (OpenAPI, AsyncAPI), .env.example and what the feed promises.
await runMain(async () => {
  await prepare();
  const present = scripts.filter((script) => existsSync(inRoot(script)));
  if (present.length === 0) throw new Stop(`None of these is built: ${scripts.join(', ')}.`);
  for (const script of present) say(await runStep('Writing the specifications', script, process.env));
});
