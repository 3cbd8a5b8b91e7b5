import { prepare } from './prepare.mjs';
import { runMain } from './support/say.mjs';

await runMain(async () => {
  await prepare();
  const { bench } = await import('../bench/run.mjs');
  await bench(process.argv.slice(2));
});
