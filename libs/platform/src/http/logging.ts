import type { IncomingMessage } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config.js';

const people = new WeakMap<IncomingMessage, string>();

/** Says in the log of this request who asks. */
export const logPerson = (request: IncomingMessage, person: string): void => void people.set(request, person);

const unlogged = /^\/(health|metrics)/;

/** One JSON line per request and for whatever is logged meanwhile, with the correlation id and the person; no header, query or body. */
export const loggerModule = (config: Config, name: string) =>
  LoggerModule.forRoot({
    forRoutes: ['*path'],
    pinoHttp: {
      name,
      level: config.LOG_LEVEL,
      base: { process: name },
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'correlationId' },
      serializers: {
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
      customProps: (request) => ({ person: people.get(request) }),
      autoLogging: {
        ignore: (request) =>
          unlogged.test((request as { originalUrl?: string }).originalUrl ?? request.url ?? ''),
      },
      customSuccessMessage: () => 'answered',
      customErrorMessage: () => 'failed',
    },
  });
