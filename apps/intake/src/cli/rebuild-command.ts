import { setTimeout as delay } from 'node:timers/promises';
import { headquarters, KyogiProblem } from '#client';
import { addressOf, tokenFor } from './access.js';
import { readArguments } from './arguments.js';
import { isForProgram, print } from './print.js';
import { Stop } from './stop.js';

/** Milliseconds between two looks at how far a generation is. */
const LOOK_MS = 300;

type Desk = ReturnType<typeof headquarters>;

const modelsOf = async (desk: Desk) => (await desk.GET('/v1/read-models')).data!.items;

/** Waits until a generation answers. Throws a Stop when it stops at an event. */
const untilLive = async (desk: Desk, name: string, generation: number): Promise<{ position: number }> => {
  for (;;) {
    const all = await modelsOf(desk);
    const one = all.find((item) => item.name === name && item.generation === generation);
    if (!one) throw new Stop(`Generation ${generation} of ${name} was given up for a newer one.`);
    if (one.stopped)
      throw new Stop(`${name} stopped at position ${one.stopped.position}: ${one.stopped.error}`);
    if (one.state === 'live') return one;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${name} ${one.progress} %\r`);
    await delay(LOOK_MS);
  }
};

/** `rebuild [<model> ...]`: builds read models anew and waits until they answer. */
export const rebuildCommand = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(args, {});
  const url = addressOf('KYOGI_HEADQUARTERS_URL');
  const desk = headquarters({ url, token: () => tokenFor('KYOGI_TOKEN', values.as ?? 'hq-director') });
  const json = isForProgram(values.json);
  try {
    const known = [...new Set((await modelsOf(desk)).map(({ name }) => name))];
    for (const name of positionals.length > 0 ? positionals : known) {
      const began = performance.now();
      const { data } = await desk.POST('/v1/read-models/{name}/rebuild', { params: { path: { name } } });
      const { generation } = data!;
      const { position } = await untilLive(desk, name, generation);
      const seconds = Number(((performance.now() - began) / 1_000).toFixed(1));
      const line = `${name.padEnd(14)} generation ${generation} answers, up to position ${position} (${seconds} s)`;
      print(json, { name, generation, position, seconds }, line);
    }
  } catch (error) {
    throw error instanceof KyogiProblem ? new Stop(error.detail) : error;
  }
};
