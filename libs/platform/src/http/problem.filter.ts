import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Problem, problemTypes } from '#contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { problemDocument, problemHeaders } from './problem-document.js';
import { problemOf } from './problem-of.js';
import type { Routes } from './routes.js';

/** Answers every error with a problem document, and logs those that are ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: Routes,
    private readonly bodyLimit: number,
    private readonly logger: PinoLogger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.unrouted(error, request) ?? problemOf(error, this.bodyLimit);
    // A Problem was thrown on purpose; anything else is a fault to be looked into.
    if (problemTypes[problem.type].status >= 500 && !(error instanceof Problem))
      this.logger.error({ err: error }, problem.message);
    if (reply.sent) return;
    void reply
      .code(problemTypes[problem.type].status)
      .headers(problemHeaders(problem))
      .send(JSON.stringify(problemDocument(problem, request.id)));
  }

  private unrouted(error: unknown, request: FastifyRequest): Problem | undefined {
    if (!(error instanceof NotFoundException) || !request.is404) return undefined;
    const allow = this.routes.allow(request.url);
    if (allow.length === 0 || allow.includes(request.method)) return undefined;
    return new Problem('method-not-allowed', `Use ${allow.join(' or ')}.`, { allow });
  }
}
