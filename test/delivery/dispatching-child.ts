import { Clock, pool, readConfig } from '#platform';
import { Wake } from '#event-store';
import { Dispatcher } from '../../apps/delivery/src/dispatch/dispatcher';
import { send } from '../../apps/delivery/src/dispatch/send';
import { Egress } from '../../apps/delivery/src/egress/post';
import { fanOut } from '../../apps/delivery/src/feed/fan-out';
import { Consents } from '../../apps/delivery/src/webhooks/consent';
import { Secrets } from '../../apps/delivery/src/webhooks/secrets';

/** A sending process to be killed. The settings come from the environment; SENDER is the name that receivers are told. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const clock = new Clock(config);
  const db = pool(config.DATABASE_URL, 'kyogi_deliverer', { size: 4 });
  const onError = (error: Error) => process.stderr.write(`${error.message}\n`);
  const egress = new Egress(config);
  const moving = fanOut(db, onError);
  const disable = () => Promise.resolve();
  const named: Pick<Egress, 'post'> = {
    post: (url, { headers, ...sent }) =>
      egress.post(url, { ...sent, headers: { ...headers, 'x-sender': process.env.SENDER ?? '' } }),
  };
  const sending = { egress: named, timeoutMs: config.WEBHOOK_TIMEOUT_MS };
  const dispatcher = new Dispatcher({
    ...{ db, config, onError, random: Math.random, now: () => clock.now(), disable },
    secrets: new Secrets(db, clock),
    consents: new Consents({ pool: db, egress, clock, origin: config.FEED_ORIGIN, disable }),
    send: (receiver, item, more) => send(sending, receiver, item, more),
  });
  const wake = new Wake(config.DATABASE_URL, 'kyogi_deliverer', { channel: 'kyogi_delivery' });
  wake.on(() => {
    moving.poke();
    dispatcher.poke();
  });
  await wake.start();
  moving.start();
  dispatcher.start();
}

void main();
