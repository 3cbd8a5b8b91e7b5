import { say } from '../scripts/support/say.mjs';
import { watchCpu } from './cpu.mjs';
import { closedLoop } from './http-load.mjs';
import { appendLoop, numberAll, sequencing } from './ledger.mjs';
import { runPgbench, writeScripts } from './pgbench.mjs';
import { withClient } from './setup.mjs';
import { percentiles, quantile, spread } from './statistics.mjs';

/** The ways to write the same command, from the database alone to the whole door. */
export const ways = {
  pgbench: 'pgbench, append alone: the limit',
  pgbenchWhole: 'pgbench, open + append, numbered meanwhile',
  store: 'EventStore.append, one node process',
  http1: 'HTTP, 1 intake process',
  http2: 'HTTP, 2 intake processes',
};

/** Every way, run with some number of clients in a database. @returns {Record<string, (clients: number) => Promise<Measured>>} */
function runners({ url, pgbench, scripts, append, seconds, apps, target }) {
  const bench = (script, clients) => runPgbench({ pgbench, script, url, clients, seconds });
  const overHttp = async (running, clients) => {
    for (const app of running) app.resume();
    const ports = running.map(({ port }) => port);
    try {
      return await closedLoop({ ...target, ports, clients, seconds });
    } finally {
      for (const app of running) app.pause();
    }
  };
  const http = {
    store: async (clients) => ({ rate: await appendLoop({ url, append, clients, seconds }) }),
    http1: (clients) => overHttp(apps.slice(0, 1), clients),
    http2: (clients) => overHttp(apps, clients),
  };
  if (!pgbench) return http;
  return {
    pgbench: async (clients) => ({ rate: await bench(scripts.alone, clients) }),
    pgbenchWhole: async (clients) => {
      const numbering = sequencing(url);
      try {
        return { rate: await bench(scripts.whole, clients) };
      } finally {
        await numbering.stop();
      }
    },
    ...http,
  };
}
/** @typedef {{ rate: number, latencies?: number[] }} Measured */

/** One repetition: all ways in turn at each number of clients, so that what disturbs one disturbs its neighbours too. */
async function repetition(setup, { sample, plan, pgbench, scripts, record }) {
  const url = await setup.database();
  const apps = [await setup.app('intake', url), await setup.app('intake', url)];
  try {
    const target = { token: await setup.issuer.token(sample.subject), body: sample.body };
    for (const { port } of apps)
      await closedLoop({ ...target, ports: [port], clients: 16, seconds: plan.warmUp });
    for (const app of apps) app.pause();
    await numberAll(url);
    await withClient(url, (client) => client.query('VACUUM ANALYZE'));
    const [append] = sample.life;
    const all = runners({ url, pgbench, scripts, append, seconds: plan.seconds, apps, target });
    for (const clients of plan.clients) {
      for (const [way, run] of Object.entries(all)) {
        if (clients > 32 && !way.startsWith('http')) continue;
        await numberAll(url);
        await withClient(url, (client) => client.query('CHECKPOINT'));
        const cpu = watchCpu({ postgres: setup.postgres, nodes: apps.map(({ pid }) => pid) });
        const measured = await run(clients);
        record(way, clients, { ...measured, cpu: await cpu() });
        say(`  ${ways[way]}, ${clients} clients: ${Math.round(measured.rate)}/s`);
      }
    }
  } finally {
    for (const app of apps) await app.stop();
    await setup.drop(url);
  }
}

/** Median, min and max over the repetitions. */
const summary = (measured) => ({
  rate: spread(measured.map(({ rate }) => rate)),
  ...(measured[0].latencies && {
    p50: spread(measured.map(({ latencies }) => quantile(latencies, 0.5))).median,
    p99: spread(measured.map(({ latencies }) => quantile(latencies, 0.99))).median,
  }),
  cpu: measured.at(-1).cpu,
});

/**
 * Commands per second, by way and number of clients.
 * @param {import('./setup.mjs').Setup} setup
 */
export async function measureThroughput(setup, { sample, plan, pgbench }) {
  const scripts = pgbench && (await writeScripts(setup.dir, sample.life[0]));
  const found = new Map();
  const record = (way, clients, measured) => {
    const key = JSON.stringify([way, clients]);
    found.set(key, [...(found.get(key) ?? []), measured]);
  };
  for (let i = 1; i <= plan.repetitions; i++) {
    say(`Throughput, repetition ${i} of ${plan.repetitions} ...`);
    await repetition(setup, { sample, plan, pgbench, scripts, record });
  }
  return [...found].map(([key, measured]) => {
    const [way, clients] = JSON.parse(key);
    return { way, clients, ...summary(measured) };
  });
}

/** ES-12: one process, 32 clients, for long enough to meet checkpoints and autovacuum. @param {import('./setup.mjs').Setup} setup */
export async function measureSustained(setup, { sample, plan }) {
  const found = [];
  for (const [what, body, events] of [
    ['one event: an oral item noted', sample.oneEvent, 1],
    ['the initiative drafted', sample.body, sample.life[0].events.length],
  ]) {
    say(`Sustained rate, ${what}, ${plan.sustained} s ...`);
    found.push({ what, events, ...(await sustainedOnce(setup, { sample, body, plan })) });
  }
  return found;
}

async function sustainedOnce(setup, { sample, body, plan }) {
  const url = await setup.database();
  const app = await setup.app('intake', url);
  try {
    const target = { token: await setup.issuer.token(sample.subject), body, ports: [app.port] };
    await closedLoop({ ...target, clients: 32, seconds: plan.warmUp });
    await withClient(url, (client) => client.query('VACUUM ANALYZE'));
    const cpu = watchCpu({ postgres: setup.postgres, nodes: [app.pid] });
    const { rate, latencies, bySecond } = await closedLoop({
      ...target,
      clients: 32,
      seconds: plan.sustained,
    });
    const whole = bySecond.slice(0, plan.sustained);
    return {
      rate,
      slowest: Math.min(...whole),
      fastest: Math.max(...whole),
      ...percentiles(latencies),
      cpu: await cpu(),
    };
  } finally {
    await app.stop();
    await setup.drop(url);
  }
}
