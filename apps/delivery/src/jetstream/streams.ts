import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import type { JetStreamManager, StreamInfo } from '@nats-io/jetstream';
import { feedStream, feedSubject, ledgerStream, ledgerSubject } from '#contracts';
import type { Config } from '#platform';

export interface StreamSettings {
  name: string;
  subject: string;
  contentType: string;
  replicas: number;
  /** How long messages are kept, milliseconds; 0: for ever. */
  maxAgeMs: number;
}

type Settings = Pick<Config, 'NATS_URL' | 'NATS_REPLICAS' | 'FEED_RETENTION_DAYS'>;

const replicasOf = ({ NATS_URL = '', NATS_REPLICAS }: Settings): number =>
  NATS_REPLICAS ?? (NATS_URL.split(',').length >= 3 ? 3 : 1);

/** The deliveries of all subscriptions, kept as long as the feed itself. */
export const feedSettings = (config: Settings, cabinet: string): StreamSettings => ({
  name: feedStream,
  subject: feedSubject(cabinet, '*'),
  contentType: 'application/cloudevents+json; charset=utf-8',
  replicas: replicasOf(config),
  maxAgeMs: config.FEED_RETENTION_DAYS * 86_400_000,
});

/** The whole ledger, kept for ever: a mirror may begin with the first event. */
export const ledgerSettings = (config: Settings, cabinet: string): StreamSettings => ({
  name: ledgerStream,
  subject: ledgerSubject(cabinet),
  contentType: 'application/json; charset=utf-8',
  replicas: replicasOf(config),
  maxAgeMs: 0,
});

const NANOS = 1_000_000;

/** The stream as it is, made when it is not there. Throws when its subjects are another cabinet's. */
export const haveStream = async (jsm: JetStreamManager, settings: StreamSettings): Promise<StreamInfo> => {
  const { name, subject, replicas, maxAgeMs } = settings;
  const info = await jsm.streams.info(name).catch((error: unknown) => {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound)
      return undefined;
    throw error;
  });
  if (info && !info.config.subjects.includes(subject))
    throw new Error(`${name} is of ${info.config.subjects.join()}: a NATS account serves one cabinet`);
  return (
    info ??
    jsm.streams.add({
      ...{ name, subjects: [subject], num_replicas: replicas, allow_direct: true },
      ...{ max_age: maxAgeMs * NANOS, duplicate_window: 120_000 * NANOS },
    })
  );
};
