import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemTypes } from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { config, ConfigError, type Config } from './config.js';
import { serveApiDocs } from './http/api-docs.js';
import { useBodyParsers } from './http/body-parsers.js';
import { closeAfterAnswer } from './http/close-after-answer.js';
import { answerConnectionError } from './http/connection-errors.js';
import { CORRELATION_HEADER, correlationIdOf } from './http/correlation.js';
import { crossOrigin } from './http/cross-origin.js';
import { problemDocument, problemHeaders } from './http/problem-document.js';
import { ProblemFilter } from './http/problem.filter.js';
import { problemOf } from './http/problem-of.js';
import { Routes } from './http/routes.js';
import { PlatformModule } from './platform.module.js';

/** One of Kyogi's processes. */
export interface AppSettings {
  name: 'intake' | 'headquarters' | 'review' | 'delivery' | 'evidence';
  module: (config: Config) => DynamicModule | Type;
  port: (config: Config) => number;
  /** The OpenAPI document of its routes, if it answers people. */
  openapi?: () => object;
}

@Module({})
class Root {}

/** Makes an app that is ready to listen. Tests give their own settings. */
export const createApp = async (settings: AppSettings, config: Config): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    genReqId: correlationIdOf,
    bodyLimit: config.BODY_LIMIT_BYTES,
    ...(config.TRUSTED_PROXIES && { trustProxy: config.TRUSTED_PROXIES }),
    requestTimeout: 300_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: answerConnectionError,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error, config.BODY_LIMIT_BYTES);
      const { status } = problemTypes[problem.type];
      void reply
        .code(status)
        .headers(problemHeaders(problem))
        .send(JSON.stringify(problemDocument(problem, request.id)));
    },
  });
  const instance = adapter.getInstance();
  const routes = new Routes(instance);
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.headers({
      [CORRELATION_HEADER]: request.id,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    done();
  });
  closeAfterAnswer(instance);
  useBodyParsers(instance);
  const imports = [PlatformModule.forRoot(config, settings.name), settings.module(config)];
  const app = await NestFactory.create<NestFastifyApplication>({ module: Root, imports }, adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.useGlobalFilters(new ProblemFilter(routes, config.BODY_LIMIT_BYTES, await app.resolve(PinoLogger)));
  if (config.ALLOWED_ORIGINS) app.enableCors(crossOrigin(config.ALLOWED_ORIGINS));
  if (settings.openapi) serveApiDocs(app, config, settings.openapi());
  app.enableShutdownHooks();
  return app;
};

/** Runs a process until a signal ends it: readiness turns 503, requests under way are answered, then the pools close. */
export const start = async (settings: AppSettings): Promise<void> => {
  try {
    const read = config();
    const app = await createApp(settings, read);
    await app.listen(settings.port(read), read.HOST);
    app.get(Logger).log(`${settings.name} listens at ${await app.getUrl()}`);
  } catch (error) {
    const text =
      error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error);
    process.stderr.write(`${settings.name} cannot start: ${text}\n`);
    process.exit(1);
  }
};
