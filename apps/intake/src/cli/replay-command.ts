import { delivery, KyogiProblem } from '#client';
import { addressOf, tokenFor } from './access.js';
import { only, readArguments, wholeNumber } from './arguments.js';
import { isForProgram, print } from './print.js';
import { Stop } from './stop.js';

/** `replay <subscription>`: sends deliveries of a webhook once more. */
export const replayCommand = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(args, {
    ...{ from: { type: 'string' }, to: { type: 'string' }, reason: { type: 'string' } },
    ...{ parked: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  });
  const id = only('subscription', positionals);
  const dryRun = values['dry-run'] ?? false;
  const body = {
    ...{ from: wholeNumber('--from', values.from), to: wholeNumber('--to', values.to) },
    ...{ only: values.parked ? ('parked' as const) : ('all' as const), dryRun },
    ...(values.reason !== undefined && { reason: values.reason }),
  };
  const url = addressOf('KYOGI_DELIVERY_URL');
  const token = () => tokenFor('KYOGI_TOKEN', values.as ?? 'hq-director');
  const asked = delivery({ url, token }).POST('/v1/subscriptions/{id}/replay', {
    params: { path: { id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
    body,
  });
  const { data } = await asked.catch((error: unknown) => {
    throw error instanceof KyogiProblem ? new Stop(error.detail) : error;
  });
  const what = `${data!.count} deliveries ${dryRun ? 'would be' : 'are being'} sent once more.`;
  print(isForProgram(values.json), data!, what);
};
