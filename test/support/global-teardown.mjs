import { rmSync } from 'node:fs';

/** Stops what global-setup started and removes its folder. */
export default async function tearDown() {
  const { services, dir } = globalThis.kyogiTest ?? {};
  await services?.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
}
