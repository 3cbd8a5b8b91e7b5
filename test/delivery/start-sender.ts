import { projectRoot } from '#platform';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { hookSettings, type HookDesk } from './hook-desk';

/** A process of its own that sends webhooks of this desk. Receivers are told its name in x-sender. */
export const startSender = (desk: HookDesk, name = ''): ChildProcess => {
  const register = join(projectRoot(), 'test/support/ts-register.cjs');
  return spawn(process.execPath, ['-r', register, join(__dirname, 'dispatching-child.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...hookSettings(desk.hooks),
      DATABASE_URL: desk.app.database.url,
      SENDER: name,
    },
  });
};
