import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../scripts/support/project.mjs';
import { say } from '../scripts/support/say.mjs';
import { measureDelivery } from './delivery.mjs';
import { describeMachine } from './machine.mjs';
import { findPgbench } from './pgbench.mjs';
import { report } from './report.mjs';
import { captureLife } from './sample.mjs';
import { measureScale } from './scale.mjs';
import { openSetup, withClient } from './setup.mjs';
import { measureSustained, measureThroughput } from './throughput.mjs';
import { measureVisibility } from './visibility.mjs';

const common = { eventRate: 500, clients: [1, 8, 32, 128], subscriptions: 20 };
const plans = {
  full: {
    ...common,
    ...{ repetitions: 3, seconds: 5, warmUp: 4, sustained: 60, visible: 20 },
    ...{ sizes: [10_000, 1_000_000], opens: 2_000, rebuildLimit: 60 },
    ...{ deliver: 30, deliverRates: [50, 100, 200] },
  },
  quick: {
    ...common,
    ...{ repetitions: 1, seconds: 2, warmUp: 2, sustained: 5, visible: 5 },
    ...{ sizes: [2_000, 20_000], opens: 300, rebuildLimit: 10 },
    ...{ deliver: 8, deliverRates: [20, 50, 100, 200] },
  },
};

const noPgbench =
  'No pgbench on this machine, so its rows are left out: apt-get install postgresql-contrib (Debian), brew install postgresql (macOS).';

/** Puts the report between the marks of docs/benchmarks.md. @param {string} text */
function write(text) {
  const file = inRoot('docs', 'benchmarks.md');
  const [begin, end] = ['<!-- bench: begin -->', '<!-- bench: end -->'];
  const before = readFileSync(file, 'utf8');
  const [head, tail] = [before.split(begin)[0], before.split(end)[1]];
  writeFileSync(file, `${head}${begin}\n\n${text}\n\n${end}${tail}`);
  say(`Written to ${file}.`);
}

const parts = {
  throughput: measureThroughput,
  sustained: measureSustained,
  visibility: measureVisibility,
  scale: measureScale,
  delivery: measureDelivery,
};

/**
 * Measures and prints a report in Markdown.
 * @param {string[]} args --quick: smaller; --write: into docs/benchmarks.md as well; names of parts: these only
 */
export async function bench(args) {
  const quick = args.includes('--quick');
  const plan = quick ? plans.quick : plans.full;
  const only = args.filter((arg) => arg in parts);
  const pgbench = findPgbench();
  if (!pgbench) say(noPgbench);
  const setup = await openSetup();
  const stop = () => void setup.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const machine = await withClient(setup.template, (client) =>
      describeMachine({ dir: setup.dir, client, redis: setup.redis, pgbench }),
    );
    const epoch = await withClient(setup.template, async (client) => {
      const { rows } = await client.query('SELECT epoch FROM authority');
      return rows[0].epoch;
    });
    const sample = await captureLife(epoch);
    const context = { sample, plan, pgbench };
    const measured = {};
    for (const [part, measure] of Object.entries(parts))
      if (only.length === 0 || only.includes(part)) measured[part] = await measure(setup, context);
    const command = `npm run bench${args.length > 0 ? ` -- ${args.join(' ')}` : ''}`;
    const text = report({ machine, command, sample, plan, ...measured });
    console.log(text);
    if (args.includes('--write')) write(text);
  } finally {
    await setup.stop();
  }
}
