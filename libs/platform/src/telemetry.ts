import { createRequire } from 'node:module';

type Sdk = typeof import('@opentelemetry/sdk-node');
type Http = typeof import('@opentelemetry/instrumentation-http');
type Pg = typeof import('@opentelemetry/instrumentation-pg');

/** Milliseconds that a stopping process gives its collector. */
const LAST_SPANS_MS = 2_000;

let stop = (): Promise<void> => Promise.resolve();

/** Sends the spans that are left, within two seconds. Never rejects. */
export const stopTracing = (): Promise<void> => {
  const late = new Promise<void>((resolve) => setTimeout(resolve, LAST_SPANS_MS).unref());
  return Promise.race([stop().catch(() => undefined), late]);
};

/**
 * Starts tracing when OTEL_EXPORTER_OTLP_ENDPOINT is set, and loads nothing otherwise. Must run before http and pg are loaded,
 * so it is the first line of this part, and this part is the first import of every process.
 */
const startTracing = (): void => {
  if (!process.env.OTEL_EXPORTER_OTLP_ENDPOINT) return;
  const load = createRequire(__filename);
  const { NodeSDK } = load('@opentelemetry/sdk-node') as Sdk;
  const { HttpInstrumentation } = load('@opentelemetry/instrumentation-http') as Http;
  const { PgInstrumentation } = load('@opentelemetry/instrumentation-pg') as Pg;
  const sdk = new NodeSDK({
    serviceName:
      process.env.OTEL_SERVICE_NAME ?? `kyogi-${/apps\/(\w+)/.exec(process.argv[1] ?? '')?.[1] ?? 'tool'}`,
    instrumentations: [new HttpInstrumentation(), new PgInstrumentation({ requireParentSpan: true })],
  });
  sdk.start();
  stop = () => sdk.shutdown();
  // Tools end by having nothing left to do; processes say so when they stop.
  process.once('beforeExit', () => void stopTracing());
};

startTracing();
