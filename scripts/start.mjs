import { prepare } from './prepare.mjs';
import { elapsed, runMain, say } from './support/say.mjs';

/** `stop` is aborted by the first signal to stop; `hurry` by a further one, a second later or more. */
function stopSignals() {
  const [stop, hurry] = [new globalThis.AbortController(), new globalThis.AbortController()];
  let first = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // npm passes on a Ctrl-C that the terminal has already delivered: two within a second are one.
      if (first && Date.now() - first > 1000) hurry.abort();
      first ||= Date.now();
      stop.abort();
    });
  }
  return { stop: stop.signal, hurry: hurry.signal };
}

/** @param {AbortSignal} signal */
const aborted = (signal) =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', resolve, { once: true }),
  );

await runMain(async () => {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  await prepare();
  const { cabinetOf } = await import('./system/data-folder.mjs');
  const { startSystem } = await import('./system/start-system.mjs');
  const { AlreadyRunning } = await import('./system/take-folder.mjs');
  const { summary } = await import('./system/summary.mjs');
  const args = process.argv.slice(2);
  const signals = stopSignals();
  try {
    const system = await startSystem({
      cabinet: cabinetOf(args),
      logs: args.includes('--logs'),
      ...signals,
    });
    for (const note of system.notes) say(note);
    console.log(summary(system.running, elapsed()));
    await aborted(signals.stop);
    say('Stopping ...');
    await system.stop();
    say('Stopped.');
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    say(error.message);
  }
});
