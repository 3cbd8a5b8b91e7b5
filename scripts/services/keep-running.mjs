import { sleep } from '../support/processes.mjs';

const longest = 30_000;

/**
 * Watches a service and, when supervised, starts it again at the same address after it died: at once, then with doubling pauses.
 * @param {import('./index.mjs').Service} service
 * @param {{ supervised: boolean, say: (line: string) => void }} options
 */
export function keepRunning(service, { supervised, say }) {
  let server = service.first;
  let stopping = false;
  const relaunch = async () => {
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, longest)) {
      try {
        server = await service.launch();
        return say(`${service.name} runs again (pid ${server.pid}).`);
      } catch (error) {
        say(`${service.name} does not start: ${error.message} Next try in ${pause / 1000} s.`);
        await sleep(pause);
      }
    }
  };
  const watch = async () => {
    while (!stopping) {
      await server.gone;
      if (stopping) return;
      say(`${service.name} ended unexpectedly${supervised ? ': starting it again ...' : '.'}`);
      if (!supervised) return;
      await relaunch();
    }
  };
  const watching = watch();
  return {
    name: service.name,
    pid: () => server.pid,
    stop: async () => {
      stopping = true;
      await server.stop();
      await watching;
      // The watch may have been in the middle of starting a new one.
      await server.stop();
    },
  };
}
