import { SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';
import { Problem } from '#contracts';

/** Runs work as a span of the present trace; next to nothing when tracing is off. A refusal is an outcome, not an error. */
export const traced = <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  trace.getTracer('kyogi').startActiveSpan(name, { attributes }, async (span) => {
    try {
      const result = await work();
      span.setAttribute('kyogi.outcome', 'ok');
      return result;
    } catch (error) {
      span.setAttribute('kyogi.outcome', error instanceof Problem ? error.type : 'internal-error');
      if (!(error instanceof Problem)) span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });

/** The span under way in the form of W3C Trace Context, version 00; undefined when tracing is off. */
export const presentTraceparent = (): string | undefined => {
  const span = trace.getActiveSpan()?.spanContext();
  if (!span) return undefined;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
};
