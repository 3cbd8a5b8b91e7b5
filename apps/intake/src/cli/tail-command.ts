import { consume, delivery, KyogiProblem, memoryCursor, type Delivered } from '#client';
import { addressOf, tokenFor } from './access.js';
import { only, readArguments, wholeNumber } from './arguments.js';
import { isForProgram, print } from './print.js';
import { Stop } from './stop.js';

const sentenceOf = (event: Delivered): string => {
  const { subsequence, time, type, subject = '', actororgan = '', classification = '' } = event;
  const name = type.replace(/^org\.kyogi\./, '').padEnd(32);
  const when = String(time).slice(0, 16).replace('T', ' ');
  return `${String(Number(subsequence)).padStart(8)}  ${when}  ${name}  ${String(actororgan).padEnd(8)}  ${subject}  機密性${String(classification)}`;
};

/** Number of the last delivery there is now. */
const lastOf = async (access: Parameters<typeof delivery>[0], id: string): Promise<number> => {
  const { data } = await delivery(access).GET('/v1/subscriptions/{id}', { params: { path: { id } } });
  return data?.delivered ?? 0;
};

/** `tail <subscription>`: shows deliveries as they come. */
export const tailCommand = async (args: string[]): Promise<void> => {
  const { values, positionals } = readArguments(args, {
    after: { type: 'string' },
    end: { type: 'boolean' },
  });
  const subscription = only('subscription', positionals);
  const json = isForProgram(values.json);
  const access = {
    url: addressOf('KYOGI_DELIVERY_URL'),
    token: () => tokenFor('KYOGI_TOKEN', values.as ?? 'hq-director'),
  };
  const after = values.after === undefined ? undefined : wholeNumber('--after', values.after);
  try {
    const last = values.end ? await lastOf(access, subscription) : Number.POSITIVE_INFINITY;
    if ((after ?? 0) >= last) return;
    const onFault = (fault: unknown): void =>
      void process.stderr.write(
        `${fault instanceof Error ? fault.message : String(fault)}; trying again ...\n`,
      );
    const settings = {
      ...access,
      subscription,
      cursor: memoryCursor(after),
      via: 'sse',
      onlooker: true,
      onFault,
    } as const;
    for await (const event of consume(settings)) {
      print(json, event, sentenceOf(event));
      if (Number(event.subsequence) >= last) return;
    }
  } catch (error) {
    throw error instanceof KyogiProblem ? new Stop(error.detail) : error;
  }
};
