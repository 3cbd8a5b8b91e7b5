import { prepare } from './prepare.mjs';
import { runStep } from './system/run-step.mjs';
import { runMain, say } from './support/say.mjs';

const scripts = ['intake', 'headquarters', 'evidence', 'delivery'].map(
  (app) => `dist/apps/${app}/src/write-specs-main.js`,
);

// Writes what is generated and checked in: docs/api (OpenAPI, AsyncAPI), .env.example and what the feed promises.
await runMain(async () => {
  await prepare();
  for (const script of scripts) say(await runStep('Writing the specifications', script, process.env));
});
