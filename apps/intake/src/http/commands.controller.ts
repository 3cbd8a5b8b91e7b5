import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Problem, publicCommands, Ulid, type CommandAnswer, type Principal } from '#contracts';
import { digest, Execute, type Answer, type Context } from '#commands';
import { CurrentPrincipal } from '#identity';
import { commandData, idempotencyKey, Metrics } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expectedVersion } from './expected-version.js';

type Spec = (typeof publicCommands)[number];

const byPath = new Map<string, Spec>(publicCommands.map((spec) => [spec.path, spec]));
const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

const specOf = (path: string): Spec => {
  const spec = byPath.get(path);
  if (!spec) throw new Problem('not-found', 'There is no such command; GET /v1/catalogue lists them.');
  return spec;
};

const dossierIdOf = (id: string): string => {
  const { success, error } = Ulid.safeParse(id);
  if (success) return id;
  const message = error.issues[0]?.message ?? 'a ULID';
  throw new Problem('invalid-request', `The dossier id in the address must be ${message}.`, {
    faults: [{ path: 'id', message }],
  });
};

/** The command door: POST /v1/dossiers/{id}/{command}. */
@Controller('v1/dossiers')
export class CommandsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly metrics: Metrics,
  ) {}

  @Post(':id/:command')
  async command(
    @Param('id') id: string,
    @Param('command') path: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const spec = specOf(path);
    const ended = this.metrics.commandSeconds.startTimer({ command: spec.name });
    try {
      const answer = await this.bus.execute(executeOf(spec, id, body, principal, request));
      this.metrics.commands.inc({ command: spec.name, outcome: answer.replayed ? 'replayed' : 'ok' });
      return answered(spec, answer, reply);
    } catch (error) {
      this.metrics.commands.inc({
        command: spec.name,
        outcome: error instanceof Problem ? error.type : 'internal-error',
      });
      throw error;
    } finally {
      ended();
    }
  }
}

const executeOf = (
  spec: Spec,
  id: string,
  body: unknown,
  principal: Principal,
  request: FastifyRequest,
): Execute => {
  const { headers } = request;
  // First of all, because it refuses what must not come in at all.
  const data = commandData(spec.data, body);
  const dossierId = dossierIdOf(id);
  const key = idempotencyKey(headers['idempotency-key']);
  const expected = expectedVersion(headers, spec.creates);
  const trace = headers.traceparent;
  const context: Context = {
    principal,
    receipt: {
      scope: `${principal.person} POST /v1/dossiers/{id}/${spec.path}`,
      key,
      fingerprint: digest({ command: spec.name, dossierId, data, expected }),
    },
    expected,
    correlationId: request.id,
    ...(typeof trace === 'string' && traceparent.test(trace) && { traceparent: trace }),
  };
  return new Execute({ name: spec.name, dossierId, data }, context);
};

const answered = (
  spec: Spec,
  { dossierId, version, stage, position, replayed }: Answer,
  reply: FastifyReply,
): CommandAnswer => {
  void reply.code(spec.creates ? 201 : 200).header('etag', `"${version}"`);
  if (spec.creates) void reply.header('location', `/v1/dossiers/${dossierId}`);
  if (replayed) void reply.header('idempotency-replayed', 'true');
  return { dossierId, version, stage, position };
};
