import { ways } from './throughput.mjs';

const whole = (value) => Math.round(value).toLocaleString('en');
const fine = (value) => value.toFixed(value < 10 ? 1 : 0);
const rates = ({ median, min, max }) => `${whole(median)} (${whole(min)}–${whole(max)})`;
const cores = (cpu) => (cpu ? `${fine(cpu.client)} / ${fine(cpu.node)} / ${fine(cpu.postgres)}` : '–');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const verdict = (met) => (met ? 'met' : '**missed**');

/** @param {Record<string, string>} machine */
const machineTable = (machine) => table(['Machine', ''], Object.entries(machine));

function throughputTable(rows) {
  const clients = [...new Set(rows.map((row) => row.clients))];
  const at = (way, count) => rows.find((row) => row.way === way && row.clients === count);
  const present = Object.keys(ways).filter((way) => rows.some((row) => row.way === way));
  const cell = (way, count) => {
    const row = at(way, count);
    return row ? rates(row.rate) : '–';
  };
  const lines = present.map((way) => [ways[way], ...clients.map((count) => cell(way, count))]);
  const ratio = (way, limit) => [
    `Ratio ${ways[way]} to ${limit === 'pgbench' ? 'the limit' : ways[limit]}`,
    ...clients.map((count) => {
      const [row, best] = [at(way, count), at(limit, count)];
      return row && best ? (row.rate.median / best.rate.median).toFixed(2) : '–';
    }),
  ];
  const ratios = present.includes('pgbench')
    ? ['http1', 'http2'].flatMap((way) => [ratio(way, 'pgbench'), ratio(way, 'pgbenchWhole')])
    : [];
  return table(['Commands/s', ...clients.map((count) => `${count} clients`)], [...lines, ...ratios]);
}

const latencyTable = (rows) =>
  table(
    ['', 'clients', 'p50 ms', 'p99 ms', 'cores: client / node / PostgreSQL'],
    rows.map(({ way, clients, p50, p99, cpu }) => [
      ways[way],
      clients,
      p50 === undefined ? '–' : fine(p50),
      p99 === undefined ? '–' : fine(p99),
      cores(cpu),
    ]),
  );

function visibilityTable({ quiet, held }) {
  const line = (name, { p50, p90, p99, max }) => [name, fine(p50), fine(p90), fine(p99), fine(max)];
  return table(
    ['ms', 'p50', 'p90', 'p99', 'max'],
    [
      line('Readable in event_log', quiet.log),
      line('In the register of headquarters', quiet.register),
      line('HTTP answer (due instant to answer)', quiet.answer),
      line('Readable in event_log, a transaction idle beside it', held.log),
      line('In the register, a transaction idle beside it', held.register),
    ],
  );
}

const mebibytes = (bytes) => `${whole(bytes / 2 ** 20)} MiB`;

function scaleTable(found) {
  const line = (name, show) => [name, ...found.map(show)];
  return table(
    ['', ...found.map(({ events, dossiers }) => `${whole(events)} events, ${whole(dossiers)} dossiers`)],
    [
      line('Append, 8 clients, commands/s', ({ append }) => rates(append)),
      line('Open a stream, p50 / p99 ms', ({ open }) => `${open.p50.toFixed(2)} / ${open.p99.toFixed(2)}`),
      line('Number what had to wait, events/s', ({ numbering }) => rates(numbering)),
      line('Read the log in batches of 500, events/s', ({ reading }) => whole(reading)),
      line('Size on disk', ({ bytes }) => mebibytes(bytes.total)),
      line('… of it events', ({ bytes }) => mebibytes(bytes.tables.events)),
      line('Bytes per event, all tables', ({ bytes, events }) => whole(bytes.total / events)),
      line(
        'Build the register anew, s (events/s)',
        ({ rebuild }) =>
          `${fine(rebuild.seconds)}${rebuild.whole ? '' : ' (extrapolated)'} (${whole(rebuild.rate)})`,
      ),
    ],
  );
}

/** The targets and whether this run met them. */
function targetTable({ throughput = [], sustained, visibility, delivery, plan }) {
  const at = (way, clients) => throughput.find((row) => row.way === way && row.clients === clients);
  const lines = plan.clients.flatMap((clients) => {
    const [limit, row] = [at('pgbench', clients), at('http1', clients)];
    if (!limit || !row) return [];
    const ratio = row.rate.median / limit.rate.median;
    return [
      [`HTTP, 1 process, to pgbench, ${clients} clients`, '≥ 0.5', ratio.toFixed(2), verdict(ratio >= 0.5)],
    ];
  });
  if (sustained) {
    const [{ rate }] = sustained;
    lines.push(['Sustained single-event commands/s (ES-12)', '≥ 1,500', whole(rate), verdict(rate >= 1500)]);
  }
  for (const name of visibility ? ['log', 'register'] : []) {
    const { p99 } = visibility.quiet[name];
    lines.push([`Commit to visible in the ${name}, p99`, '≤ 50 ms', `${fine(p99)} ms`, verdict(p99 <= 50)]);
  }
  const webhooks = delivery?.quiet.find(({ eventRate }) => eventRate === 200);
  if (webhooks) {
    const { p50, p99 } = webhooks;
    const measured = `${fine(p50)} / ${fine(p99)} ms`;
    lines.push([
      ...['Commit to webhook, 200 events/s × 20, p50 / p99 (DL-11)', '< 150 / < 1,000 ms', measured],
      verdict(p50 < 150 && p99 < 1_000),
    ]);
  }
  return table(['Target', 'wanted', 'measured', ''], lines);
}

const commandText = ({ life: [append] }) => {
  const [bytes, payload] = [append, append.events[0].data].map((value) => JSON.stringify(value).length);
  return `One command is DraftDossier as the executor really appends it: ${append.events.length} events (the first with ${whole(payload)} characters of data), ${append.arm.length} work items, ${append.duties.length} duty, a receipt; ${whole(bytes)} characters of JSON in all. Answers are given after the position is known.`;
};

const throughputPart = (rows, { plan, sample }) => [
  '### Throughput',
  `${commandText(sample)} Median (min–max) of ${plan.repetitions} × ${plan.seconds} s.`,
  throughputTable(rows),
  latencyTable(rows),
];

const sustainedPart = (found, { plan }) => [
  '### Sustained',
  `HTTP, 1 process, 32 clients, ${plan.sustained} s.`,
  table(
    [
      '',
      'commands/s',
      'events/s',
      'slowest / fastest second',
      'p50 / p99 ms',
      'cores: client / node / PostgreSQL',
    ],
    found.map(({ what, events, rate, slowest, fastest, p50, p99, cpu }) => [
      what,
      whole(rate),
      whole(rate * events),
      `${whole(slowest)} / ${whole(fastest)}`,
      `${fine(p50)} / ${fine(p99)}`,
      cores(cpu),
    ]),
  ),
];

const visibilityPart = (measured, { plan }) => [
  `### Commit to visible at ${plan.eventRate} events/s`,
  `From clock_timestamp() of the insert, so that the commit itself is included, over ${whole(measured.quiet.events)} events. Open loop through the command door; headquarters keeps all its read models meanwhile.`,
  visibilityTable(measured),
];

const scalePart = (measured) => [
  '### Cost of a long history',
  'Dossiers from first draft to filing, with their receipts and the work of the last command.',
  scaleTable(measured),
];

const deliveryTable = ({ quiet, again, replay, trouble, subscriptions }) => {
  const line = (name, { count, seconds, replayed, p50, p90, p99, max, cpu }) => [
    ...[
      name,
      whole(count / seconds),
      whole(replayed / seconds),
      fine(p50),
      fine(p90),
      fine(p99),
      fine(max),
      cores(cpu),
    ],
  ];
  return table(
    ['', 'new/s', 'replayed/s', 'p50 ms', 'p90', 'p99', 'max', 'cores: client / node / PostgreSQL'],
    [
      ...quiet.map((one) => line(`${one.eventRate} events/s × ${subscriptions}`, one)),
      line(`${again.eventRate} events/s, again`, again),
      line(`${replay.eventRate} events/s, two of them replayed`, replay),
      line(`${trouble.eventRate} events/s, one receiver silent, 1 dossier of 1,024 refused`, trouble),
    ],
  );
};

const deliveryPart = (measured) => [
  '### Commit to the first byte of a webhook',
  'From clock_timestamp() of the insert to the headers at the receiver, milliseconds. Open loop through the command door; intake, delivery, PostgreSQL and the receiver (whose cores are not counted) share the machine.',
  deliveryTable(measured),
];

const parts = {
  throughput: throughputPart,
  sustained: sustainedPart,
  visibility: visibilityPart,
  scale: scalePart,
  delivery: deliveryPart,
};

/** The whole run as Markdown; a part that was not measured is left out. */
export function report({ machine, command, ...run }) {
  return [
    `\`${command}\``,
    machineTable(machine),
    '### Targets',
    targetTable(run),
    ...Object.entries(parts).flatMap(([name, part]) => (run[name] ? part(run[name], run) : [])),
  ].join('\n\n');
}
