import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeClientTypes } from './client-types.mjs';
import { inRoot } from './support/project.mjs';
import { runMain, say, Stop } from './support/say.mjs';

const folder = inRoot('dist/client');

/** What npm has to know of the package. */
function description() {
  const { version, license, engines, dependencies } = JSON.parse(
    readFileSync(inRoot('package.json'), 'utf8'),
  );
  const entry = (name) => ({ types: `./src/${name}.d.ts`, default: `./src/${name}.js` });
  return {
    ...{ name: '@kyogi/client', version, license, engines, type: 'module', sideEffects: false },
    description: 'Commands, queries and the feed of Kyogi, in Node and browsers',
    exports: { '.': entry('index'), './node': entry('node') },
    dependencies: { 'openapi-fetch': dependencies['openapi-fetch'] },
  };
}

/** Makes the package @kyogi/client in dist/client: ES modules with their types, for Node and for bundlers. */
export async function packClient() {
  await writeClientTypes();
  rmSync(folder, { recursive: true, force: true });
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const made = spawnSync(process.execPath, [tsc, '-p', inRoot('libs/client/tsconfig.package.json')], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Stop(`${made.stdout}${made.stderr}\nThe package was not made: see above.`);
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(description(), null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runMain(async () => {
    await packClient();
    say(
      `@kyogi/client is in ${path.relative(inRoot(), folder)}: npm publish it, or npm install it from there.`,
    );
  });
