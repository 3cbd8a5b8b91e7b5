import { projectRoot } from '#platform';
import { auditLog, parseCheckpoint, parseNote, type Checkpoint } from '#transparency';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { origin, type LoggedLedger } from './ledger';

/** What was said of the log in one life of a notary. */
const heads = async (ledger: LoggedLedger): Promise<Checkpoint[]> => {
  const [signed, published] = await Promise.all([ledger.text('signed'), ledger.text('checkpoint')]);
  return [
    ...(signed ? [parseCheckpoint(signed)] : []),
    ...(published ? [parseCheckpoint(parseNote(published).text)] : []),
  ];
};

/** Kills it a moment after a random one of its steps, while events are appended. */
async function liveAndDie(ledger: LoggedLedger): Promise<void> {
  const register = path.join(projectRoot(), 'test/support/ts-register.cjs');
  const program = path.join(__dirname, 'notary-child.ts');
  const { database, files, folder } = ledger;
  const child = spawn(
    process.execPath,
    ['-r', register, program, database.url, files.folder, path.join(folder, 'key'), origin],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  );
  let left = 1 + Math.floor(Math.random() * 15);
  const fatal = new Promise<void>((resolve) =>
    createInterface({ input: child.stdout }).on('line', () => (left -= 1) === 0 && resolve()),
  );
  let dying = false;
  void Promise.race([fatal, exited]).then(() => (dying = true));
  // At a pace that a round keeps up with.
  while (!dying) await ledger.append(20).then(() => delay(50));
  await delay(Math.random() * 10);
  child.kill('SIGKILL');
  if ((await exited) !== 'SIGKILL') throw new Error('the notary ended by itself');
}

/** Kills a notary in mid-work so many times. Returns every size and root that was ever said, and what is wrong with the log at the end. */
export async function killNotary(
  ledger: LoggedLedger,
  kills: number,
): Promise<{ said: Checkpoint[]; wrong: unknown }> {
  const said: Checkpoint[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await liveAndDie(ledger);
    said.push(...(await heads(ledger)));
  }
  await ledger.round();
  const last = await ledger.published();
  return { said: [...said, last], wrong: await auditLog([...said, last], ledger.files.tile) };
}
