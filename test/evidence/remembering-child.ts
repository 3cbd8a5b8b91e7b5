import { History } from '../../apps/evidence/src/monitor/history';

/** Sees one checkpoint after the other and thins out what it saw, until it is killed. Told: folder, first number, how many between. */
async function main(): Promise<void> {
  const history = new History(process.argv[2]!);
  const [from, every] = process.argv.slice(3).map(Number) as [number, number];
  for (let n = from; ; n += 1) {
    history.keepCheckpoint('log', `checkpoint ${n}`);
    process.stdout.write(`${n}\n`);
    // So that all but the newest are old, and each time another number of them.
    if (n % every === 0) await history.thin([], Date.now() + (n / every) * 40 * 86_400_000);
  }
}

void main();
