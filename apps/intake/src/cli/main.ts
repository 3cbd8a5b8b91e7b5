import { clockCommand } from './clock-command.js';
import { fileCommand } from './file-command.js';
import { help } from './help.js';
import { rebuildCommand } from './rebuild-command.js';
import { replayCommand } from './replay-command.js';
import { fileSettings } from './settings.js';
import { misuse, Stop } from './stop.js';
import { tailCommand } from './tail-command.js';

const commands: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  file: (args) => fileCommand(fileSettings(args)),
  clock: clockCommand,
  tail: tailCommand,
  replay: replayCommand,
  rebuild: rebuildCommand,
};

const run = async ([command, ...rest]: string[]): Promise<void> => {
  if (!command || command === 'help' || rest.includes('--help') || command === '--help')
    return void process.stdout.write(help);
  const known = commands[command];
  if (!known) throw misuse(`There is no command ${command}.`);
  await known(rest);
};

run(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof Stop ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof Stop ? error.exitCode : 1;
});
