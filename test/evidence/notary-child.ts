import { pool } from '#platform';
import { LogFiles } from '../../apps/evidence/src/files/log-files';
import { Cosigners } from '../../apps/evidence/src/notary/cosign';
import { Notary } from '../../apps/evidence/src/notary/notary';

/** A notary to be killed: prints each step. Arguments: database address, folder of the log, key file, origin. */
async function main(url: string, folder: string, keyFile: string, origin: string): Promise<void> {
  const files = new LogFiles(folder);
  const notary = new Notary({
    ...{ pool: pool(url, 'kyogi_notary'), files, origin, keyFile },
    cosigners: new Cosigners([], 0, files),
    onStep: (step) => process.stdout.write(`${step}\n`),
  });
  await notary.open();
  process.stdout.write('open\n');
  for (;;) await notary.round();
}

const [url, folder, keyFile, origin] = process.argv.slice(2) as [string, string, string, string];
void main(url, folder, keyFile, origin).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
