import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** kill -9, until it is gone; one that is gone already is left alone. */
export const killChild = async (child: ChildProcess | undefined): Promise<void> => {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};
