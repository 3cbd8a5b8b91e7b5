// A consumer that can be killed at any moment: notes in a file what it deals with, a line for each delivery, "number id".
// Arguments: how (pull, sse, webhook, nats), folder. Environment: URL, TOKEN_FILE, SUBSCRIPTION, PORT, KEYS.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { consume, fileCursor, lost, nothingTaken, openWebhook, take } from '../../dist/client/src/node.js';

const [how, folder] = process.argv.slice(2);
const { URL: url, TOKEN_FILE, SUBSCRIPTION: subscription, PORT, KEYS = '' } = process.env;
const token = () => readFileSync(TOKEN_FILE, 'utf8');
const notes = path.join(folder, 'notes');
const note = ({ subsequence, id }) => appendFileSync(notes, `${Number(subsequence)} ${id}\n`);
const fail = (what) => {
  appendFileSync(path.join(folder, 'faults'), `${what}\n`);
  process.exit(3);
};
/** Whole lines that were noted before. A kill may have cut the last. */
const noted = () => (existsSync(notes) ? readFileSync(notes, 'utf8').split('\n').slice(0, -1) : []);

const inOrder = async () => {
  const onFault = (fault) => fault.name === 'ChainBroken' && fail(fault.message);
  const settings = {
    url,
    token,
    subscription,
    cursor: fileCursor(path.join(folder, 'cursor')),
    via: how,
    onFault,
  };
  for await (const event of consume(settings)) note(event);
};

const byWebhook = () => {
  let taken = noted().reduce(
    (state, line) => take(state, { subsequence: line.split(' ')[0].padStart(20, '0') }),
    nothingTaken,
  );
  createServer((request, response) => {
    if (request.method === 'OPTIONS')
      return response.writeHead(204, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '*' }).end();
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      const asked = { headers: request.headers, body: Buffer.concat(parts) };
      const event = await openWebhook(asked, KEYS.split(' ')).catch((error) => fail(error.message));
      const next = take(taken, event);
      if (next !== taken) note(event);
      taken = next;
      const missing = lost(taken, asked);
      if (missing.length > 0) fail(`lost ${missing.join(' ')}`);
      response.writeHead(204).end();
    });
    return undefined;
  }).listen(Number(PORT), '127.0.0.2');
};

const overNats = async () => {
  const { connect } = await import('@nats-io/transport-node');
  const { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } = await import('@nats-io/jetstream');
  let last = Number(noted().at(-1)?.split(' ')[0] ?? 0);
  for (;;) {
    const nc = await connect({ servers: url.split(','), reconnect: false }).catch(() => undefined);
    if (!nc) continue;
    const session = async () => {
      const jsm = await jetstreamManager(nc);
      const { name } = await jsm.consumers.add('KYOGI_FEED', {
        ...{ ack_policy: AckPolicy.None, filter_subject: `kyogi.japan.feed.${subscription}` },
        ...{ deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: last + 1, mem_storage: true },
      });
      const consumer = await jetstream(nc).consumers.get('KYOGI_FEED', name);
      for (;;)
        for await (const message of await consumer.fetch({ max_messages: 500, expires: 1_000 })) {
          const event = message.json();
          if (Number(event.subsequence) <= last) continue;
          if (Number(event.prevsequence) !== last) fail(`after ${last} came ${event.subsequence}`);
          note(event);
          last = Number(event.subsequence);
        }
    };
    await session().catch(() => undefined);
    await nc.close().catch(() => undefined);
  }
};

await { pull: inOrder, sse: inOrder, webhook: byWebhook, nats: overNats }[how]();
