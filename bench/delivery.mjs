import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { sleep } from '../scripts/support/processes.mjs';
import { inRoot } from '../scripts/support/project.mjs';
import { say } from '../scripts/support/say.mjs';
import { watchCpu } from './cpu.mjs';
import { openLoop } from './http-load.mjs';
import { ulid } from './sample.mjs';

/** One of 32 × 32 dossiers is never taken, when a run wants it so. */
const badLetters = 'ZZ';

async function startReceiver() {
  const child = spawn(process.execPath, [inRoot('bench', 'receiver.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(Number(data))));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    figures: async () => (await fetch(`${url}/figures`)).json(),
    /** @param {string} letters last two of a dossier's id, with commas between them */
    refuse: (letters) => fetch(`${url}/bad/${letters}`),
    stop: () => child.kill(),
  };
}

/** Sends a command to the feed; throws unless it is taken. */
async function command(app, token, path, body) {
  const answer = await fetch(`${app.url}/v1/subscriptions/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function subscribe(app, token, organ, url) {
  const id = ulid();
  const transport = { kind: 'webhook', url, signature: 'v1' };
  await command(app, token, `${id}/open-subscription`, { organ, scope: 'organ', name: 'bench', transport });
  return id;
}

/** A load, until its deliveries have come or nothing comes any more. */
async function run({ seconds, rate, receiver, target, pids }) {
  await receiver.figures();
  const cpu = watchCpu(pids);
  await openLoop({ ...target, rate, seconds });
  const used = await cpu();
  await sleep(3_000);
  return { ...(await receiver.figures()), cpu: used, seconds };
}

/**
 * From the commit of an event to the first byte of its webhook, at steady rates through the command door, for 20 subscriptions; then beside a
 * replay, and beside a receiver that says nothing and dossiers that are never taken.
 * @param {import('./setup.mjs').Setup} setup
 */
export async function measureDelivery(setup, { sample, plan }) {
  const url = await setup.database();
  const receiver = await startReceiver();
  const allowed = `127.0.0.1/32:${new URL(receiver.url).port}`;
  const apps = [
    await setup.app('intake', url),
    await setup.app('delivery', url, { WEBHOOK_ALLOWED_HOSTS: allowed }),
  ];
  try {
    const [intake, delivery] = apps;
    const token = await setup.issuer.token(sample.liaison);
    const perCommand = sample.life[0].events.length;
    const target = {
      token: await setup.issuer.token(sample.subject),
      body: sample.body,
      ports: [intake.port],
    };
    const pids = { nodes: [delivery.pid, intake.pid], postgres: setup.postgres };
    const subscriptions = [];
    for (let i = 0; i < plan.subscriptions; i += 1)
      subscriptions.push(await subscribe(delivery, token, sample.organ, `${receiver.url}/hook/${i}`));
    await sleep(3_000);
    const at = (eventRate) => ({
      seconds: plan.deliver,
      rate: eventRate / perCommand,
      receiver,
      target,
      pids,
    });
    say(`Webhooks of ${plan.subscriptions} subscriptions: warming up ...`);
    await run({ ...at(plan.deliverRates[0]), seconds: Math.max(3, plan.deliver / 4) });
    const quiet = [];
    for (const eventRate of plan.deliverRates) {
      say(`${eventRate} events/s ...`);
      quiet.push({ eventRate, ...(await run(at(eventRate))) });
    }
    const eventRate = plan.deliverRates[0];
    say(`${eventRate} events/s, now that the tables are full ...`);
    const again = { eventRate, ...(await run(at(eventRate))) };
    say('The same beside a replay ...');
    for (const id of subscriptions.slice(0, 2))
      await command(delivery, token, `${id}/replay`, { from: 1, to: 100_000 });
    const replay = { eventRate, ...(await run(at(eventRate))) };
    say('The same beside receivers in trouble ...');
    await receiver.refuse(badLetters);
    await subscribe(delivery, token, sample.organ, `${receiver.url}/silent`);
    const trouble = { eventRate, ...(await run(at(eventRate))) };
    return { quiet, again, replay, trouble, subscriptions: plan.subscriptions };
  } finally {
    for (const app of apps) await app.stop();
    receiver.stop();
    await setup.drop(url);
  }
}
