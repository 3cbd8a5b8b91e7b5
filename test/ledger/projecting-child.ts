import { Subscription, Wake } from '#event-store';
import { dataSource } from '#platform';
import { tally } from './tally';

/** A projecting process to be killed: prints its position after every batch. Arguments: database address, name of the subscription. */
async function main(url: string, name: string): Promise<void> {
  const db = await dataSource(url, null, { size: 2 }).initialize();
  const wake = new Wake(url, 'kyogi_projector');
  await wake.start();
  const onProgress = (position: number) => process.stdout.write(`${position}\n`);
  new Subscription({ name, db, wake, batch: 20, handle: tally(name), onProgress }).start();
}

void main(process.argv[2]!, process.argv[3]!);
