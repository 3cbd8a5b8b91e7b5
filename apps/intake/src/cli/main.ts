import { clockCommand } from './clock-command.js';
import { fileCommand } from './file-command.js';
import { help } from './help.js';
import { fileSettings } from './settings.js';
import { misuse, Stop } from './stop.js';

const run = async ([command, ...rest]: string[]): Promise<void> => {
  if (!command || command === 'help' || rest.includes('--help') || command === '--help')
    return void process.stdout.write(help);
  if (command === 'clock') return clockCommand(rest);
  if (command !== 'file') throw misuse(`There is no command ${command}.`);
  await fileCommand(fileSettings(rest));
};

run(process.argv.slice(2)).catch((error: unknown) => {
  const text = error instanceof Stop ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof Stop ? error.exitCode : 1;
});
