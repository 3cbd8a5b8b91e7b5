import { createRequire } from 'node:module';

type Sdk = typeof import('@opentelemetry/sdk-node');
type Http = typeof import('@opentelemetry/instrumentation-http');
type Pg = typeof import('@opentelemetry/instrumentation-pg');

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
  process.once('beforeExit', () => void sdk.shutdown().catch(() => undefined));
};

startTracing();
